// A copy of the repository to try things in: its own files, this one's installed packages.
import { cpSync, existsSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PlainError, root, run } from "../lib.mjs";

/** Runs git in a tree and returns what it said. */
export async function git(/** @type {string} */ tree, /** @type {string[]} */ args) {
  const { code, output } = await run("git", args, { cwd: tree });
  if (code !== 0) throw new PlainError(`git ${args.join(" ")} failed:\n${output.trim()}`);
  return output.trim();
}

/** Clones what is committed; with `isUncommitted`, what is not is in the copy too. */
export async function copyOfTree(/** @type {boolean} */ isUncommitted) {
  const tree = mkdtempSync(join(tmpdir(), "portico-release-"));
  await git(root, ["clone", "--quiet", "--shared", root, tree]);
  symlinkSync(join(root, "node_modules"), join(tree, "node_modules"), "junction");
  if (!isUncommitted) return tree;
  const changed = await git(root, [
    "ls-files",
    "-z",
    "--modified",
    "--deleted",
    "--others",
    "--exclude-standard",
  ]);
  for (const file of changed.split("\0").filter(Boolean)) {
    if (existsSync(join(root, file))) cpSync(join(root, file), join(tree, file));
    else rmSync(join(tree, file), { force: true });
  }
  return tree;
}
