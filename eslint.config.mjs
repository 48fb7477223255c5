// One linter for every room. Besides style, it holds the directions of docs/architecture.md: who may import whom.
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import importX from "eslint-plugin-import-x";
import lit from "eslint-plugin-lit";
import litA11y from "eslint-plugin-lit-a11y";
import wc from "eslint-plugin-wc";
import tseslint from "typescript-eslint";

const root = import.meta.dirname;
const source = "./worker/src";
const folder = join(root, source, "features");
const features = existsSync(folder) ? readdirSync(folder) : [];
const featureFiles = (/** @type {string} */ kind) => `${source}/features/**/*.${kind}.ts`;

/** lib ← db ← queries ← service ← routes ← app ← index: each zone names what would point the other way. */
const zones = [
  ...features.map((feature) => ({
    target: `${source}/features/${feature}`,
    from: `${source}/features`,
    except: [`./${feature}`],
    message: "Features never import features: move what they share to lib, db or wire.",
  })),
  { target: `${source}/lib`, from: source, except: ["./lib"], message: "lib imports nothing of the Worker." },
  {
    target: `${source}/db`,
    from: ["features", "middleware", "mail", "app.ts", "index.ts"].map((part) => `${source}/${part}`),
    message: "db knows neither features nor HTTP.",
  },
  {
    target: `${source}/mail`,
    from: ["features", "middleware", "app.ts", "index.ts"].map((part) => `${source}/${part}`),
    message: "mail sends what is in the outbox, whichever feature has put it there.",
  },
  {
    target: featureFiles("queries"),
    from: [featureFiles("service"), featureFiles("routes"), `${source}/features/**/portal.routes.ts`],
    message: "Queries are called by services and routes, never the other way round.",
  },
  { target: featureFiles("service"), from: featureFiles("routes"), message: "Services know no routes." },
  {
    target: [`${source}/features`, `${source}/middleware`],
    from: [`${source}/app.ts`, `${source}/index.ts`],
    message: "app mounts features; they do not know it.",
  },
  {
    target: "./worker",
    from: "./packages",
    message: "Worker and packages meet only at worker/openapi.json.",
  },
  {
    target: [
      "./packages/client",
      "./packages/elements",
      "./packages/react",
      "./packages/server",
      "./packages/console",
    ],
    from: "./worker",
    except: ["./openapi.json"],
    message: "Worker and packages meet only at worker/openapi.json.",
  },
  {
    target: "./packages/client",
    from: "./packages",
    except: ["./client"],
    message: "client imports no other package.",
  },
  {
    target: "./packages/elements",
    from: "./packages",
    except: ["./client", "./elements"],
    message: "client → elements → react: elements know no framework.",
  },
  {
    target: "./packages/react",
    from: "./packages",
    except: ["./client", "./elements", "./react"],
    message: "client → elements → react.",
  },
];

const drizzle = {
  regex: "^drizzle-orm",
  message: "Only *.queries.ts and db/ speak to the database.",
};
const rawEnvironment = {
  regex: "^cloudflare:workers$",
  importNames: ["env"],
  message: "Only index.ts and env.ts see the raw environment.",
};
const restricted = (/** @type {object[]} */ patterns) => ["error", { patterns }];

export default tseslint.config(
  {
    ignores: [
      "**/dist/",
      "**/node_modules/",
      ".wrangler/",
      ".portico/",
      "coverage/",
      "docs/public/embed/",
      "docs/.astro/",
    ],
  },
  ...tseslint.configs.recommended,
  {
    linterOptions: { reportUnusedDisableDirectives: "error" },
    plugins: { "import-x": importX },
    rules: {
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", ignoreRestSiblings: true }],
      "@typescript-eslint/consistent-type-imports": ["error", { fixStyle: "inline-type-imports" }],
      eqeqeq: ["error", "always", { null: "ignore" }],
      "no-console": "off",
      "no-eval": "error",
      "no-implied-eval": "error",
      "no-throw-literal": "error",
      "prefer-const": "error",
      "max-lines": ["error", { max: 400 }],
      "import-x/no-restricted-paths": ["error", { basePath: root, zones }],
    },
  },
  {
    files: ["**/generated/**", "**/*.generated.ts", "**/*.d.ts"],
    rules: { "max-lines": "off", "@typescript-eslint/no-explicit-any": "off" },
  },
  {
    files: ["worker/src/**/*.ts"],
    rules: {
      "no-restricted-imports": restricted([drizzle, rawEnvironment]),
      "no-console": ["error", { allow: ["error", "warn"] }],
    },
  },
  {
    files: ["worker/src/db/**/*.ts", "worker/src/**/*.queries.ts"],
    rules: { "no-restricted-imports": restricted([rawEnvironment]) },
  },
  {
    files: ["worker/src/index.ts", "worker/src/env.ts"],
    rules: { "no-restricted-imports": restricted([drizzle]) },
  },
  {
    files: ["worker/src/**/*.ts"],
    ignores: ["worker/src/index.ts", "worker/src/env.ts", "worker/src/migrate.ts"],
    rules: {
      "no-restricted-syntax": [
        "error",
        {
          selector: "MemberExpression[object.name='process'][property.name='env']",
          message: "Only index.ts and env.ts see the raw environment.",
        },
        {
          selector: "ImportSpecifier[imported.name='z']",
          message: 'import * as z from "zod": then what is not used stays out of the bundle.',
        },
      ],
    },
  },
  {
    files: ["packages/client/src/**/*.ts"],
    rules: {
      "no-restricted-imports": restricted([
        {
          regex: "^(lit|@lit|@lit-labs|zod)(/|$)",
          message: "The client has no interface and validates nothing at run time.",
        },
      ]),
      "no-restricted-globals": [
        "error",
        ...["window", "document", "localStorage", "sessionStorage", "HTMLElement", "location"].map(
          (name) => ({
            name,
            message: "The client runs in Node and Workers too: no DOM.",
          }),
        ),
      ],
    },
  },
  {
    files: ["packages/elements/**/*.ts"],
    ...lit.configs["flat/recommended"],
  },
  { files: ["packages/elements/**/*.ts"], ...wc.configs["flat/recommended"] },
  {
    files: ["packages/elements/**/*.ts"],
    plugins: { "lit-a11y": litA11y },
    rules: litA11y.configs.recommended.rules,
  },
  {
    files: ["packages/elements/src/**/*.ts"],
    rules: {
      "no-restricted-imports": restricted([
        { regex: "^zod(/|$)", message: "zod never reaches the browser." },
      ]),
      "no-restricted-syntax": [
        "error",
        {
          selector: "ImportSpecifier[imported.name='unsafeHTML']",
          message: "Nothing of a tenant's is ever HTML.",
        },
      ],
    },
  },
);
