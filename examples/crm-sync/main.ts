// node examples/crm-sync/main.ts: one run, as a nightly job would do it.
import { createServerClient } from "@portico/server";
import { openCrm } from "./crm.ts";
import { sync } from "./sync.ts";

const { PORTICO_URL = "http://localhost:8787", PORTICO_SECRET_KEY, CRM_FILE = "crm.sqlite" } = process.env;
if (!PORTICO_SECRET_KEY) {
  console.error("Set PORTICO_SECRET_KEY to a secret key with customers:write and appointments:write.");
  process.exit(1);
}
const portico = createServerClient({ apiUrl: PORTICO_URL, secretKey: PORTICO_SECRET_KEY });
const { pulled, pushed, refused } = await sync(openCrm(CRM_FILE), portico);
console.log(`${pulled} taken over from the portal, ${pushed} brought there, ${refused.length} refused.`);
for (const { externalId, why } of refused) console.error(`  ${externalId}: ${why}`);
