import { afterEach, expect, test } from "vitest";
import { db } from "@/lib/platform/db";
import { ensureOwner } from "@/lib/services/ensure-owner";
import { identifyKey } from "@/lib/services/identify-key";
import { identifySession } from "@/lib/services/identify-session";
import { isSetUp } from "@/lib/services/is-set-up";
import { setUp } from "@/lib/services/set-up";
import { setupCode } from "@/lib/services/setup-code";
import { signIn } from "@/lib/services/sign-in";
import { changeEnvironment } from "../support/environment";
import { provideTestDatabase } from "../support/test-workspace";

provideTestDatabase();
afterEach(async () => {
  changeEnvironment({
    DOORBELL_OWNER_EMAIL: undefined,
    DOORBELL_OWNER_PASSWORD: undefined,
    DOORBELL_API_KEY: undefined,
  });
  await db().workspace.deleteMany();
  await db().user.deleteMany();
  await db().rateLimit.deleteMany();
});

const ADA = { email: "ada@example.com", name: "Ada", password: "a good long password" };
const BROWSER = { address: "192.0.2.1", userAgent: "" };
const KEY = "a-key-of-at-least-32-characters-for-tests";

async function code(): Promise<string> {
  const text = await setupCode();
  if (!text) throw new Error("There is no code.");
  return text;
}

test("whoever has the code makes the first account, owns the workspace, and can sign in", async () => {
  expect(await isSetUp()).toBe(false);
  await setUp({ ...ADA, code: await code() }, BROWSER.address);
  expect(await isSetUp()).toBe(true);
  const { token } = await signIn(ADA, BROWSER);
  expect(await identifySession(token)).toMatchObject({ actor: { role: "owner" }, user: { name: "Ada" } });
  expect(await db().workspace.findMany({ select: { name: true } })).toEqual([{ name: "My workspace" }]);
});

test("the code is easy to type: case, spaces and letters that look alike do not matter", async () => {
  const typed = (await code()).toLowerCase().replaceAll("-", " ").replaceAll("0", "o").replaceAll("1", "l");
  await setUp({ ...ADA, code: typed }, BROWSER.address);
  expect(await isSetUp()).toBe(true);
});

test("the code is the same at every start, and gone once there is an account", async () => {
  const first = await code();
  expect(first).toMatch(/^(\w{4}-){3}\w{4}$/);
  expect(await code()).toBe(first);
  await setUp({ ...ADA, code: first }, BROWSER.address);
  expect(await setupCode()).toBeUndefined();
  await expect(setUp({ ...ADA, email: "eve@example.com", code: first }, BROWSER.address)).rejects.toMatchObject({
    code: "already_set_up",
    status: 409,
  });
});

test("a wrong code is refused, and guessing is stopped", async () => {
  const wrong = { ...ADA, code: "0000-0000-0000-0000" };
  for (let n = 0; n < 10; n++) {
    await expect(setUp(wrong, BROWSER.address)).rejects.toMatchObject({
      code: "forbidden",
      problems: [{ path: "code" }],
    });
  }
  await expect(setUp({ ...ADA, code: await code() }, BROWSER.address)).rejects.toMatchObject({ code: "rate_limited" });
  expect(await isSetUp()).toBe(false);
});

test("of two who set up at the same moment, one becomes the owner and the other is told", async () => {
  const text = await code();
  const outcomes = await Promise.allSettled(
    ["ada", "eve"].map((name) => setUp({ ...ADA, email: `${name}@example.com`, code: text }, BROWSER.address)),
  );
  expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(await db().user.count()).toBe(1);
  expect(await db().workspace.count()).toBe(1);
});

test("the environment's owner is made once, by however many processes, and keeps a password changed since", async () => {
  changeEnvironment({ DOORBELL_OWNER_EMAIL: "Owner@Example.com", DOORBELL_OWNER_PASSWORD: ADA.password });
  await Promise.all([ensureOwner(), ensureOwner()]);
  const { token } = await signIn({ email: "owner@example.com", password: ADA.password }, BROWSER);
  expect((await identifySession(token))?.actor.role).toBe("owner");
  expect(await setupCode()).toBeUndefined();

  changeEnvironment({ DOORBELL_OWNER_PASSWORD: "quite another password" });
  await ensureOwner();
  await signIn({ email: "owner@example.com", password: ADA.password }, BROWSER);
  expect(await db().user.count()).toBe(1);
});

test("the environment's API key works before anybody has an account, and for the workspace that they then own", async () => {
  changeEnvironment({ DOORBELL_API_KEY: KEY });
  await Promise.all([ensureOwner(), ensureOwner(), ensureOwner()]);
  const actor = await identifyKey(KEY);
  expect(actor).toMatchObject({ role: "admin", userId: null });
  expect(await db().apiKey.count()).toBe(1);

  await setUp({ ...ADA, code: await code() }, BROWSER.address);
  const { token } = await signIn(ADA, BROWSER);
  expect((await identifySession(token))?.actor.workspaceId).toBe(actor?.workspaceId);
});

test.each([
  [{ DOORBELL_OWNER_EMAIL: "a@example.com" }, /both/],
  [{ DOORBELL_OWNER_PASSWORD: ADA.password }, /both/],
  [{ DOORBELL_OWNER_EMAIL: "nobody", DOORBELL_OWNER_PASSWORD: ADA.password }, /is not an e-mail address/],
])("settings that cannot be used stop the start with a sentence: %o", async (variables, sentence) => {
  changeEnvironment(variables);
  await expect(ensureOwner()).rejects.toThrow(sentence);
});
