import { sql, type SQL } from "drizzle-orm";
import type { Employee, TenantDb } from "../../db/client.ts";
import { changeItem, itemRead, type ItemSpec } from "../../db/items.ts";
import { requeueMail } from "../../db/outbox.ts";
import { pageRead } from "../../db/page.ts";
import { mailRecordJson } from "../../db/wire.ts";
import { PorticoError } from "../../errors.ts";

const item: ItemSpec = { entity: "mail", from: sql`portal.outbox m`, alias: "m", json: mailRecordJson };

const list = (name: string, state: SQL) =>
  pageRead(name, {
    from: item.from,
    json: item.json,
    where: sql`m.organization_id = me.organization_id ${state}`,
    sort: sql`m.created_at`,
    id: sql`m.id`,
    direction: "desc",
  });

/** A page of the organization's mails, of all or of one state: newest first. */
export const listMails = {
  all: list("list_mails", sql``),
  QUEUED: list("list_mails_queued", sql`and m.sent_at is null and m.failed_at is null`),
  SENT: list("list_mails_sent", sql`and m.sent_at is not null`),
  FAILED: list("list_mails_failed", sql`and m.failed_at is not null`),
};

/** One mail of the organization. */
export const getMail = itemRead(item);

/** Makes a mail due now, dead letters too. */
export function sendMail(db: TenantDb, me: Employee, id: string, etags: string[] | null) {
  const organizationId = me.organization_id;
  return changeItem(db, item, organizationId, id, etags, async () => {
    if (await requeueMail(db, { organizationId, id })) return;
    throw new PorticoError("CONFLICT", {
      detail: "It has been sent, and its words are erased. Repeat what it was about, such as the invitation.",
    });
  });
}
