// Every element in every state that a person can meet it in. The tests for accessibility go through them all.
import "../src/define/portal-account.ts";
import "../src/define/portal-appointments.ts";
import "../src/define/portal-dashboard.ts";
import "../src/define/portal-email.ts";
import "../src/define/portal-invitation.ts";
import "../src/define/portal-login.ts";
import "../src/define/portal-notes.ts";
import "../src/define/portal-overview.ts";
import "../src/define/portal-profile.ts";
import "../src/define/portal-register.ts";
import "../src/define/portal-reset.ts";
import "../src/define/portal-tasks.ts";
import { PortalFinder } from "../src/components/portal-finder/portal-finder.ts";
import { define } from "../src/lib/define.ts";
import type { PortalClient } from "@portico/client";
import type { PortalElement } from "../src/lib/portal-element.ts";
import { deep, mount, until } from "./helpers.ts";
import { forms } from "./states/forms.ts";
import { pages } from "./states/pages.ts";
import type { Name, Row, Step } from "./states/support.ts";

export { everything } from "./states/support.ts";

define("portal-finder", PortalFinder);

/** One state of one element. */
export interface State {
  readonly element: Name;
  readonly state: string;
  readonly client: () => PortalClient | undefined;
  /** What tells that it is there. */
  readonly shows: string;
  /** What a person does to get there. */
  readonly steps: Step[];
  /** The link of a mail that the page was opened by. */
  readonly link?: string;
}

const table: Record<Name, Row[]> = { ...pages, ...forms };

/** All of them. */
export const states: State[] = (Object.entries(table) as [Name, Row[]][]).flatMap(([element, rows]) =>
  rows.map(([state, client, shows, ...steps]) => {
    const [name, fragment] = state.split(" #");
    return { element, state: name!, client, shows, steps, link: fragment && `#${fragment}` };
  }),
);

/** Puts an element on the page and brings it into a state; the address has its link already. */
export async function show({ element, state, client, shows, steps }: State): Promise<PortalElement> {
  const given = client();
  const made: PortalElement = await mount(element, given);
  if (!given) made.client = undefined;
  for (const step of steps) await step(made);
  await until(() => deep(made, shows), `${element}, ${state}: ${shows}`);
  await made.updateComplete;
  return made;
}
