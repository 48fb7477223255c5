/** A page of the portal. */
export type PortalView = "overview" | "appointments" | "tasks" | "notes" | "profile" | "login" | "register";

/** Where a person is: a page, and on some pages one thing opened. */
export interface Route {
  readonly view: PortalView;
  readonly id?: string;
}
