import { legible, textOn } from "../color.ts";
import type { MailContent } from "./content.ts";
import { frame, styleSheet, tokens } from "./frame.ts";

/** Whose mail it is: what its head shows. */
export interface Sender {
  name: string;
  accentColor: string | null;
  logoUrl: string | null;
  /** Where answers go. */
  contactEmail: string | null;
}

/** What a layout says by itself, in the language of the mail. */
export interface Language {
  /** The language's tag. */
  locale: string;
  /** Before the address that a button leads to. */
  orOpen: string;
}

/** Text as HTML shows it, in an attribute too. */
export const escape = (text: string) =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

/** One header line: line breaks cannot begin another one. */
const oneLine = (text: string) => text.replace(/\s+/g, " ").trim();

/** What lists of mails show after the subject: the first paragraph that is more than a greeting. */
const preview = (paragraphs: string[]) =>
  paragraphs.find((paragraph) => paragraph.length > 40) ?? paragraphs[0] ?? "";

/** As text: what is to be typed or opened stands alone, so that it can be marked whole. */
function composeText(name: string, content: MailContent): string {
  const { paragraphs, code, button, footer } = content;
  const parts = [...paragraphs, button && `${button.label}:\n${button.url}`, code && `    ${code}`];
  return [...parts, `– ${name}`, footer].filter(Boolean).join("\n\n");
}

/** As HTML: an image at most, and that from the organization; everything can be read without it. */
function composeHtml(sender: Sender, name: string, content: MailContent, language: Language): string {
  const accent = /^#[0-9a-f]{6}$/.test(sender.accentColor ?? "") ? sender.accentColor! : "#0f6b5c";
  const { light, dark } = tokens;
  const colors = {
    fill: accent,
    onFill: textOn(accent),
    ink: legible(accent, light.card),
    darkFill: legible(accent, dark.card),
    onDarkFill: textOn(legible(accent, dark.card)),
  };
  const { button, code } = content;
  const head = sender.logoUrl?.startsWith("https://")
    ? `<img class="logo" src="${escape(sender.logoUrl)}" alt="${escape(name)}" height="36" style="display:inline-block;height:36px;max-height:36px;width:auto;max-width:240px;border:0;font-size:17px;line-height:36px;font-weight:650;color:${colors.ink}">`
    : `<span class="accent" style="font-size:17px;line-height:24px;font-weight:650;color:${colors.ink}">${escape(name)}</span>`;
  const text = (line: string) =>
    `<p class="ink" style="margin:0 0 16px;font-size:16px;line-height:25px;color:${light.ink}">${escape(line)}</p>`;
  const link = button
    ? `<table role="presentation" cellpadding="0" cellspacing="0" class="wide" style="margin:8px 0 16px"><tr><td class="button" align="center" bgcolor="${colors.fill}" style="border-radius:11px;background:${colors.fill};border:1px solid ${colors.ink};mso-padding-alt:13px 24px"><a class="on-accent" href="${escape(button.url)}" style="display:block;padding:13px 24px;font-size:16px;line-height:20px;font-weight:600;color:${colors.onFill};text-decoration:none">${escape(button.label)}</a></td></tr></table>
<p class="second" style="margin:0 0 16px;font-size:13px;line-height:20px;color:${light.second};word-break:break-all">${escape(language.orOpen)}<br><a class="accent" href="${escape(button.url)}" style="color:${colors.ink}">${escape(button.url)}</a></p>`
    : "";
  const digits = code
    ? `<p class="code" style="margin:8px 0 16px;padding:16px 12px 16px 20px;border-radius:11px;background:${light.page};border:1px solid ${light.line};text-align:center;font-size:32px;line-height:40px;font-weight:700;letter-spacing:8px;color:${light.ink};font-variant-numeric:tabular-nums">${escape(code)}</p>`
    : "";
  return frame({
    title: escape(oneLine(content.subject)),
    preview: escape(preview(content.paragraphs)),
    locale: language.locale,
    style: styleSheet(colors),
    head,
    body: `${content.paragraphs.map(text).join("\n")}\n${link}${digits}`,
    signature: escape(name),
    footer: escape(content.footer),
  });
}

/** Lays a mail out as text and as HTML that mail programs show alike. */
export function composeMail(sender: Sender, to: string, content: MailContent, language: Language) {
  const name = oneLine(sender.name);
  return {
    to,
    fromName: name,
    replyTo: sender.contactEmail,
    subject: oneLine(content.subject),
    text: composeText(name, content),
    html: composeHtml(sender, name, content, language),
  };
}
