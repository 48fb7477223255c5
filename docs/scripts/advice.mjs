/**
 * What to do about each error code, for the page that the site has for it, and the members of the example beyond the
 * usual ones. A code without an entry fails the site's checks.
 * @type {Record<string, { todo: string, members?: Record<string, unknown> }>}
 */
export const advice = {
  INVALID_REQUEST: {
    todo: "Show each entry of `errors` beside the field that its `path` names, in your own words; `message` is English and for developers. The same request fails again, so do not retry it. Unknown fields are refused too: check the spelling, and whether the field belongs to this operation.",
    members: { errors: [{ path: "email", message: "Not an email address." }] },
  },
  INVALID_CODE: {
    todo: "Let the person type the code again; after five tries, or ten minutes, offer to send a new mail. Only the code of the newest mail is good.",
  },
  INVALID_LINK: {
    todo: "Say that the link is no longer good and offer a new mail. If it happens to many at once, look at whether something opens links and presses their buttons: opening alone never uses a link up.",
  },
  UNAUTHENTICATED: {
    todo: "The client refreshes by itself and sends the request again, so what reaches you means: sign in. With a secret key it means that the key is revoked, expired or mistyped; look at its row in the console under _Secret keys_.",
  },
  SESSION_EXPIRED: {
    todo: "Show the sign-in. If it happens right after signing in, the browser did not keep the refresh cookie: the page and the API must both be on HTTPS, and the cookie needs `Partitioned` support or the same site.",
  },
  INVALID_CREDENTIALS: {
    todo: "Say that email or password is wrong, without saying which, and offer to set a new password. Do not conclude that the account exists, or that it does not.",
  },
  ORIGIN_NOT_ALLOWED: {
    todo: "An administrator adds the page's origin in the console under _Embed_, exactly as the browser writes it: scheme, host and port, no path, no slash at the end. `https://example.com` and `https://www.example.com` are two.",
  },
  REGISTRATION_CLOSED: {
    todo: "Hide the way to register: `getPortalConfig` says beforehand whether it is open. People come in by an invitation instead. An owner changes it in the organization's settings.",
  },
  CUSTOMER_REQUIRED: {
    todo: "Send the person to `/dashboard`. To see what a customer sees, use the preview on the customer's page in the console.",
  },
  EMPLOYEE_REQUIRED: {
    todo: "Send the person to the organization's portal. If they do work there, an administrator invites their address as an employee.",
  },
  INVITATION_FOR_ANOTHER: {
    todo: "Offer to sign out and go on with the link, and name the address that is signed in. `<portal-invitation>` does that.",
  },
  WRONG_PASSWORD: {
    todo: "Ask for the current password again, and keep what else was typed. Whoever does not know it can set a new one by mail after signing out.",
  },
  KEY_IN_BROWSER: {
    todo: "Revoke the key at once: whoever has looked at the page may have it. Make a new one and call from your server. In browsers, customers sign in and act as themselves.",
  },
  READ_ONLY: {
    todo: "Nothing to mend: a preview never writes. Make the change at the dashboard, where it is entered in the audit log under your name.",
  },
  FORBIDDEN: {
    todo: "With `fetch`: send `X-Requested-With: portico` on requests that change something with a cookie. As an employee: ask an owner or administrator for the role. With a secret key: `detail` names the scope; add it to the key.",
  },
  NOT_FOUND: {
    todo: "Check the id and which organization you are in. Where a list still shows it, somebody has deleted it meanwhile: load the list again. Do not read it as proof that the thing does not exist elsewhere.",
  },
  OTHER_ORGANIZATION: {
    todo: "Open the link from the mail once more, rather than copying its fragment to another organization's page. If the mail itself leads there, the portal's address in the organization's settings is wrong.",
  },
  METHOD_NOT_ALLOWED: {
    todo: "Use a method that `Allow` names. A `POST` that became a `GET` was usually redirected on its way: call the API's origin directly.",
  },
  ORGANIZATION_REQUIRED: {
    todo: "Let the person choose among `organizations`, and send the request again with the chosen one. `<portal-login>` does that when it has no `organization`.",
    members: { organizations: [{ slug: "northwind", name: "Northwind Dental" }] },
  },
  ACCOUNT_EXISTS: {
    todo: "Show the sign-in with the address filled in, and accept the invitation afterwards.",
  },
  CONFLICT: {
    todo: "Read the record again and look at what is there. `detail` says what is taken: another slug, address, external id, or a state that the record has left.",
  },
  LAST_OWNER: {
    todo: "Make another employee an owner, then try again. To give the whole organization up, delete it in its settings.",
  },
  INVITATION_ACCEPTED: { todo: "Show the sign-in: the account is there." },
  INVITATION_EXPIRED: {
    todo: "Tell the person to ask for a new invitation. An employee sends it again from the console under _Invitations_.",
  },
  INVITATION_REVOKED: {
    todo: "Tell the person to ask the organization. Sending it again is not possible; an employee makes a new invitation.",
  },
  INVITATION_SUPERSEDED: { todo: "Tell the person to open the newest mail." },
  CURSOR_EXPIRED: {
    todo: "Walk all changes again from no cursor. When the walk has ended, delete from your copy what did not come. Follow changes at least every few weeks, and this does not happen.",
  },
  PRECONDITION_FAILED: {
    todo: "Read the record, show what has changed, and let the person decide; then send the change with the new `ETag`. Sending it without `If-Match` would silently undo somebody's work.",
  },
  IDEMPOTENCY_KEY_REUSED: {
    todo: "Make a new key (such as a UUID) for each new thing, and keep the old one only for sending exactly the same request again.",
  },
  PAYLOAD_TOO_LARGE: {
    todo: "Send less: cut long texts, and split a batch. The server library cuts batches to size by itself.",
  },
  UNSUPPORTED_MEDIA_TYPE: {
    todo: "Set the header. `fetch` with a string as its body sends `text/plain` unless you say otherwise.",
  },
  RATE_LIMITED: {
    todo: "Wait as many seconds as `Retry-After` says, then send it once. Do not retry in a loop: each try counts. With a secret key, spread the work or use batches.",
  },
  INTERNAL: {
    todo: "Give the `requestId` to whoever runs the deployment: it is in their log with the cause. Show that something went wrong on our side, and keep what was typed.",
  },
  UNAVAILABLE: {
    todo: "Try again after `Retry-After` seconds, a few times at most, with the same `Idempotency-Key` if it creates something. The elements offer to try again by themselves.",
  },
  NETWORK: {
    todo: "Offer to try again. A page's Content Security Policy without the API in `connect-src`, a blocker, or a deployment without CORS for this origin look like this as well: the browser's console says which it is.",
  },
};
