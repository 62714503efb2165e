import { expect, type Page, test } from "@playwright/test";
import { type Receiver, startReceiver } from "../support/receiver";
import { enter } from "./enter";
import { callFrom, openPage } from "./errand";

test.describe.configure({ mode: "serial" });

let page: Page;
let receiver: Receiver;
let complaints: string[];
let address = "";

test.beforeAll(async ({ browser }) => {
  receiver = await startReceiver();
  ({ page, complaints } = await openPage(browser));
  await enter(page);
  address = await publishRefunds();
});

test.afterAll(async () => {
  await page.close();
  await receiver.close();
});

test("somebody without an account gets the link, looks, approves, and the run goes on", async ({ browser }) => {
  const link = await refund({ amount: 140, customer: "Ada" });
  const desk = await (await browser.newContext()).newPage();
  await desk.goto(link);
  await expect(desk.getByRole("heading", { name: "Refund 140 to Ada?" })).toBeVisible();
  await desk.getByLabel("Note").fill("Our mistake.");
  await desk.getByRole("button", { name: "Approve" }).click();
  await expect(desk.getByText("Decided by whoever had the link")).toBeVisible();
  await desk.context().close();

  await expect.poll(() => countAt("/refund")).toBe(1);
  await page.goto("/approvals");
  await expect(page.getByText("Nothing waits for a decision")).toBeVisible();
  const decided = page.getByRole("row").filter({ hasText: "Refund 140 to Ada?" });
  await expect(decided).toContainText("Approved");
  await expect(decided).toContainText("Our mistake.");
});

test("the next question appears by itself; a member rejects it with a note, and sees who decided", async () => {
  await refund({ amount: 900, customer: "Bob" });
  await expect(page.getByRole("link", { name: "Approvals 1 waits for a decision" })).toBeVisible();
  const card = page.getByRole("listitem").filter({ hasText: "Refund 900 to Bob?" });
  await card.getByLabel("Note").fill("Too much.");
  await card.getByRole("button", { name: "Reject" }).click();

  const decided = page.getByRole("row").filter({ hasText: "Refund 900 to Bob?" });
  await expect(decided).toContainText("Rejected");
  await expect(decided).toContainText("Ada");
  await expect(page.getByRole("link", { name: "Approvals", exact: true })).toBeVisible();
  await decided.getByRole("link", { name: "Refund 900 to Bob?" }).click();
  await expect(page.getByText("Rejected by Ada")).toBeVisible();
  expect(countAt("/refund")).toBe(1);
});

test("on the run's page the step that waits has the same answers, and hides its link", async () => {
  const link = await refund({ amount: 15, customer: "Eve" });
  await page.goto("/approvals");
  await page.getByRole("link", { name: /: open the run$/ }).click();
  await expect(page.getByRole("button", { name: "Decide" })).toBeVisible();
  await page
    .getByRole("list", { name: "Steps" })
    .getByRole("button", { name: /Tell the desk/ })
    .click();
  await expect(page.getByText(/\/approve\/••••/).first()).toBeVisible();
  await expect(page.getByText(link.slice(-32))).toHaveCount(0);
  await page.getByRole("button", { name: "Decide" }).click();
  await page.getByRole("button", { name: "Approve" }).click();
  await expect(page.getByText("Every step that had to run went well.")).toBeVisible();
});

test("a viewer sees the question, but neither the link nor a way to answer", async ({ request }) => {
  const link = await refund({ amount: 33, customer: "Zoe" });
  const { key } = await callFrom<{ key: string }>(page, "/api-keys", { name: "Wall screen", role: "viewer" });
  const headers = { authorization: `Bearer ${key}` };
  const { items } = await (await request.get("/api/v1/approvals", { headers })).json();
  expect(items).toMatchObject([{ question: "Refund 33 to Zoe?", status: "open" }]);
  const run = await (await request.get(`/api/v1/runs/${items[0].runId}`, { headers })).text();
  expect(run).toContain("/approve/••••");
  expect(run).not.toContain(link.slice(-32));
  const path = `/api/v1/approvals/${items[0].id}`;
  expect((await request.post(path, { headers, data: { decision: "approved" } })).status()).toBe(403);
});

test("nothing failed unseen", () => {
  expect(complaints).toEqual([]);
});

const countAt = (path: string) => receiver.requests.filter((request) => request.path === path).length;

/** Rings for a refund, and gives the link that the desk was sent. */
async function refund(wish: { amount: number; customer: string }): Promise<string> {
  const sent = countAt("/desk");
  const answer = await fetch(address, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(wish),
  });
  expect(answer.status).toBe(202);
  await expect.poll(() => countAt("/desk")).toBe(sent + 1);
  return JSON.parse(receiver.requests.findLast(({ path }) => path === "/desk")?.body ?? "{}").link;
}

/** Makes and publishes a workflow that tells the desk, asks, and refunds, as whoever is signed in. */
async function publishRefunds(): Promise<string> {
  const endpoint = await callFrom<{ id: string; url: string }>(page, "/endpoints", {
    name: "Refunds",
    source: "anyone",
  });
  const send = (path: string, body: string) => ({ method: "POST", url: `${receiver.url}${path}`, headers: [], body });
  const question = "Refund {{ trigger.body.amount }} to {{ trigger.body.customer }}?";
  const workflow = await callFrom<{ id: string }>(page, "/workflows", {
    name: "Refunds",
    graph: {
      nodes: [
        { id: "ring", type: "webhook", config: { endpointId: endpoint.id, eventTypes: [] } },
        {
          id: "desk",
          type: "http-request",
          name: "Tell the desk",
          config: send("/desk", '{ "link": "{{ steps.ask.link }}" }'),
        },
        { id: "ask", type: "approval", name: "Ask the desk", config: { question } },
        { id: "refund", type: "http-request", name: "Refund", config: send("/refund", "{}") },
      ],
      edges: [
        { from: "ring", port: "out", to: "desk" },
        { from: "desk", port: "out", to: "ask" },
        { from: "ask", port: "approved", to: "refund" },
      ],
    },
  });
  await callFrom(page, `/workflows/${workflow.id}/publish`, { note: "" });
  return endpoint.url;
}
