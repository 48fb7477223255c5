// The documentation site. `npm run docs` reads it, `npm run docs -- build` writes static files to dist/docs.
import { satteri } from "@astrojs/markdown-satteri";
import starlight from "@astrojs/starlight";
import { defineConfig, passthroughImageService } from "astro/config";
import { links, tables } from "./scripts/links.mjs";
import { live } from "./scripts/live.mjs";

const folder = (/** @type {string} */ label, /** @type {string} */ directory, collapsed = false) => ({
  label,
  collapsed,
  items: [{ autogenerate: { directory } }],
});

export default defineConfig({
  // Only a site that knows its address has a sitemap.
  ...(process.env.DOCS_SITE && { site: process.env.DOCS_SITE }),
  outDir: "../dist/docs",
  cacheDir: "../node_modules/.cache/portico-docs",
  trailingSlash: "always",
  // Pictures are as they should be: nothing is resized, so no image library is needed.
  image: { service: passthroughImageService() },
  markdown: { processor: satteri({ mdastPlugins: [live], hastPlugins: [links, tables] }) },
  devToolbar: { enabled: false },
  integrations: [
    starlight({
      title: "Portico",
      description:
        "A customer portal that any organization embeds in its own website with two lines of HTML.",
      logo: { src: "./src/logo.svg", alt: "" },
      favicon: "/favicon.svg",
      customCss: ["./src/styles/portico.css", "./src/styles/try-it.css"],
      tableOfContents: { minHeadingLevel: 2, maxHeadingLevel: 3 },
      components: { Head: "./src/components/Head.astro" },
      credits: false,
      expressiveCode: {
        themes: ["github-dark-default", "github-light-default"],
        styleOverrides: {
          borderRadius: "0.875rem",
          borderColor: "var(--sl-color-hairline)",
          codeBackground: "var(--sl-color-gray-6)",
          frames: { frameBoxShadowCssValue: "none" },
        },
      },
      sidebar: [
        folder("Start", "start"),
        folder("Concepts", "concepts"),
        { label: "Theming", items: ["theming/playground"] },
        folder("Guides", "guides"),
        folder("Elements", "elements"),
        {
          label: "Reference",
          items: [
            { label: "SDKs", collapsed: true, items: [{ autogenerate: { directory: "reference/sdk" } }] },
            {
              label: "HTTP API",
              collapsed: true,
              items: [{ autogenerate: { directory: "reference/http" } }],
            },
            "reference/events",
            "reference/tokens",
            { label: "Errors", collapsed: true, items: [{ autogenerate: { directory: "errors" } }] },
          ],
        },
        {
          label: "How it is built",
          collapsed: true,
          items: [
            "project/architecture",
            { label: "Decisions", items: [{ autogenerate: { directory: "project/decisions" } }] },
          ],
        },
      ],
    }),
  ],
});
