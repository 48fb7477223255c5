// A Chromium for the tests: the system's if there is one, else the one inside an npm package. Nothing is downloaded.
import { execFileSync } from "node:child_process";
import process from "node:process";

/** Flags for every test browser: no sandbox (tests run as root in CI), no phoning home. */
export const browserArgs = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

const names = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];
const applications = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/** Some systems have a command of that name which only says how to install the browser: it must answer. */
function answers(/** @type {string} */ command) {
  try {
    execFileSync(command, ["--version"], { stdio: "ignore", timeout: 20_000 });
    return true;
  } catch {
    return false;
  }
}

/** The full path of a command. */
function which(/** @type {string} */ name) {
  try {
    return execFileSync("which", [name], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).trim();
  } catch {
    return "";
  }
}

/**
 * The path of a Chromium that runs here; CHROME_PATH decides when it is set.
 * @returns {Promise<string>}
 */
export async function findBrowser() {
  if (process.env.CHROME_PATH) return process.env.CHROME_PATH;
  for (const candidate of [...names.map(which), ...applications]) {
    if (candidate && answers(candidate)) return candidate;
  }
  const { default: chromium } = await import("@sparticuz/chromium");
  return chromium.executablePath();
}
