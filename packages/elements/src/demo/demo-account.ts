import type { AccountSession, InvitationPreview, Me, PortalClient } from "@portico/client";
import { organization, user } from "./demo-data.ts";

const minute = 60_000;
const day = 24 * 60 * minute;
const ago = (milliseconds: number) => new Date(Date.now() - milliseconds).toISOString();

const session = (
  number: number,
  device: string,
  network: string,
  lastUsed: number,
  age: number,
): AccountSession => ({
  id: `00000000-0000-7000-8000-00000000090${number}`,
  audience: "portal",
  isCurrent: number === 1,
  device,
  network,
  createdAt: ago(age),
  lastUsedAt: ago(lastUsed),
  expiresAt: ago(age - 30 * day),
});

const sessions = () => [
  session(1, "Firefox on Windows", "203.0.113.0/24", minute, 2 * day),
  session(2, "Safari on iPhone", "198.51.100.0/24", 3 * 60 * minute, 12 * day),
  session(3, "Chrome on macOS", "203.0.113.0/24", 4 * day, 5 * day),
];

/** What the demo's account is made of. */
interface DemoAccount {
  answer<T>(make: () => T, options?: { signal?: AbortSignal }): Promise<T>;
  signIn(): Me;
  /** Gives whoever is signed in another address. */
  rename(email: string): Me;
}

type Account = Pick<
  PortalClient,
  | "forgotPassword"
  | "resetPassword"
  | "changePassword"
  | "changeEmail"
  | "confirmEmail"
  | "confirmEmailLink"
  | "listSessions"
  | "endSession"
  | "endOtherSessions"
  | "previewInvitation"
  | "acceptInvitation"
>;

/** Accounts in memory: every password fits, every code and every link is right. */
export function demoAccount({ answer, signIn, rename }: DemoAccount): Account {
  let open = sessions();
  let asked = user.email;
  const invitation = (): InvitationPreview => ({
    organization,
    email: user.email,
    name: user.name,
    role: "CUSTOMER",
    invitedBy: "Dr. Lena Brandt",
    expiresAt: ago(-6 * day),
    hasAccount: false,
  });
  return {
    forgotPassword: (_input, o) => answer(() => undefined, o),
    resetPassword: (_input, o) => answer(signIn, o),
    changePassword: (_input, o) => answer(() => void (open = open.filter(({ isCurrent }) => isCurrent)), o),
    changeEmail: ({ email }, o) => answer(() => void (asked = email), o),
    confirmEmail: (_input, o) => answer(() => rename(asked), o),
    confirmEmailLink: (_input, o) => answer(() => undefined, o),
    listSessions: (o) => answer(() => ({ items: open, nextCursor: null }), o),
    endSession: (id, o) => answer(() => void (open = open.filter((item) => item.id !== id)), o),
    endOtherSessions: (o) => answer(() => void (open = open.filter(({ isCurrent }) => isCurrent)), o),
    previewInvitation: (_token, o) => answer(invitation, o),
    acceptInvitation: (_input, o) => answer(signIn, o),
  };
}
