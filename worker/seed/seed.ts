import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import postgres from "postgres";
import { createPasswords } from "../src/lib/argon2id.ts";
import { newId } from "../src/lib/ids.ts";
import { demoOrganizations, type DemoCustomer, type DemoOrganization } from "./demo-data.ts";

/** The password of every demo account. */
export const demoPassword = "portico-demo-1";

const { hashPassword } = createPasswords(async () =>
  WebAssembly.compile(await readFile(createRequire(import.meta.url).resolve("argon2id/dist/simd.wasm"))),
);

/** Fills in the demo organizations that are not there; false where all of them are. */
export async function seed(adminUrl: string, now = new Date()): Promise<boolean> {
  const sql = postgres(adminUrl, { max: 1, onnotice: () => {} });
  try {
    const missing: DemoOrganization[] = [];
    for (const demo of demoOrganizations(now)) {
      const [known] = await sql`select portal.find_organization(${demo.organization.slug}) as id`;
      if (!known?.id) missing.push(demo);
    }
    if (missing.length === 0) return false;
    const passwordHash = await hashPassword(demoPassword);
    for (const organization of missing) {
      await sql.begin((tx) => insertOrganization(tx, organization, passwordHash, now));
    }
    await sql`analyze`;
    return true;
  } finally {
    await sql.end();
  }
}

async function insertOrganization(
  tx: postgres.TransactionSql,
  organization: DemoOrganization,
  passwordHash: string,
  now: Date,
) {
  const organizationId = newId();
  // Row-level security is forced, for the owner of the tables too.
  await tx`select set_config('portal.organization_id', ${organizationId}, true)`;
  const { slug, name, timeZone, locale, registration, branding, allowedOrigins, portalUrl } =
    organization.organization;
  await tx`insert into portal.organizations ${tx({
    id: organizationId,
    slug,
    name,
    time_zone: timeZone,
    locale,
    registration,
    accent_color: branding.accentColor,
    logo_url: branding.logoUrl,
    allowed_origins: allowedOrigins,
    portal_url: portalUrl,
  })}`;
  const employees = new Map<string, string>();
  for (const employee of organization.employees) {
    const id = newId();
    employees.set(employee.key, id);
    await tx`insert into portal.users ${tx({
      organization_id: organizationId,
      id,
      email: employee.email,
      name: employee.name,
      role: employee.role,
      password_hash: passwordHash,
      email_verified_at: now,
    })}`;
  }
  for (const customer of organization.customers)
    await insertCustomer(tx, organizationId, employees, customer, passwordHash, now);
}

async function insertCustomer(
  tx: postgres.TransactionSql,
  organizationId: string,
  employees: Map<string, string>,
  customer: DemoCustomer,
  passwordHash: string,
  now: Date,
) {
  const key = { organization_id: organizationId, customer_id: newId() };
  const { name, email, phone, address, timeZone, locale, externalId } = customer;
  await tx`insert into portal.customers ${tx({
    organization_id: organizationId,
    id: key.customer_id,
    external_id: externalId,
    name,
    email,
    phone,
    address,
    time_zone: timeZone,
    locale,
  })}`;
  const userId = newId();
  if (customer.signsIn && email) {
    await tx`insert into portal.users ${tx({ ...key, id: userId, email, name, role: "CUSTOMER", password_hash: passwordHash, email_verified_at: now })}`;
  }
  const person = (employee: string | null) => (employee === null ? null : (employees.get(employee) ?? null));
  for (const row of customer.appointments) {
    await tx`insert into portal.appointments ${tx({
      ...key,
      id: newId(),
      employee_id: person(row.employee),
      title: row.title,
      description: row.description,
      status: row.status,
      starts_at: row.startsAt,
      ends_at: row.endsAt,
      time_zone: row.timeZone,
      location: row.location,
      meeting_url: row.meetingUrl,
    })}`;
  }
  for (const row of customer.tasks) {
    const id = newId();
    await tx`insert into portal.tasks ${tx({
      ...key,
      id,
      title: row.title,
      description: row.description,
      status: row.status,
      priority: row.priority,
      due_at: row.dueAt,
      completed_at: row.completedAt,
    })}`;
    if (!row.completedAt || !customer.signsIn) continue;
    await tx`insert into portal.audit_log ${tx({
      organization_id: organizationId,
      id: newId(),
      at: row.completedAt,
      actor_id: userId,
      actor_kind: "CUSTOMER",
      actor_name: name,
      action: "completeTask",
      entity: "task",
      entity_id: id,
      before: tx.json({ status: "OPEN" }),
      after: tx.json({ status: "DONE" }),
      request_id: newId(),
    })}`;
  }
  for (const row of customer.notes) {
    await tx`insert into portal.notes ${tx({
      ...key,
      id: newId(),
      author_id: person(row.author),
      title: row.title,
      body: row.body,
      visibility: row.visibility,
      created_at: row.createdAt,
      updated_at: row.createdAt,
    })}`;
  }
}
