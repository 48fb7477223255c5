import type { AccountWords } from "./words.ts";

const german: AccountWords = {
  heading: "Ihr Konto",
  roles: {
    OWNER: (organization) => `Inhaber von ${organization}`,
    ADMIN: (organization) => `Verwaltung bei ${organization}`,
    EMPLOYEE: (organization) => `Team von ${organization}`,
  },
};

export default german;
