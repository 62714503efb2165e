import { createHmac, randomUUID } from "node:crypto";
import { expect, type Locator, type Page, test } from "@playwright/test";
import { type Receiver, startReceiver } from "../support/receiver";
import { setUpCode } from "./enter";
import { openPage } from "./errand";

test.describe.configure({ mode: "serial" });

let page: Page;
let receiver: Receiver;
let complaints: string[];
let address = "";
let secret = "";

test.beforeAll(async ({ browser }) => {
  receiver = await startReceiver(() => ({
    status: 200,
    headers: { "content-type": "application/json" },
    body: '{"ok":true}',
  }));
  ({ page, complaints } = await openPage(browser));
});

test.afterAll(async () => {
  await page.close();
  await receiver.close();
});

test("a newcomer makes the first account with the code from the terminal", async () => {
  await page.goto("/");
  await expect(page).toHaveURL(/\/setup$/);
  await page.getByLabel("Set-up code").fill(setUpCode());
  await page.getByLabel("Name").fill("Ada");
  await page.getByLabel("E-mail").fill("ada@example.com");
  await page.getByLabel("Password", { exact: true }).fill("correct horse battery");
  await page.keyboard.press("Enter");

  await expect(page.getByRole("heading", { level: 1 })).toContainText("Your doorbell is ready");
});

test("they make an endpoint for GitHub, and see its address and secret", async () => {
  await page.getByRole("link", { name: "Endpoints" }).first().click();
  await page.getByRole("link", { name: "New endpoint" }).first().click();
  await page.getByText("GitHub", { exact: true }).click();
  await page.getByLabel("Name").fill("Our repository");
  await page.getByRole("button", { name: "Create endpoint" }).click();

  await expect(page.getByRole("button", { name: "Copy URL" })).toBeVisible();
  address =
    (
      await page
        .getByText(/\/api\/hooks\/[\w-]{22,}$/)
        .first()
        .textContent()
    )?.trim() ?? "";
  secret =
    (
      await page
        .getByText(/^[0-9a-f]{64}$/)
        .first()
        .textContent()
    )?.trim() ?? "";
  expect(address).toMatch(/^http:\/\/localhost:\d+\/api\/hooks\/[\w-]{22,}$/);
  expect(secret).toHaveLength(64);
});

test("they draw webhook, filter and request by mouse, and fill them in", async () => {
  await page.getByRole("link", { name: "Workflows" }).first().click();
  await page.getByRole("button", { name: "New workflow" }).first().click();
  await expect(page).toHaveURL(/\/workflows\/wfl_/);

  await dragFromPalette("Webhook", 460, 300);
  await dragFromPalette("Filter", 800, 300);
  await dragFromPalette("HTTP request", 1140, 300);
  await connect(node("webhook"), "out", node("filter"));
  await connect(node("filter"), "pass", node("http-request"));
  await expect(page.locator(".react-flow__edge")).toHaveCount(2);

  await select("webhook");
  await page.getByLabel("Endpoint", { exact: true }).selectOption({ label: "Our repository" });

  await select("filter");
  const addCondition = page.getByRole("button", { name: "Add condition" });
  if ((await page.getByLabel("Field of condition 1").count()) === 0) await addCondition.click();
  await page.getByLabel("Field of condition 1").fill("{{ trigger.body.ref }}");
  await page.getByLabel("Value of condition 1").fill("refs/heads/main");

  await select("http-request");
  await page.getByLabel("Address").fill(`${receiver.url}/tickets`);
  await page
    .getByLabel("Body")
    .fill('{ "who": "{{ trigger.body.pusher.name }}", "commits": {{ trigger.body.commits | size }} }');
  await expect(page.getByText("Saved")).toBeVisible();
});

test("undo and redo take the last step back and forth, by keyboard", async () => {
  await page.locator(".react-flow__pane").click({ position: { x: 400, y: 600 } });
  const before = await page.locator(".react-flow__node").count();
  await dragFromPalette("Filter", 800, 620);
  await expect(page.locator(".react-flow__node")).toHaveCount(before + 1);
  await page.locator(".react-flow__pane").click({ position: { x: 400, y: 600 } });
  await page.keyboard.press("Control+z");
  await expect(page.locator(".react-flow__node")).toHaveCount(before);
  await page.keyboard.press("Control+Shift+z");
  await expect(page.locator(".react-flow__node")).toHaveCount(before + 1);
  await page.keyboard.press("Control+z");
  await expect(page.locator(".react-flow__node")).toHaveCount(before);
});

