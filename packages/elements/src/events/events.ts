// Every event of the portal: a typed class each.
export * from "./session.ts";
export * from "./page.ts";
export * from "./navigation.ts";
export * from "./tasks.ts";
export * from "./profile.ts";
export * from "./account.ts";
