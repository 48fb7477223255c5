import { etagOf } from "@portico/client/dashboard";
import type { DashboardApi, OrganizationRecord } from "@portico/client/dashboard";
import { LoadController } from "@portico/elements/internal/controllers/load.ts";
import type { ConsolePage } from "./console-page.ts";

type Changes = Parameters<DashboardApi["updateOrganization"]>[0];

/** The organization's own record on a page that changes it. */
export class OrganizationController extends LoadController<OrganizationRecord> {
  constructor(private readonly page: ConsolePage) {
    super(page, (signal) => page.api.getOrganizationRecord({ signal }));
  }

  /** Changes it, unless somebody else has meanwhile; name, logo and accent show around the page at once. */
  async save(changes: Changes): Promise<OrganizationRecord> {
    const { value, page } = this;
    const record = await page.api.updateOrganization(changes, { ifMatch: value && etagOf(value) });
    this.mutate(record);
    const store = page.store!;
    if (store.config) store.config = { ...store.config, organization: record };
    store.notify();
    // What is saved is saved: the name beside the logo may as well change with the next visit.
    void store.client!.getMe().catch(() => {});
    return record;
  }
}
