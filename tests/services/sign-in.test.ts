import { afterEach, expect, test } from "vitest";
import { newId, toUuid } from "@/lib/domain/ids";
import { db, pool } from "@/lib/platform/db";
import { hashPassword } from "@/lib/platform/password";
import { endSessions } from "@/lib/services/end-sessions";
import { identifySession } from "@/lib/services/identify-session";
import { signIn } from "@/lib/services/sign-in";
import { signOut } from "@/lib/services/sign-out";
import { sweepAccounts } from "@/lib/services/sweep-accounts";
import { createTestWorkspace, provideTestDatabase } from "../support/test-workspace";

provideTestDatabase();
afterEach(() => pool().query("DELETE FROM rate_limits"));

const DAY_MS = 86_400_000;
const PASSWORD = "a good long password";
const BROWSER = { address: "192.0.2.1", userAgent: "Test/1.0" };

async function member(role = "editor") {
  const { workspaceId } = await createTestWorkspace();
  const userId = newId("user");
  const email = `${userId}@example.com`;
  await db().user.create({
    data: {
      id: toUuid(userId),
      email,
      name: "Ada",
      passwordHash: await hashPassword(PASSWORD),
      members: { create: { workspaceId: toUuid(workspaceId), role } },
    },
  });
  return { userId, workspaceId, email };
}

const wrongPassword = { code: "wrong_password", message: "That e-mail and password do not belong together." };

test("the right password begins a session, however the address is written, and its token says who it is", async () => {
  const { userId, workspaceId, email } = await member();
  const { token } = await signIn({ email: ` ${email.toUpperCase()} `, password: PASSWORD }, BROWSER);
  expect(token).toMatch(/^[\w-]{43}$/);
  expect(await identifySession(token)).toEqual({
    actor: { userId, workspaceId, role: "editor" },
    user: { name: "Ada", email },
  });
});

test("the database keeps nothing that the token could be read from", async () => {
  const { email, userId } = await member();
  const { token } = await signIn({ email, password: PASSWORD }, BROWSER);
  const { rows } = await pool().query("SELECT to_jsonb(sessions)::text AS row FROM sessions WHERE user_id = $1", [
    toUuid(userId),
  ]);
  expect(rows).toHaveLength(1);
  expect(rows[0].row).not.toContain(token);
});

test("a wrong password, an unknown address and one that is none get the same words", async () => {
  const { email } = await member();
  await expect(signIn({ email, password: "a wrong long password" }, BROWSER)).rejects.toMatchObject(wrongPassword);
  await expect(signIn({ email: "nobody@example.com", password: PASSWORD }, BROWSER)).rejects.toMatchObject(
    wrongPassword,
  );
  await expect(signIn({ email: "nobody", password: "" }, BROWSER)).rejects.toMatchObject(wrongPassword);
});

test("a session ends at once by signing out, and when all of them are ended; others' go on", async () => {
  const [one, other] = [await member(), await member()];
  const tokens = [];
  for (const { email } of [one, one, other]) tokens.push((await signIn({ email, password: PASSWORD }, BROWSER)).token);
  const [first = "", second = "", others = ""] = tokens;

  await signOut(first);
  expect(await identifySession(first)).toBeUndefined();
  const session = await identifySession(second);
  expect(session && (await endSessions(session.actor))).toEqual({ ended: 1 });
  expect(await identifySession(second)).toBeUndefined();
  expect(await identifySession(others)).toBeDefined();
});

test("a session lasts for 30 days after the last visit, and for 90 in all", async () => {
  const { email } = await member();
  const startMs = Date.now();
  const { token } = await signIn({ email, password: PASSWORD }, BROWSER, startMs);
  for (const day of [29, 58, 87]) expect(await identifySession(token, startMs + day * DAY_MS)).toBeDefined();
  expect(await identifySession(token, startMs + 91 * DAY_MS)).toBeUndefined();

  const idle = await signIn({ email, password: PASSWORD }, BROWSER, startMs);
  expect(await identifySession(idle.token, startMs + 31 * DAY_MS)).toBeUndefined();
  await sweepAccounts(startMs + 91 * DAY_MS);
  expect(await db().session.count({ where: { user: { email } } })).toBe(0);
});

test("another role, and the end of a membership, count from the next request on", async () => {
  const { email, userId } = await member("admin");
  const { token } = await signIn({ email, password: PASSWORD }, BROWSER);
  await db().member.updateMany({ where: { userId: toUuid(userId) }, data: { role: "viewer" } });
  expect((await identifySession(token))?.actor.role).toBe("viewer");
  await db().member.deleteMany({ where: { userId: toUuid(userId) } });
  expect(await identifySession(token)).toBeUndefined();
});

test("guessing at one account is stopped after ten, from wherever it comes, and says when to come again", async () => {
  const { email } = await member();
  for (let n = 0; n < 10; n++) {
    const browser = { ...BROWSER, address: `192.0.2.${n}` };
    await expect(signIn({ email, password: "a wrong long password" }, browser)).rejects.toMatchObject(wrongPassword);
  }
  await expect(signIn({ email, password: PASSWORD }, { ...BROWSER, address: "192.0.2.99" })).rejects.toMatchObject({
    code: "rate_limited",
    status: 429,
    retryAfterSeconds: expect.any(Number),
  });
}, 60_000);

test("signing in properly uses nothing up", async () => {
  const { email } = await member();
  for (let n = 0; n < 12; n++) await signIn({ email, password: PASSWORD }, BROWSER);
}, 60_000);
