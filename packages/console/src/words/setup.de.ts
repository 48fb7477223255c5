import type { SetupStepWords } from "./setup.ts";

const german: SetupStepWords = {
  title: "Bringen Sie Ihr Portal online",
  progress: (done, all) => `${done} von ${all} Schritten`,
  steps: {
    LOOK: "Ihr Aussehen",
    CUSTOMER: "Ihr erster Kunde",
    WEBSITE: "Wo es stehen wird",
    EMBED: "Zwei Zeilen HTML",
    INVITATION: "Einen Kunden einladen",
  },
  done: "erledigt",
  notDone: "offen",
  dismissed: "Die ersten Schritte sind weggelegt. Sie finden sie unter „Einbetten“.",
};

export default german;
