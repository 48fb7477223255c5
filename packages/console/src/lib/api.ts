import { dashboardOf } from "@portico/client/dashboard";
import type { DashboardApi } from "@portico/client/dashboard";
import type { PortalElement } from "@portico/elements/internal/lib/portal-element.ts";

const apis = new WeakMap<object, DashboardApi>();

/** The organization's side, for whoever is signed in where the element is. */
export function apiOf({ store }: Pick<PortalElement, "store">): DashboardApi {
  const client = store!.client!;
  let api = apis.get(client);
  if (!api) apis.set(client, (api = dashboardOf(client as never)));
  return api;
}

/** Everything that an `iterate…` walks over. */
export async function everyOf<T>(records: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const record of records) all.push(record);
  return all;
}
