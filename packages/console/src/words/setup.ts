import { words } from "../lib/words.ts";

const english = {
  title: "Get your portal live",
  progress: (done: number, all: number) => `${done} of ${all} steps`,
  steps: {
    LOOK: "Make it yours",
    CUSTOMER: "Your first customer",
    WEBSITE: "Where it will be",
    EMBED: "Two lines of HTML",
    INVITATION: "Invite a customer",
  },
  done: "done",
  notDone: "to do",
  dismissed: "The first steps are put away. You find them under “Embed”.",
};

/** The shape of the words of the first run. */
export type SetupStepWords = typeof english;

/** What the first run calls its steps: on the home page and on its own. */
export const setupStepWords = words<SetupStepWords>(english, { de: () => import("./setup.de.ts") });
