import { existsSync } from "node:fs";
import { Advice, runQuietly } from "./project.mjs";

const INSTALLED = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

const ADVICE = "The tests in a browser need Chromium or Chrome. Install one, or set CHROMIUM_PATH to where it is.";

/** The path of a Chromium to test with. On Debian root gets one installed when there is none. */
export async function findChromium() {
  const given = process.env.CHROMIUM_PATH;
  if (given) return given;
  const found = INSTALLED.find((file) => existsSync(file));
  if (found) return found;
  if (process.getuid?.() !== 0 || !existsSync("/etc/debian_version")) throw new Advice(ADVICE);

  console.log("Installing Chromium…");
  await runQuietly("apt-get", ["update"], { advice: ADVICE });
  await runQuietly("apt-get", ["install", "-y", "chromium"], {
    env: { DEBIAN_FRONTEND: "noninteractive" },
    advice: ADVICE,
  });
  return "/usr/bin/chromium";
}
