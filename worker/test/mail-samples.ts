import type { Happening, MailData, MailKind, Offer, Proof } from "../src/lib/mail/content.ts";

const link = (purpose: string) =>
  `https://www.northwind.example/portal?ref=mail&lang=en#portal-${purpose}=0199a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a1b.Jb1r2P0yq6cZJx1sVw8uK3nT5mA7dE9fG0hL2jQ4tYs`;
const done: Happening = {
  at: new Date("2026-11-24T20:05:00Z"),
  timeZone: "Europe/Berlin",
  device: { browser: "Firefox", system: "Windows" },
};
const proof = (purpose: string): Proof => ({
  url: link(purpose),
  minutes: 60,
  code: "048213",
  codeMinutes: 10,
});

const offer: Offer = {
  name: "Ada Lovelace",
  inviter: "Lena Fischer",
  url: link("invitation"),
  until: new Date("2026-12-01T20:05:00Z"),
  timeZone: "Europe/Berlin",
};

/** One mail of each kind: a kind that is missing here does not compile. */
export const samples: { [Kind in MailKind]: MailData<Kind> } = {
  INVITATION: offer,
  EMPLOYEE_INVITATION: { ...offer, role: "ADMIN" },
  REGISTRATION_CODE: { code: "048213", minutes: 10 },
  ACCOUNT_EXISTS: {},
  RESET_PASSWORD: { ...done, ...proof("reset") },
  NO_ACCOUNT: { audience: "portal" },
  PASSWORD_CHANGED: done,
  CONFIRM_EMAIL: proof("email"),
  EMAIL_TAKEN: {},
  EMAIL_CHANGE_REQUESTED: { ...done, address: "ada.lovelace@people.example" },
  EMAIL_CHANGED: { ...done, address: "ada.lovelace@people.example" },
};
