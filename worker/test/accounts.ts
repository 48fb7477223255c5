import { createHash, randomBytes } from "node:crypto";
import { inDays, newId, password, type Person, type Tenant } from "./harness.ts";
import { Visitor } from "./http.ts";

/** A challenge as a mail would have made it, without its mail; returns the link's secret. */
export async function addChallenge(
  { tenant, userId, email }: Person,
  purpose: "RESET_PASSWORD" | "CHANGE_EMAIL",
  address = email,
): Promise<string> {
  const id = newId();
  const secret = randomBytes(32).toString("base64url");
  const secret_hash = createHash("sha256").update(secret).digest("base64url");
  const [expires_at, code_expires_at] = [inDays(1 / 24), inDays(1 / 144)];
  const row = { organization_id: tenant.id, id, user_id: userId, purpose, email: address, secret_hash };
  const times = { code_hash: "none", expires_at, code_expires_at };
  await tenant.sql(async (tx) => {
    await tx`delete from portal.challenges where user_id = ${userId} and purpose = ${purpose}`;
    await tx`insert into portal.challenges ${tx({ ...row, ...times })}`;
  });
  return `${tenant.id}.${id}.${secret}`;
}

/** A live session of a user, made without signing in; returns its id. */
export async function addSession(
  tenant: Tenant,
  userId: string,
  values: Record<string, unknown> = {},
): Promise<string> {
  const row = { organization_id: tenant.id, id: newId(), user_id: userId, audience: "portal" };
  await tenant.sql(
    (tx) => tx`insert into portal.sessions ${tx({ ...row, expires_at: inDays(1), ...values })}`,
  );
  return row.id;
}

/** A mail as the outbox keeps it. */
export interface KeptMail {
  kind: string;
  locale: string;
  subject: string;
  text: string;
  html: string;
}

/** An organization's mails to an address, newest first. */
export const mailsOf = (tenant: Tenant, address: string) =>
  tenant.sql(
    async (tx) =>
      (await tx`select kind, locale, subject, text_body as text, html_body as html from portal.outbox
        where to_address = ${address} order by created_at desc, id desc`) as unknown as KeptMail[],
  );

/** The kinds of an organization's mails to an address, newest first. */
export const kindsOf = async (tenant: Tenant, address: string) =>
  (await mailsOf(tenant, address)).map(({ kind }) => kind);

/** What the newest mail to an address proves: the link, its secret, and the code. */
export async function proofOf(tenant: Tenant, address: string) {
  const [mail] = await mailsOf(tenant, address);
  const url = new URL(/https?:\S+/.exec(mail?.text ?? "")![0]);
  const code = /\b\d{6}\b/.exec(mail!.text)![0];
  return { url, code, token: url.hash.replace(/^#portal-\w+=/, "") };
}

/** Another code than this one. */
export const otherThan = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, "0");

/** Asks for a mail on one of the two sides. */
export const forgot = (tenant: Tenant, email: string, audience = "portal", visitor = visitorOf(tenant)) =>
  visitor.post(`/${audience}/auth/password/forgot`, { organization: tenant.slug, email });

/** Sets a password by what a mail proves. */
export const reset = (tenant: Tenant, input: object, audience = "portal", visitor = visitorOf(tenant)) =>
  visitor.post(`/${audience}/auth/password/reset`, { password: newPassword, ...input });

/** The password that is set. */
export const newPassword = "an entirely new password";

/** Somebody on the organization's website. */
export const visitorOf = (tenant: Tenant) => new Visitor(tenant.origin);

/** Whether the password signs in. */
export async function signsIn({ tenant, email }: Person, word = password, audience = "portal") {
  return (await visitorOf(tenant).login(email, word, tenant.slug, audience)).status === 200;
}

/** The id of the session that an access token is of. */
export const sessionIdOf = ({ accessToken = "" }: Visitor) =>
  JSON.parse(Buffer.from(accessToken.split(".")[1]!, "base64url").toString()).sid as string;

/** Whether a visitor's session still answers. */
export const isLive = async (visitor: Visitor, audience = "portal") =>
  (await visitor.get(`/${audience}/me/sessions`)).status === 200;

/** The entries of the audit log about a user or session. */
export const auditOf = (tenant: Tenant, id: string) =>
  tenant.sql(
    (tx) => tx`select action, entity, actor_id, before, after from portal.audit_log
      where entity_id = ${id} order by at, id`,
  );
