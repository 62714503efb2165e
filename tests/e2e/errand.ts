import type { Browser, Page } from "@playwright/test";

/** A page, and whatever it has complained of so far: an error in its console, or one that nobody caught. */
export async function openPage(browser: Browser): Promise<{ page: Page; complaints: string[] }> {
  const page = await browser.newPage();
  const complaints: string[] = [];
  // A blocked style or script is reported here, too.
  page.on(
    "console",
    (message) => message.type() === "error" && complaints.push(`${message.text()} ${message.location().url}`),
  );
  page.on("pageerror", (error) => complaints.push(error.message));
  return { page, complaints };
}

/** Asks the API for something as whoever is signed in on a page. */
export async function callFrom<Answer>(page: Page, path: string, body: unknown): Promise<Answer> {
  const answer = await page.evaluate(
    async ([url, text]) => {
      const headers = { "content-type": "application/json" };
      return (await fetch(`/api/v1${url}`, { method: "POST", headers, body: text ?? "" })).json();
    },
    [path, JSON.stringify(body)] as const,
  );
  return answer as Answer;
}
