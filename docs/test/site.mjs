// What the tests of the built site share.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { root } from "../scripts/page.mjs";

/** The built site. */
export const folder = join(root, "dist/docs");

/** Every page by its address. */
export const pages = new Map(
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".html"))
    .map((name) => {
      const address = `/${name.replaceAll("\\", "/").replace(/index\.html$/, "")}`;
      return /** @type {[string, string]} */ ([address, readFileSync(join(folder, name), "utf8")]);
    }),
);
