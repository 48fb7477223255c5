import setup from "argon2id/lib/setup.js";
import { base64url, equalInConstantTime } from "./crypto.ts";

// OWASP's recommendation; stored with each hash, so that it can be raised without breaking old ones.
const current = { memory: 19456, passes: 2, parallelism: 1 };
// What an unknown user is compared with, so that the work is the same.
const nobody = `argon2id$${current.memory}$${current.passes}$${current.parallelism}$AAAAAAAAAAAAAAAAAAAAAA$`;

const bytesOf = (text: string) =>
  Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (character) =>
    character.charCodeAt(0),
  );

/** Hashing and verifying over one compiled argon2id module: Workers import it, Node reads it from disk. */
export function createPasswords(loadModule: () => Promise<WebAssembly.Module>) {
  let instance: ReturnType<typeof setup> | undefined;

  // One instance: its memory is 65 MB. It is cleared between hashes and holds nothing of a request.
  function hasher() {
    const load = async (imports: WebAssembly.Imports) => ({
      instance: await WebAssembly.instantiate(await loadModule(), imports),
    });
    return (instance ??= setup(load, load));
  }

  async function digest(password: string, salt: Uint8Array, params: typeof current): Promise<string> {
    const hash = (await hasher())({
      password: new TextEncoder().encode(password.normalize("NFC")),
      salt,
      parallelism: params.parallelism,
      passes: params.passes,
      memorySize: params.memory,
      tagLength: 32,
    });
    return base64url(hash);
  }

  return {
    /** Hashes a password with argon2id (RFC 9106) as `argon2id$memory$passes$parallelism$salt$hash`. */
    async hashPassword(password: string): Promise<string> {
      const salt = crypto.getRandomValues(new Uint8Array(16));
      const hash = await digest(password, salt, current);
      return ["argon2id", current.memory, current.passes, current.parallelism, base64url(salt), hash].join(
        "$",
      );
    },

    /** Whether `password` belongs to `stored`; costs one hash also where there is nobody. */
    async verifyPassword(password: string, stored: string | undefined): Promise<boolean> {
      const [, memory, passes, parallelism, salt, hash] = (stored ?? nobody).split("$");
      const params = { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism) };
      const found = await digest(password, bytesOf(salt!), params);
      return stored !== undefined && equalInConstantTime(found, hash!);
    },
  };
}
