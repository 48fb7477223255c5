import { composeMail, type Sender } from "./compose.ts";
import type { MailContent, MailData, MailKind, MailWords } from "./content.ts";
import { de } from "./de.ts";
import { en } from "./en.ts";

const languages: Record<string, MailWords> = { en, de };

/** Writes a mail of a kind in the language of its receiver, or in English where that is not spoken here. */
export function writeMail<Kind extends MailKind>(
  kind: Kind,
  sender: Sender,
  receiver: { to: string; locale: string | null },
  data: MailData<Kind>,
) {
  const language = (receiver.locale ?? "en").split("-")[0]!.toLowerCase();
  const locale = language in languages ? language : "en";
  const words = languages[locale]![kind] as (data: unknown) => MailContent;
  return {
    kind,
    locale,
    ...composeMail(sender, receiver.to, words({ ...data, organization: sender.name }), locale),
  };
}
