import { words } from "../../lib/words.ts";

const english = {
  heading: "Your account",
  roles: {
    OWNER: (organization: string) => `Owner of ${organization}`,
    ADMIN: (organization: string) => `Administrator at ${organization}`,
    EMPLOYEE: (organization: string) => `Employee at ${organization}`,
  },
};

/** The shape of the page's words. */
export type AccountWords = typeof english;

/** The words of one's own account. */
export const accountWords = words<AccountWords>(english, { de: () => import("./words.de.ts") });
