import { DrizzleQueryError } from "drizzle-orm";

/** What went wrong, without drizzle's wrapper: that repeats the values of the statement, which nobody may log. */
export const reasonOf = (error: unknown): Error =>
  error instanceof DrizzleQueryError && error.cause ? error.cause : (error as Error);
