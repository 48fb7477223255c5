// Every snippet of the documentation is parsed, compiled, type-checked or opened, and so is what its pages name.
import assert from "node:assert/strict";
import { test } from "node:test";
import { blockProblems, wordProblems } from "../snippets/check-block.mjs";
import { documents, readDocument } from "../snippets/documents.mjs";
import { isPage, pageProblems } from "../snippets/pages.mjs";
import { typeProblems } from "../snippets/types.mjs";

const all = documents();
const blocks = all.flatMap((document) => document.blocks);
const none = (/** @type {string[]} */ problems) => assert.equal(problems.join("\n"), "");

test("there is documentation", () => {
  assert.ok(all.length > 12, `${all.length} documents`);
  assert.ok(blocks.length > 30, `${blocks.length} blocks`);
  assert.ok(blocks.some(isPage), "pages");
});

for (const document of all) {
  test(`${document.path} says what is so`, () => {
    none([...document.blocks.flatMap(blockProblems), ...wordProblems(document)]);
  });
}

// The checks must be able to fail: a page on which everything is wrong, each block with what is to be said about it.
const fence = (/** @type {string} */ language, /** @type {string} */ code) =>
  `\n\`\`\`${language}\n${code}\n\`\`\`\n`;
const wrong = readDocument(
  "wrong.md",
  [
    fence("", "text"),
    fence("ts wat", "export {};"),
    fence(
      "html",
      '<portal-dashboard organisation="acme" routing="maybe"><p slot="left">x</p></portal-dashboard>',
    ),
    fence("html", '<script type="module" src="https://portal.example.com/embed/portal.js"></script>'),
    fence("vue", "<template><portal-tasks @portal-nothing='1'></portal-tasks></template>"),
    fence("svelte", "<portal-tasks onportal-nothing={() => {}}></portal-tasks>"),
    fence("css", "portal-tasks::part(nothing) { color: var(--portal-nothing); }"),
    fence("json", "{ a: 1 }"),
    fence("jsonc", "{ // a\n a }"),
    fence("toml", "a = "),
    fence(
      "toml",
      '[vars]\nNOTHING = "1"\n[[queues.producers]]\nbinding = "NOWHERE"\n[[r2_buckets]]\nbinding = "NOWHERE"',
    ),
    fence("sh", "echo x | npx wrangler secret put NO_SECRET"),
    fence(
      "sh",
      "npm run nothing && npx nothing\nnpm install @portico/nothing\ncurl -X PUT $API/dashboard/tasks",
    ),
    fence("sh", `curl "$API/dashboard/tasks" -d '{ "titel": "x", "priority": "URGENT" }'`),
    "\n`DELETE /portal/me` and `--portal-nothing`\n",
    fence(
      "ts",
      'import { createPortalClient } from "@portico/client";\nexport const portal = createPortalClient();',
    ),
    fence("ts continues", "portal.nothing();"),
    fence("html", "<portal-tasks></portal-tasks>\n<script>document.nothing();</script>"),
  ].join("\n"),
);
const about = (/** @type {string[]} */ problems) =>
  problems.filter((problem) => problem.startsWith("wrong.md:"));
const others = (/** @type {string[]} */ problems) =>
  problems.filter((problem) => !problem.startsWith("wrong.md:"));

test("what is not so is found", () => {
  const found = [...wrong.blocks.flatMap(blockProblems), ...wordProblems(wrong)];
  for (const expected of [
    "language",
    "says wat",
    "no attribute organisation",
    "takes none, hash, path",
    "no slot left",
    "/embed/portal.js",
    "<portal-tasks> fires no portal-nothing",
    "::part(nothing)",
    "--portal-nothing is not",
    "no script nothing",
    "npx finds no nothing",
    "@portico/nothing is not",
    "no PUT /dashboard/tasks",
    "lacks customerId",
    "has no titel",
    "takes LOW, NORMAL, HIGH",
    "no DELETE /portal/me",
    "does not know NOTHING",
    "does not know NOWHERE",
    "does not know NO_SECRET",
  ])
    assert.ok(
      found.some((problem) => problem.includes(expected)),
      `${expected} in\n${found.join("\n")}`,
    );
  assert.ok(
    wrong.blocks
      .slice(0, -3)
      .every(({ line }) => found.some((problem) => problem.startsWith(`wrong.md:${line}:`))),
    found.join("\n"),
  );
});

test("TypeScript and JavaScript fit the packages", async () => {
  const problems = await typeProblems([...blocks, ...wrong.blocks]);
  none(others(problems));
  const lines = wrong.blocks.slice(-3).map(({ line }) => line);
  const places = about(problems).map((problem) => Number(problem.split(":")[1]));
  assert.deepEqual(places.sort(), [(lines[0] ?? 0) + 1, lines[1], (lines[2] ?? 0) + 1]);
});

test("pages show the portal", async () => {
  const problems = await pageProblems([...blocks, ...wrong.blocks.slice(-1)]);
  none(others(problems));
  assert.match(about(problems).join(), /document\.nothing is not a function/);
});
