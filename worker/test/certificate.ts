import { generateKeyPairSync, randomBytes, sign } from "node:crypto";
import { rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** DER: a tag, the length of what follows, and that. */
function der(tag: number, ...parts: Buffer[]): Buffer {
  const body = Buffer.concat(parts);
  const { length } = body;
  const short = length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255];
  return Buffer.concat([Buffer.of(tag), Buffer.from(length < 128 ? [length] : short), body]);
}
const sequence = (...parts: Buffer[]) => der(0x30, ...parts);
const oid = (hex: string) => der(0x06, Buffer.from(hex, "hex"));
const utcTime = (date: Date) =>
  der(0x17, Buffer.from(`${date.toISOString().slice(2, 19).replace(/[-:T]/g, "")}Z`));

/** A key and a certificate for `localhost` that it has signed itself (RFC 5280), good for a day around now. */
export function selfSigned(): { key: string; cert: string } {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const ecdsaWithSha256 = sequence(oid("2a8648ce3d040302"));
  const name = sequence(der(0x31, sequence(oid("550403"), der(0x0c, Buffer.from("localhost")))));
  const day = 86_400_000;
  const names = sequence(der(0x82, Buffer.from("localhost")));
  const isAuthority = sequence(der(0x01, Buffer.of(255)));
  const tbs = sequence(
    der(0xa0, der(0x02, Buffer.of(2))),
    der(0x02, Buffer.concat([Buffer.of(1), randomBytes(8)])),
    ecdsaWithSha256,
    name,
    sequence(utcTime(new Date(Date.now() - day)), utcTime(new Date(Date.now() + day))),
    name,
    publicKey.export({ type: "spki", format: "der" }),
    der(
      0xa3,
      sequence(
        sequence(oid("551d11"), der(0x04, names)),
        sequence(oid("551d13"), der(0x01, Buffer.of(255)), der(0x04, isAuthority)),
      ),
    ),
  );
  const signature = der(0x03, Buffer.of(0), sign("sha256", tbs, privateKey));
  const text = sequence(tbs, ecdsaWithSha256, signature).toString("base64");
  return {
    key: String(privateKey.export({ type: "pkcs8", format: "pem" })),
    cert: `-----BEGIN CERTIFICATE-----\n${text.replace(/.{64}/g, "$&\n")}\n-----END CERTIFICATE-----\n`,
  };
}

/** Makes the Workers that are started after this trust a certificate. */
export function trust(cert: string): void {
  const file = join(tmpdir(), `portico-ca-${process.pid}.pem`);
  writeFileSync(file, cert);
  process.on("exit", () => rmSync(file, { force: true }));
  process.env.NODE_EXTRA_CA_CERTS = file;
}
