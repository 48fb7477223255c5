import { createHash, createHmac, pbkdf2Sync, randomBytes } from "node:crypto";
import { ConnectionError, refusal, unexpected } from "./errors.ts";
import { Fields, MessageWriter } from "./messages.ts";
import type { Wire } from "./wire.ts";

/** What a server may say while somebody signs in, by its number in the protocol. */
const says = { welcome: 0, sendPassword: 3, sendMd5: 5, useSasl: 10, saslContinue: 11, saslFinal: 12 };
type Saying = keyof typeof says;

/** Proves to PostgreSQL who we are, in the way that it asks for. */
export async function authenticate(wire: Wire, user: string, password: string): Promise<void> {
  const { saying, fields } = await expect(wire, "welcome", "sendPassword", "sendMd5", "useSasl");
  if (saying === "welcome") return;
  if (saying === "sendPassword") answer(wire, `${password}\0`);
  if (saying === "sendMd5") answer(wire, `md5${md5(md5(password + user), fields.bytes(4))}\0`);
  if (saying === "useSasl") {
    if (!fields.rest().split("\0").includes("SCRAM-SHA-256"))
      throw refused("it does not offer SCRAM-SHA-256");
    await scram(wire, password);
  }
  await expect(wire, "welcome");
}

async function expect(wire: Wire, ...wanted: Saying[]) {
  const { type, body } = await wire.next();
  if (type === "E") throw refusal(body);
  if (type !== "R") throw unexpected(`${type} while signing in`);
  const fields = new Fields(body);
  const number = fields.int32();
  const saying = wanted.find((name) => says[name] === number);
  if (!saying) throw refused(`it says ${number} where ${wanted.join(" or ")} comes next`);
  return { saying, fields };
}

const answer = (wire: Wire, text: string) => wire.send(new MessageWriter().begin("p").raw(text).end().take());
const refused = (why: string) => new ConnectionError("AUTHENTICATION", `The server is not trusted: ${why}`);

const md5 = (text: string, salt: Uint8Array = new Uint8Array()) =>
  createHash("md5").update(text).update(salt).digest("hex");
const hmac = (key: Uint8Array, text: string) => createHmac("sha256", key).update(text).digest();

/** SCRAM-SHA-256 (RFC 5802 and 7677): either side proves that it knows the password, and neither sends it. */
async function scram(wire: Wire, password: string): Promise<void> {
  const nonce = randomBytes(18).toString("base64");
  const clientFirst = `n=,r=${nonce}`;
  const first = new MessageWriter().begin("p").cstring("SCRAM-SHA-256").value(`n,,${clientFirst}`);
  wire.send(first.end().take());

  const serverFirst = (await expect(wire, "saslContinue")).fields.rest();
  const { r: bothNonces = "", s: salt = "", i: rounds = "" } = attributes(serverFirst);
  if (!bothNonces.startsWith(nonce) || bothNonces.length === nonce.length)
    throw refused("its nonce is not ours");
  const { clientKey, serverKey } = keysOf(password, salt, Number(rounds));
  const clientFinal = `c=biws,r=${bothNonces}`;
  const exchange = `${clientFirst},${serverFirst},${clientFinal}`;
  const signature = hmac(createHash("sha256").update(clientKey).digest(), exchange);
  const proof = Buffer.from(clientKey.map((byte, index) => byte ^ signature[index]!)).toString("base64");
  answer(wire, `${clientFinal},p=${proof}`);

  const { v: verifier } = attributes((await expect(wire, "saslFinal")).fields.rest());
  if (verifier !== hmac(serverKey, exchange).toString("base64"))
    throw refused("it does not know the password");
}

/** `a=1,b=2` as an object. */
const attributes = (text: string): Record<string, string | undefined> =>
  Object.fromEntries(text.split(",").map((part) => [part.slice(0, 1), part.slice(2)]));

/** More rounds than this are refused, so that a server cannot make us compute for long. */
const maxRounds = 100_000;

/** The last derivation, by far the dearest step: a deployment has one password, and PostgreSQL one salt for it. */
let derived: { from: string; clientKey: Buffer; serverKey: Buffer } | undefined;

function keysOf(password: string, salt: string, rounds: number) {
  const from = JSON.stringify([password, salt, rounds]);
  if (derived?.from === from) return derived;
  if (!(rounds >= 1 && rounds <= maxRounds)) throw refused(`it asks for ${rounds} rounds`);
  const salted = pbkdf2Sync(password.normalize("NFKC"), Buffer.from(salt, "base64"), rounds, 32, "sha256");
  derived = { from, clientKey: hmac(salted, "Client Key"), serverKey: hmac(salted, "Server Key") };
  return derived;
}
