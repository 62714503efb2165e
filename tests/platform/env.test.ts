import { expect, test } from "vitest";
import { parseEnvironment, usesInngestServer } from "@/lib/platform/env";

test("nothing has to be set", () => {
  expect(parseEnvironment({})).toMatchObject({
    PORT: 3_000,
    DOORBELL_DATA_DIR: ".data",
    ALLOWED_TARGETS: [],
    TRUSTED_PROXIES: [],
  });
});

test("lists are cut at commas, and an empty setting is none", () => {
  const settings = parseEnvironment({ ALLOWED_TARGETS: " 127.0.0.1, desk.internal ,", DATABASE_URL: " " });
  expect(settings.ALLOWED_TARGETS).toEqual(["127.0.0.1", "desk.internal"]);
  expect(settings.DATABASE_URL).toBeUndefined();
});

test.each([
  [{ DOORBELL_API_KEY: "short" }, "DOORBELL_API_KEY"],
  [{ PORT: "99999" }, "PORT"],
  [{ PUBLIC_URL: "doorbell.example.com" }, "PUBLIC_URL"],
  [{ SMTP_URL: "mail.example.com:25" }, "SMTP_URL"],
  [{ SMTP_URL: "http://mail.example.com" }, "SMTP_URL"],
  [{ SMTP_URL: "smtps://user:50%@mail.example.com" }, "SMTP_URL"],
  [{ SMTP_FROM: "Doorbell" }, "SMTP_FROM"],
])("a setting that cannot be used is named: %j", (variables, name) => {
  expect(() => parseEnvironment(variables)).toThrow(name);
});

test.each([
  [{}, false],
  [{ INNGEST_DEV: "0" }, false],
  [{ INNGEST_DEV: "1" }, true],
  [{ INNGEST_BASE_URL: "http://localhost:8288" }, true],
])("a real Inngest is used when it is configured: %j", (variables, isUsed) => {
  expect(usesInngestServer(parseEnvironment(variables))).toBe(isUsed);
});