test("they publish, and a real push runs the drawing: the receiver gets the mapped body", async () => {
  await page.getByRole("button", { name: "Publish" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel(/Note/).fill("First");
  await dialog.getByRole("button", { name: "Publish" }).click();
  await expect(page.getByText("Version 1 is published")).toBeVisible();

  const answer = await push(JSON.stringify(PUSH, null, 2));

  expect(answer.status).toBe(202);
  await expect.poll(() => receiver.requests.length).toBe(1);
  expect(receiver.requests[0]).toMatchObject({ method: "POST", path: "/tickets" });
  expect(JSON.parse(receiver.requests[0]?.body ?? "")).toEqual({ who: 'Ada "the" L', commits: 2 });
});

test("they read it in the log: the delivery, its run, each step and the attempt", async () => {
  await page.getByRole("link", { name: "Deliveries" }).first().click();
  await page.getByRole("link", { name: /push/ }).first().click();
  await expect(page.getByText("Accepted, and one workflow has run.")).toBeVisible();
  await expect(page.getByText("Ada").first()).toBeVisible();

  await page
    .getByRole("link", { name: /Untitled workflow/ })
    .first()
    .click();
  await expect(page).toHaveURL(/\/runs\/run_/);
  await expect(page.getByText("Every step that had to run went well.")).toBeVisible();
  await expect(page.getByText(`${receiver.url}/tickets`).first()).toBeVisible();
});

test("a tampered push is refused, and appears in the log by itself with the reason", async () => {
  await page.getByRole("link", { name: "Deliveries" }).first().click();
  await expect(page.getByRole("heading", { name: "Deliveries" })).toBeVisible();

  const body = JSON.stringify(PUSH);
  const answer = await push(body.replace("main", "evil"), body);

  expect(answer.status).toBe(401);
  await expect(page.getByText("Sender not verified").first()).toBeVisible();
  expect(receiver.requests).toHaveLength(1);
});

test("the same is drawn with the keyboard alone", async () => {
  await page.getByRole("link", { name: "Workflows" }).first().focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Workflows" })).toBeVisible();
  await page.getByRole("button", { name: "New workflow" }).first().focus();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/workflows\/wfl_/);

  for (const step of ["webhook", "filter", "http"]) {
    await page.getByLabel("Search steps").focus();
    await page.keyboard.press("Control+a");
    await page.keyboard.type(step);
    await page.keyboard.press("Enter");
  }
  await expect(page.locator(".react-flow__node")).toHaveCount(3);
  await expect(page.locator(".react-flow__edge")).toHaveCount(2);

  await page.getByRole("button", { name: "Outline" }).focus();
  await page.keyboard.press("Enter");
  const outline = page.getByRole("tree", { name: "Outline of the workflow" });
  await outline.getByRole("treeitem").first().focus();
  await page.keyboard.press("Home");
  await page.keyboard.press("Enter");
  await page.getByLabel("Endpoint", { exact: true }).focus();
  await page.keyboard.type("Our");
  await expect(page.getByLabel("Endpoint", { exact: true })).toHaveValue(/^end_/);
  await expect(page.getByText("Saved")).toBeVisible();
});

test("nothing that a page tried was blocked, and nothing failed unseen", () => {
  expect(complaints).toEqual([]);
});

const PUSH = {
  ref: "refs/heads/main",
  pusher: { name: 'Ada "the" L', email: "ada@example.com" },
  commits: [
    { id: "1", message: "Hang the bell" },
    { id: "2", message: "Oil the hinge" },
  ],
};

/** Posts a push as GitHub does, signed over `signed`. */
function push(body: string, signed = body): Promise<Response> {
  return fetch(address, {
    method: "POST",
    body,
    headers: {
      "content-type": "application/json",
      "user-agent": "GitHub-Hookshot/e2e",
      "x-github-event": "push",
      "x-github-delivery": randomUUID(),
      "x-hub-signature-256": `sha256=${createHmac("sha256", secret).update(signed).digest("hex")}`,
    },
  });
}

const node = (id: string): Locator => page.locator(`.react-flow__node[data-id="${id}"]`);

async function select(id: string): Promise<void> {
  await node(id).click({ position: { x: 60, y: 20 } });
}

async function centre(locator: Locator): Promise<{ x: number; y: number }> {
  await locator.scrollIntoViewIfNeeded();
  const box = await locator.boundingBox();
  if (!box) throw new Error("It is not on the page.");
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

async function drag(from: { x: number; y: number }, to: { x: number; y: number }): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 5 });
  await page.mouse.move(to.x, to.y, { steps: 5 });
  await page.mouse.up();
}

async function dragFromPalette(name: string, x: number, y: number): Promise<void> {
  await drag(await centre(page.getByRole("button", { name: new RegExp(`^${name}`) }).first()), { x, y });
}

async function connect(from: Locator, port: string, to: Locator): Promise<void> {
  await drag(
    await centre(from.locator(`.react-flow__handle[data-handleid="${port}"]`)),
    await centre(to.locator('.react-flow__handle[data-handleid="in"]')),
  );
}
