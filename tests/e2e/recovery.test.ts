import { expect, type Page, test } from "@playwright/test";
import { type Receiver, startReceiver } from "../support/receiver";
import { enter } from "./enter";
import { callFrom, openPage } from "./errand";

test.describe.configure({ mode: "serial" });

let page: Page;
let receiver: Receiver;
let complaints: string[];
let isDeskOpen = false;
let failedRun = "";

test.beforeAll(async ({ browser }) => {
  receiver = await startReceiver(({ path }) => (path === "/desk" && !isDeskOpen ? 400 : 200));
  ({ page, complaints } = await openPage(browser));
  await enter(page);
});

test.afterAll(async () => {
  await page.close();
  await receiver.close();
});

test("an order's run fails at its second request, and its page says which, and what was done before", async () => {
  const address = await publishOrders();
  const answer = await fetch(address, { method: "POST", headers: JSON_TYPE, body: '{"order":17}' });
  expect(answer.status).toBe(202);

  await page.getByRole("link", { name: "Runs" }).first().click();
  await page.getByRole("link", { name: "Orders to the desk" }).first().click();
  await expect(page.getByText("“Tell the desk” failed.").first()).toBeVisible();
  await expect(page.getByText("A delivery rang.")).toBeVisible();
  failedRun = page.url();
  await expect(ledgerLine("Charge the card")).toContainText("Confirmed");
  await expect(ledgerLine("Tell the desk")).toContainText("Refused");
});

test("once the receiver is mended, they retry it from what failed: nothing is done twice", async () => {
  isDeskOpen = true;
  await page.getByRole("button", { name: "Retry" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByRole("radio", { name: /From what failed/ })).toBeChecked();
  const outlook = dialog.getByRole("region", { name: "What it does outside" }).getByRole("listitem");
  await expect(outlook.filter({ hasText: "Charge the card" })).toContainText("Taken over");
  await expect(outlook.filter({ hasText: "Tell the desk" })).toContainText("Sent");
  await dialog.getByRole("button", { name: "Retry" }).click();

  await expect(page).not.toHaveURL(failedRun);
  await expect(page.getByText("An earlier run is tried again.")).toBeVisible();
  await expect(page.getByText("Every step that had to run went well.")).toBeVisible();
  await expect(ledgerLine("Charge the card")).toContainText("Confirmed");
  await expect(ledgerLine("Tell the desk")).toContainText("Confirmed");
  await expect(ledgerLine("Tell the desk")).toContainText("2 attempts");
  expect(countAt("/charge")).toBe(1);
  expect(countAt("/desk")).toBe(2);

  await page.getByRole("link", { name: "Open the run before" }).click();
  await expect(page).toHaveURL(failedRun);
  await expect(page.getByText(/^Tried again/)).toBeVisible();
});

test("run in bulk, what was done is left out, as the page said beforehand", async () => {
  await page.getByRole("link", { name: "Deliveries" }).first().click();
  await page.getByRole("combobox", { name: "Endpoint" }).selectOption({ label: "Desk orders" });
  await expect(page.getByRole("link", { name: "Run these once more…" })).toHaveAttribute("href", /endpoint=end_/);
  await page.getByRole("link", { name: "Run these once more…" }).click();
  await expect(page.getByText("1 done already, left out")).toHaveCount(2);
  await page.getByRole("button", { name: "Begin 1 run" }).click();

  await expect(page).toHaveURL(/\/replays\/rpl_/);
  await expect(page.getByRole("heading", { name: "It is over, and all went well" })).toBeVisible();
  expect(receiver.requests.length).toBe(3);
});

test("nothing failed unseen", () => {
  expect(complaints).toEqual([]);
});

const JSON_TYPE = { "content-type": "application/json" };

const countAt = (path: string) => receiver.requests.filter((request) => request.path === path).length;

const ledgerLine = (label: string) => page.locator("#ledger").getByRole("listitem").filter({ hasText: label });

/** Makes and publishes a workflow with two requests in a row, as whoever is signed in, and gives its address. */
async function publishOrders(): Promise<string> {
  const endpoint = await callFrom<{ id: string; url: string }>(page, "/endpoints", {
    name: "Desk orders",
    source: "anyone",
  });
  const send = (path: string) => ({ method: "POST", url: `${receiver.url}${path}`, headers: [], body: "{}" });
  const workflow = await callFrom<{ id: string }>(page, "/workflows", {
    name: "Orders to the desk",
    graph: {
      nodes: [
        { id: "ring", type: "webhook", config: { endpointId: endpoint.id, eventTypes: [] } },
        { id: "charge", type: "http-request", name: "Charge the card", config: send("/charge") },
        { id: "desk", type: "http-request", name: "Tell the desk", config: send("/desk") },
      ],
      edges: [
        { from: "ring", port: "out", to: "charge" },
        { from: "charge", port: "out", to: "desk" },
      ],
    },
  });
  await callFrom(page, `/workflows/${workflow.id}/publish`, { note: "" });
  return endpoint.url;
}
