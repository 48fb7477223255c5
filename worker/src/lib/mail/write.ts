import { composeMail, type Language, type Sender } from "./compose.ts";
import type { MailContent, MailData, MailKind, MailWords } from "./content.ts";
import { de } from "./de.ts";
import { en } from "./en.ts";

const languages: Record<string, Language & { words: MailWords }> = {
  en: { locale: "en", words: en, orOpen: "Or open this address:" },
  de: { locale: "de", words: de, orOpen: "Oder öffnen Sie diese Adresse:" },
};

/** Writes a mail of a kind in the language of its receiver, or in English where that is not spoken here. */
export function writeMail<Kind extends MailKind>(
  kind: Kind,
  sender: Sender,
  receiver: { to: string; locale: string | null },
  data: MailData<Kind>,
) {
  const tag = (receiver.locale ?? "en").split("-")[0]!.toLowerCase();
  const language = Object.hasOwn(languages, tag) ? languages[tag]! : languages.en!;
  const words = language.words[kind] as (data: unknown) => MailContent;
  const content = words({ ...data, organization: sender.name });
  return { kind, locale: language.locale, ...composeMail(sender, receiver.to, content, language) };
}
