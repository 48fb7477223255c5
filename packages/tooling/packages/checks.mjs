// What publint and Are The Types Wrong say of a tarball, as lines; none when there is nothing to say.
import { readFileSync } from "node:fs";
import { checkPackage, createPackageFromTarballData } from "@arethetypeswrong/core";
import { filterProblems, problemKindInfo } from "@arethetypeswrong/core/problems";
import { publint } from "publint";
import { formatMessage } from "publint/utils";

/** Reads what is to be published as a package manager and a bundler would. */
export async function lintPackage(/** @type {string} */ tarball) {
  const { buffer, byteOffset, byteLength } = readFileSync(tarball);
  const data = /** @type {ArrayBuffer} */ (buffer.slice(byteOffset, byteOffset + byteLength));
  const { messages, pkg } = await publint({ strict: true, pack: { tarball: data } });
  return messages.map((message) => `${message.type}: ${formatMessage(message, pkg, { color: false })}`);
}

/** ES modules only, as the profile `esm-only` of its command line has it: CommonJS gets what Node can require. */
const kinds = /** @type {const} */ (["node16-esm", "bundler"]);

/** Resolves every module as TypeScript would in the projects that take it; a style sheet has no types. */
export async function checkTypes(/** @type {string} */ tarball) {
  const options = { excludeEntrypoints: [/\.css$/] };
  const result = await checkPackage(createPackageFromTarballData(readFileSync(tarball)), options);
  if (!result.types) return ["There are no types."];
  const problems = new Set(kinds.flatMap((resolutionKind) => filterProblems(result, { resolutionKind })));
  return [...problems].map((problem) => `${problemKindInfo[problem.kind].title}: ${JSON.stringify(problem)}`);
}
