import type { DashboardAnswer } from "@portico/client/dashboard";

/** The facts about the first run. */
export type Setup = DashboardAnswer<"getHome">["setup"];

/** A step of the first run, by the name that the API has for it. */
export type StepId = Setup["steps"][number]["id"];

/** The steps in their order. */
export const stepIds: readonly StepId[] = ["LOOK", "CUSTOMER", "WEBSITE", "EMBED", "INVITATION"];

/** Where the first run is: a step, or its end. */
export type Place = StepId | "DONE";

/** The place that an address asks for; without one the first step that is not done. */
export function placeOf(asked: string | null, { steps }: Setup): Place {
  const wanted = asked?.toUpperCase() as Place | undefined;
  if (wanted === "DONE" || stepIds.some((id) => id === wanted)) return wanted!;
  return steps.find(({ done }) => !done)?.id ?? "DONE";
}

/** What comes after a step: the next one in order that is not done, else the end, where open ones are named. */
export function placeAfter(step: StepId, { steps }: Setup): Place {
  const later = stepIds.slice(stepIds.indexOf(step) + 1);
  return later.find((id) => !steps.find((fact) => fact.id === id)?.done) ?? "DONE";
}
