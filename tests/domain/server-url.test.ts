import { expect, test } from "vitest";
import { parseServerUrl } from "@/lib/domain/server-url";

test("every part of an address is read, with its escapes undone", () => {
  expect(parseServerUrl("postgresql://ann%40desk:p%2Fs%23@db.example:6543/my%20shop?sslmode=require")).toEqual({
    scheme: "postgresql",
    host: "db.example",
    port: 6543,
    user: "ann@desk",
    password: "p/s#",
    path: "my shop",
    options: { sslmode: "require" },
  });
});

test("what is left out is empty", () => {
  expect(parseServerUrl("smtp://mail.example")).toMatchObject({ host: "mail.example", port: null, user: "", path: "" });
});

test("an IPv6 address loses its brackets", () => {
  expect(parseServerUrl("mysql://[2001:db8::1]:3306/x")?.host).toBe("2001:db8::1");
});

test.each(["", "mail.example", "mail.example:25", "smtp:", "smtp:///x", "smtp://u:50%@mail.example"])(
  "%j is no server's address",
  (text) => {
    expect(parseServerUrl(text)).toBeNull();
  },
);
