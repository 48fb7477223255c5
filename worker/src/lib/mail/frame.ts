/** The look's colours, as in the portal. */
export const tokens = {
  light: { page: "#f6f6f3", card: "#ffffff", ink: "#1c1f1e", second: "#5a625f", line: "#e4e6e2" },
  dark: { page: "#101312", card: "#1b1f1e", ink: "#eef1ef", second: "#a8b1ad", line: "#2b312f" },
};

/** The organization's colour, as it can be read on light and on dark. */
export interface Accent {
  fill: string;
  onFill: string;
  ink: string;
  darkFill: string;
  onDarkFill: string;
}

/** What only some mail programs understand: dark mode, and the whole width on a phone. Without it a mail is light. */
export function styleSheet(accent: Accent): string {
  const { dark } = tokens;
  const rules = {
    page: `background:${dark.page}`,
    card: `background:${dark.card};border-color:${dark.line}`,
    ink: `color:${dark.ink}`,
    second: `color:${dark.second}`,
    line: `border-color:${dark.line}`,
    accent: `color:${accent.darkFill}`,
    button: `background:${accent.darkFill};border-color:${accent.darkFill}`,
    "on-accent": `color:${accent.onDarkFill}`,
    code: `color:${dark.ink};background:${dark.page};border-color:${dark.line}`,
    // Drawn for light paper, more often than not.
    logo: `background:#ffffff;border-radius:8px;padding:4px 8px`,
  };
  const important = (style: string) => `${style.replaceAll(";", "!important;")}!important`;
  const inDark = Object.entries(rules).map(([name, style]) => `.${name}{${important(style)}}`);
  return `:root{color-scheme:light dark;supported-color-schemes:light dark}
a[x-apple-data-detectors]{color:inherit!important;text-decoration:none!important}
@media (max-width:520px){.edge{padding:0!important}.card{border-width:0 0 1px!important;border-radius:0!important}.inside{padding:28px 20px!important}.wide{width:100%!important}}
@media (prefers-color-scheme:dark){${inDark.join("")}}`;
}

/** What goes into the frame, as HTML. */
export interface Parts {
  title: string;
  preview: string;
  locale: string;
  style: string;
  head: string;
  body: string;
  signature: string;
  footer: string;
}

const font = "system-ui,-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif";
const { light } = tokens;

/** Keeps what follows the preview out of the list of mails. */
const padding = "&#847;&zwnj;&nbsp;".repeat(60);

/** A card on a page: tables and inline styles, which every mail program shows; no script, nothing that reports home. */
export const frame = ({
  title,
  preview,
  locale,
  style,
  head,
  body,
  signature,
  footer,
}: Parts) => `<!doctype html>
<html lang="${locale}" dir="ltr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark"><meta name="format-detection" content="telephone=no,date=no,address=no,email=no"><title>${title}</title>
<style>${style}</style></head>
<body class="page" style="margin:0;padding:0;background:${light.page}">
<div style="display:none;max-height:0;overflow:hidden;opacity:0;mso-hide:all">${preview}${padding}</div>
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" lang="${locale}" dir="ltr" class="page" style="background:${light.page};font-family:${font}"><tr><td class="edge" align="center" style="padding:32px 16px">
<!--[if mso]><table role="presentation" width="520"><tr><td><![endif]-->
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" class="card" style="max-width:520px;background:${light.card};border:1px solid ${light.line};border-radius:14px;border-collapse:separate"><tr><td class="inside" align="left" style="padding:36px;overflow-wrap:anywhere;word-break:break-word">
<div style="margin:0 0 24px">${head}</div>
${body}
<p class="ink" style="margin:24px 0 0;font-size:16px;line-height:25px;color:${light.ink}">– ${signature}</p>
<p class="second line" style="margin:24px 0 0;padding-top:16px;border-top:1px solid ${light.line};font-size:13px;line-height:20px;color:${light.second}">${footer}</p>
</td></tr></table>
<!--[if mso]></td></tr></table><![endif]-->
</td></tr></table></body></html>`;
