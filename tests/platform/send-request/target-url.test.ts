import { expect, test } from "vitest";
import { parseTargetUrl } from "@/lib/platform/send-request/target-url";

test.each(["https://desk.example", "http://desk.example:8080/a?b=c", "HTTPS://DESK.example"])(
  "%s can be asked",
  (text) => {
    expect(parseTargetUrl(text).isGood).toBe(true);
  },
);

test.each([
  "",
  "desk.example",
  "//desk.example",
  "http://",
  "http://[::1",
  "http://[fe80::1%25eth0]/",
  "http://1.2.3.4.5/",
  "http://256.0.0.1/",
  "http://desk.example:99999/",
  "ftp://desk.example",
  "file:///etc/passwd",
  "gopher://desk.example",
  "data:text/plain,hi",
  "javascript:alert(1)",
  "unix:/var/run/docker.sock",
  "http://user@desk.example",
  "http://user:secret@desk.example",
  "https://:secret@desk.example",
])("%j cannot, and is not repeated", (text) => {
  const target = parseTargetUrl(text);
  expect(target.isGood).toBe(false);
  expect(JSON.stringify(target)).not.toContain("secret");
});

test("a relative address is read from where it was given", () => {
  const target = parseTargetUrl("../b?c", new URL("https://desk.example/x/a"));
  expect(target).toMatchObject({ isGood: true, url: { href: "https://desk.example/b?c" } });
});
