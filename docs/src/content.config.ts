import { docsLoader } from "@astrojs/starlight/loaders";
import { docsSchema } from "@astrojs/starlight/schema";
import { defineCollection } from "astro:content";

/** The pages: hand-written ones, and those that `scripts/` write before the site is built. */
export const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) };
