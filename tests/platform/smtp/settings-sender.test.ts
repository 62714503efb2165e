import { afterEach, expect, test } from "vitest";
import { setDatabaseUrl } from "@/lib/platform/env";
import { settingsSender } from "@/lib/platform/smtp/settings-sender";

function settings(variables: Record<string, string>) {
  Object.assign(process.env, variables);
  setDatabaseUrl("postgresql://localhost/x");
  return settingsSender();
}

afterEach(() => {
  delete process.env["SMTP_URL"];
  delete process.env["SMTP_FROM"];
  setDatabaseUrl("postgresql://localhost/x");
});

test("without SMTP_URL there is none", () => {
  expect(settings({})).toBeUndefined();
});

test.each([
  ["smtps://u%40x.example:p%2Fw@mail.example", { port: 465, encryption: "tls", user: "u@x.example", password: "p/w" }],
  ["smtp://mail.example", { port: 587, encryption: "if-offered", user: "", password: "" }],
  ["smtp://mail.example:25?tls=none", { port: 25, encryption: "none" }],
  ["smtp://mail.example?tls=starttls", { encryption: "starttls" }],
  ["smtps://mail.example:2465?tls=none", { port: 2465, encryption: "tls" }],
])("%s is read", (SMTP_URL, server) => {
  expect(settings({ SMTP_URL })?.server).toMatchObject({ host: "mail.example", ...server });
});

test("its mail is from whom SMTP_FROM says, else from its user, else from Doorbell at that host", () => {
  const SMTP_URL = "smtp://ann%40desk.example:p@mail.example";
  expect(settings({ SMTP_URL, SMTP_FROM: "Bell <bell@desk.example>" })?.from).toEqual({
    name: "Bell",
    address: "bell@desk.example",
  });
  delete process.env["SMTP_FROM"];
  expect(settings({ SMTP_URL })?.from.address).toBe("ann@desk.example");
  expect(settings({ SMTP_URL: "smtp://apikey:p@mail.example" })?.from).toEqual({
    name: "Doorbell",
    address: "doorbell@mail.example",
  });
});
