// People of a test's organization who come by their invitations.
import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { portalUrl } from "./support.ts";
import type { Organization } from "./support.ts";

const password = "a long enough phrase";

async function linkTo(email: string): Promise<string> {
  for (let attempt = 0; attempt < 100; attempt++) {
    const outbox = await fetch(`${portalUrl}/dev/outbox`, { headers: { Accept: "application/json" } });
    const { items } = (await outbox.json()) as { items: { to: string; text: string }[] };
    const text = items.find(({ to }) => to === email)?.text ?? "";
    const token = /#portal-invitation=([\w.-]+)/.exec(text)?.[1];
    if (token) return token;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`no invitation reached ${email}`);
}

/** Somebody who has accepted an invitation: their address, and their access token. */
export async function join(
  house: Organization,
  input: { name: string; role?: string; customerId?: string },
): Promise<{ email: string; accessToken: string }> {
  const email = `p-${randomBytes(6).toString("hex")}@example.com`;
  await house.call("POST", "/dashboard/invitations", { email, ...input });
  const response = await fetch(`${portalUrl}/portal/invitations/accept`, {
    method: "POST",
    headers: { "Content-Type": "application/json", "X-Requested-With": "portico", Origin: portalUrl },
    body: JSON.stringify({ token: await linkTo(email), name: input.name, password }),
  });
  assert.equal(response.status, 201, await response.clone().text());
  return { email, ...((await response.json()) as { accessToken: string }) };
}
