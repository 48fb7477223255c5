import { PortalError } from "../errors.ts";
import type { components } from "../generated/openapi.d.ts";
import type { Customer, Session, SessionState } from "../types.ts";
import type { SessionManager } from "./session.ts";
import { createStore } from "./store.ts";

/** What `previewPortal` answers. */
export type Preview = components["schemas"]["Preview"];

// Where nobody signs in as the customer yet, what is known of the customer stands for who would.
const userOf = ({ user, customer }: Preview & { customer: Customer }): Session["user"] =>
  user ?? {
    id: customer.id,
    email: customer.email ?? "",
    name: customer.name,
    role: "CUSTOMER",
    emailVerifiedAt: null,
  };

/**
 * The session of a preview: signed in from the start, never refreshed, over when its token is. Signing out ends it
 * here only: it has no cookie of its own, and the one that may be there belongs to somebody else.
 */
export function previewSession(preview: Preview): SessionManager {
  const store = createStore();
  const { customer, organization, accessToken, expiresIn } = preview;
  const until = Date.now() + expiresIn * 1000;
  store.set({ status: "signed-in", user: userOf(preview as never), customer: customer!, organization });

  const end = async (): Promise<void> => store.set({ status: "signed-out" });
  return {
    store,
    organization: organization.slug,
    async token(signal, refused) {
      signal?.throwIfAborted();
      if (refused || Date.now() > until) await end();
      if ((store.state as SessionState).status === "signed-in") return accessToken;
      throw new PortalError({ code: "SESSION_EXPIRED", status: 401 });
    },
    begin: () => Promise.reject(new PortalError({ code: "READ_ONLY", status: 403 })),
    restore: async () => store.state,
    end,
    update: (me) => me,
  };
}
