// What an employee does by the API.
import assert from "node:assert/strict";
import { newestMail, portalUrl } from "./support.ts";

const post = (path: string, body: object, headers: Record<string, string>) =>
  fetch(portalUrl + path, {
    method: "POST",
    headers: { "content-type": "application/json", origin: portalUrl, ...headers },
    body: JSON.stringify(body),
  });

/** Invites somebody as an employee, of Northwind unless another organization is named; answers the link of the mail. */
export async function invite(
  by: string,
  input: { email: string } & Record<string, string>,
  organization = "northwind",
): Promise<string> {
  const credentials = { email: by, password: "portico-demo-1", organization };
  const signedIn = await post("/dashboard/auth/login", credentials, { "x-requested-with": "portico" });
  assert.equal(signedIn.status, 200, await signedIn.clone().text());
  const { accessToken } = (await signedIn.json()) as { accessToken: string };
  const invited = await post("/dashboard/invitations", input, { authorization: `Bearer ${accessToken}` });
  assert.equal(invited.status, 201, await invited.clone().text());
  return linkIn((await newestMail(input.email)).text);
}

/** The link of a mail. */
export function linkIn(text: string): string {
  const link = /https?:\/\/\S+#portal-\w+=[\w.-]+/.exec(text)?.[0];
  assert.ok(link, `no link in: ${text}`);
  return link;
}

/** The code of a mail. */
export function codeIn(text: string): string {
  const code = /\b\d{6}\b/.exec(text)?.[0];
  assert.ok(code, `no code in: ${text}`);
  return code;
}
