import assert from "node:assert/strict";
import { setTimeout as sleep } from "node:timers/promises";
import {
  startSecondWorker,
  useOwnDatabase,
  type SecondWorker,
  type SecondWorkerOptions,
} from "./second-worker.ts";

/** Workers that send mail, on a database that no other suite uses. */
export async function mailWorld() {
  const database = await useOwnDatabase();
  const workers: SecondWorker[] = [];
  /** Starts a Worker that sends. */
  const start = async (options: Omit<SecondWorkerOptions, "databaseUrl">) => {
    const worker = await startSecondWorker({ ...options, databaseUrl: database.url });
    workers.push(worker);
    return worker;
  };
  const harness = await import("./harness.ts");
  const { adminSql, newId, unique, createTenant } = harness;

  /** Puts mails into the outbox, due now, as a request that ended with its Worker would have left them. */
  async function put(count = 1, values: Record<string, unknown> = {}) {
    const tenant = await createTenant();
    const rows = Array.from({ length: count }, () => ({
      organization_id: tenant.id,
      id: newId(),
      kind: "REGISTRATION_CODE",
      to_address: `${unique()}@people.example`,
      from_name: "Zahnärzte am See",
      reply_to: "praxis@see.example",
      subject: "123456 ist Ihr Code für Zahnärzte am See",
      text_body: "Grüße\n.\n..\nEnde",
      html_body: "<p>Grüße</p>",
      ...values,
    }));
    await adminSql`insert into portal.outbox ${adminSql(rows)}`;
    return rows.map((row) => ({ ...row, tenant }));
  }

  const rowOf = async (id: string) => (await adminSql`select * from portal.outbox where id = ${id}`)[0]!;

  /** What the minute's trigger does. */
  const tick = async (worker: SecondWorker) => {
    const response = await fetch(`${worker.url}/cdn-cgi/local/scheduled`);
    assert.equal(response.status, 200, await response.text());
  };

  /** Lets the time pass until everything is due and every lease has ended. */
  const passTime = () => adminSql`update portal.outbox set due_at = now(), leased_until = null
    where sent_at is null and failed_at is null`;

  return {
    ...harness,
    start,
    put,
    rowOf,
    tick,
    passTime,
    stop: async () => {
      await Promise.all(workers.map((worker) => worker.stop()));
      await Promise.all([harness.adminSql.end(), harness.workerSql.end()]);
      await database.drop();
    },
  };
}

/** Waits until something is so. */
export async function until(isSo: () => boolean | Promise<boolean>, what: string, patience = 20_000) {
  for (const end = Date.now() + patience; Date.now() < end; await sleep(50)) if (await isSo()) return;
  assert.fail(`not within ${patience} ms: ${what}`);
}
