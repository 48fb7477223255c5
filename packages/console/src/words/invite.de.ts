import type { InviteWords } from "./invite.ts";

const german: InviteWords = {
  email: "E-Mail",
  emailHint: "Dorthin geht die Einladung. Der Link gilt sieben Tage.",
  name: "Name",
  nameHint: "So grüßt die E-Mail.",
  customerHint:
    "Wählen Sie, für wen sie ist, oder lassen Sie das leer: Dann ist es ein neuer Kunde oder der mit dieser Adresse.",
};

export default german;
