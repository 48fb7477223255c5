import { neighbours } from "./demo/neighbours.ts";
import { northwind } from "./demo/northwind.ts";
import { tidewater } from "./demo/tidewater.ts";
import type { DemoOrganization } from "./demo/types.ts";

export type { DemoCustomer, DemoOrganization } from "./demo/types.ts";

/** The demo organizations, every time in them relative to `now`. All people and addresses are made up. */
export function demoOrganizations(now: Date): DemoOrganization[] {
  return [northwind(now), tidewater(now), ...neighbours(now)];
}
