import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";

const ADA = { name: "Ada", email: "ada@example.com", password: "correct horse battery" };

/** Goes in as the first account, which is made where nobody has done that yet. */
export async function enter(page: Page): Promise<void> {
  await page.goto("/");
  if (page.url().endsWith("/setup")) {
    await page.getByLabel("Set-up code").fill(setUpCode());
    await page.getByLabel("Name").fill(ADA.name);
  }
  await page.getByLabel("E-mail").fill(ADA.email);
  await page.getByLabel("Password", { exact: true }).fill(ADA.password);
  await page.keyboard.press("Enter");
  await page.getByRole("link", { name: "Endpoints" }).first().waitFor();
}

/** The code for the first account, as the server has printed it. */
export function setUpCode(): string {
  const output = readFileSync(join(process.env["E2E_DIR"] ?? "", "output.txt"), "utf8");
  return output.match(/\b[0-9A-Z]{4}(-[0-9A-Z]{4}){3}\b/)?.[0] ?? "";
}
