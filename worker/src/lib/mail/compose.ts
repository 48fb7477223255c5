import type { MailContent } from "./content.ts";

/** Whose mail it is: what its head shows. */
export interface Sender {
  name: string;
  accentColor: string | null;
  logoUrl: string | null;
  /** Where answers go. */
  contactEmail: string | null;
}

const escape = (text: string) => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

/** One header line: line breaks cannot begin another one. */
const oneLine = (text: string) => text.replace(/\s+/g, " ").trim();

/** Lays a mail out as text and as HTML that mail programs show alike: tables, inline styles, no images. */
export function composeMail(sender: Sender, to: string, content: MailContent, locale: string) {
  const accent = sender.accentColor ?? "#0f6b5c";
  const name = oneLine(sender.name);
  const text = [...content.paragraphs, content.code, content.button?.url, `– ${name}`, content.footer]
    .filter(Boolean)
    .join("\n\n");
  const paragraph = (line: string) =>
    `<p style="margin:0 0 16px;font-size:15px;line-height:24px;color:#1c1f1e;overflow-wrap:anywhere;word-break:break-word">${escape(line)}</p>`;
  const code = content.code
    ? `<p style="margin:8px 0 24px;font-size:32px;line-height:40px;font-weight:700;letter-spacing:6px;color:#1c1f1e;font-variant-numeric:tabular-nums">${escape(content.code)}</p>`
    : "";
  const { button } = content;
  const link = button
    ? `<p style="margin:8px 0 24px"><a href="${escape(button.url)}" style="display:inline-block;padding:12px 20px;border-radius:11px;background:${accent};color:#ffffff;font-size:15px;line-height:20px;font-weight:600;text-decoration:none">${escape(button.label)}</a></p>`
    : "";
  const html = `<!doctype html>
<html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light"><title>${escape(oneLine(content.subject))}</title></head>
<body style="margin:0;padding:32px 16px;background:#f6f6f3;font-family:system-ui,-apple-system,'Segoe UI',Roboto,sans-serif">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0"><tr><td align="center">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="max-width:480px;background:#ffffff;border:1px solid #e4e6e2;border-radius:14px">
<tr><td style="padding:32px">
<p style="margin:0 0 24px;font-size:15px;font-weight:650;color:${accent}">${escape(name)}</p>
${content.paragraphs.map(paragraph).join("\n")}
${code}${link}
<p style="margin:24px 0 0;padding-top:16px;border-top:1px solid #e4e6e2;font-size:13px;line-height:20px;color:#5a625f">${escape(content.footer)}</p>
</td></tr></table></td></tr></table></body></html>`;
  const replyTo = sender.contactEmail;
  return { to, fromName: name, replyTo, subject: oneLine(content.subject), text, html };
}
