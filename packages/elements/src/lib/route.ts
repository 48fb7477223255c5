/** The forms for people who are not signed in. */
export const authViews = ["login", "register", "reset"] as const;

/** A form for people who are not signed in. */
export type AuthView = (typeof authViews)[number];

/** What the link of a mail leads to, whoever is signed in: named as in its fragment, and as its element. */
export type LinkView = "invitation" | "reset" | "email";

/** A page of the portal. */
export type PortalView = "overview" | "appointments" | "tasks" | "notes" | "profile" | AuthView;

/** Where a person is: a page, and on some pages one thing opened. */
export interface Route {
  readonly view: PortalView;
  readonly id?: string;
}

/** Whether a page is a form for people who are not signed in. */
export const isAuthView = (view: PortalView): view is AuthView => authViews.includes(view as AuthView);
