import { expect, type Page, test } from "@playwright/test";
import { enter } from "./enter";
import { openPage } from "./errand";

test.describe.configure({ mode: "serial" });

let page: Page;
let complaints: string[];
let address = "";
let part: (tab: string) => Promise<void>;

test.beforeAll(async ({ browser }) => {
  ({ page, complaints } = await openPage(browser));
  await enter(page);
});

test.afterAll(async () => {
  await page.close();
});

test("somebody makes an endpoint for anyone, and an order rings it", async () => {
  await page.getByRole("link", { name: "Endpoints" }).first().click();
  await page.getByRole("link", { name: "New endpoint" }).first().click();
  // The list names senders, too, and stands until the form is there.
  await expect(page.getByText("Who sends it?")).toBeVisible();
  await page.getByText("Anyone", { exact: true }).click();
  await page.getByRole("textbox", { name: "Name" }).fill("Orders");
  await page.getByRole("button", { name: "Create endpoint" }).click();
  const url = page.getByText(/\/api\/hooks\/[\w-]{22,}$/).first();
  await expect(url).toBeVisible();
  address = (await url.textContent())?.trim() ?? "";

  expect((await ring({ order: { id: 1 }, total: 12.5 })).status).toBe(202);
  await page.getByRole("link", { name: "Endpoints" }).first().click();
  await page
    .getByRole("link", { name: /Orders/ })
    .first()
    .click();
  await expect(page).toHaveURL(/\/endpoints\/end_/);
  const parts = page.getByRole("navigation", { name: "Parts of the endpoint" });
  part = async (tab) => {
    await parts.getByRole("link", { name: tab }).click();
    await expect(parts.getByRole("link", { name: tab })).toHaveAttribute("aria-current", "page");
  };
});

test("they say that an order's number tells a repeat: the second ring of the same order is one", async () => {
  await part("Events");
  await page.getByText("By a field in the body").click();
  await page.getByLabel("Which field").fill("order.id");
  await expect(page.getByText("In the latest delivery: 1")).toBeVisible();
  await page.getByLabel("For how long").fill("31");
  await save();
  await expect(page.getByText("A repeat is looked for within 30 days at most.")).toBeVisible();
  await page.getByLabel("For how long").fill("2");
  await saved();

  expect(await ring({ order: { id: 2 }, total: 1 })).toMatchObject({ status: 202, body: { verdict: "accepted" } });
  expect(await ring({ order: { id: 2 }, total: 2 })).toMatchObject({ status: 200, body: { verdict: "duplicate" } });
  await part("Overview");
  await expect(page.getByText("Duplicate").first()).toBeVisible();
});

test("they make a schema of the latest delivery: an order without a total is refused, and they read why", async () => {
  await part("Events");
  const schema = page.getByLabel("JSON Schema");
  await schema.fill('{ "type": "objekt" }');
  await expect(page.getByText(/its “type” must be among/)).toBeVisible();
  await page.getByRole("button", { name: "Make one from the latest delivery" }).click();
  await expect(page.getByText("The latest delivery would be taken")).toBeVisible();
  await expect(schema).toHaveValue(/"required": \[\s+"order",\s+"total"\s+\]/);
  await saved();

  expect(await ring({ order: { id: 3 }, total: 1 })).toMatchObject({ status: 202 });
  expect(await ring({ order: { id: 4 } })).toMatchObject({ status: 422, body: { code: "schema_mismatch" } });
  await expect(page.getByText("The latest delivery would be refused")).toBeVisible();
  await expect(page.getByText("total is missing.")).toBeVisible();
  await part("Why refused");
  await expect(page.getByText("Body has the wrong shape")).toBeVisible();
});

test("they answer in their own words, with a value clicked in, and the next sender reads them", async () => {
  await part("Answers");
  await page.getByText("One of your own").click();
  const body = page.getByRole("textbox", { name: "Body" });
  await body.fill("{{ trigger.body.order.id }");
  await expect(page.getByText("A placeholder is not closed: “}}” is missing.")).toBeVisible();
  await body.fill('{ "order": ');
  await page.getByRole("button", { name: /^id / }).click();
  await body.press("End");
  await body.pressSequentially(" }");
  const preview = page.getByRole("figure", { name: "What the sender gets" });
  await expect(preview.getByText(/\{ "order": \d \}/)).toBeVisible();
  await page.getByRole("spinbutton", { name: "Status" }).fill("201");
  await page.getByRole("button", { name: "Add header" }).click();
  await page.getByLabel("Name of header 1").fill("x-shop");
  await page.getByLabel("Value of header 1").fill("lamps");
  await saved();

  const answer = await ring({ order: { id: 5 }, total: 1 });
  expect(answer).toMatchObject({ status: 201, body: { order: 5 } });
  expect(answer.headers.get("x-shop")).toBe("lamps");
});

test("nothing that a page tried was blocked, and nothing failed unseen", () => {
  // The browser tells of what the API refused, too: the window of 31 days, on purpose.
  expect(complaints.filter((complaint) => !complaint.includes("status of 400"))).toEqual([]);
});

async function ring(order: object): Promise<{ status: number; headers: Headers; body: unknown }> {
  const response = await fetch(address, {
    method: "POST",
    body: JSON.stringify(order),
    headers: { "content-type": "application/json" },
  });
  return { status: response.status, headers: response.headers, body: await response.json() };
}

async function save(): Promise<void> {
  await page.getByRole("button", { name: "Save changes" }).click();
}

async function saved(): Promise<void> {
  await save();
  await expect(page.getByText("Everything is saved")).toBeVisible();
}
