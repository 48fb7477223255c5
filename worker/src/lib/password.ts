import simd from "argon2id/dist/simd.wasm";
import { createPasswords } from "./argon2id.ts";

/** Passwords in workerd, which refuses to compile WebAssembly at run time: the module comes with the bundle. */
export const { hashPassword, verifyPassword } = createPasswords(async () => simd);
