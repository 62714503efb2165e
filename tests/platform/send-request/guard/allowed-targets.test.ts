import { describe, expect, test } from "vitest";
import { parseAddress } from "@/lib/platform/send-request/guard/address-policy";
import {
  isAllowedAddress,
  isAllowedName,
  parseAllowedTargets,
} from "@/lib/platform/send-request/guard/allowed-targets";

function allowsAddress(list: string[], text: string): boolean {
  const address = parseAddress(text);
  return address !== undefined && isAllowedAddress(address, parseAllowedTargets(list));
}

test("nothing is allowed by an empty list", () => {
  expect(allowsAddress([], "127.0.0.1")).toBe(false);
  expect(isAllowedName("localhost", parseAllowedTargets([]))).toBe(false);
});

describe("an address or range allows the addresses in it", () => {
  test.each([
    ["127.0.0.1", "127.0.0.1", true],
    ["127.0.0.1", "127.0.0.2", false],
    ["127.1", "127.0.0.1", true],
    ["127.0.0.1", "::ffff:127.0.0.1", true],
    ["127.0.0.1", "::1", false],
    ["10.0.0.0/8", "10.255.0.1", true],
    ["10.0.0.0/8", "11.0.0.1", false],
    ["10.1.2.3/8", "10.9.9.9", true],
    ["0.0.0.0/0", "192.168.0.1", true],
    ["0.0.0.0/0", "fe80::1", false],
    ["::1", "::1", true],
    ["[::1]", "::1", true],
    ["fd00::/8", "fd12::1", true],
    ["fd00::/8", "fc00::1", false],
    ["::/0", "127.0.0.1", false],
    [" 10.0.0.1 ", "10.0.0.1", true],
  ])("%j and %s: %s", (entry, address, isAllowed) => expect(allowsAddress([entry], address)).toBe(isAllowed));
});

describe("a name allows that name only", () => {
  test.each([
    ["desk.internal", "desk.internal", true],
    ["desk.internal", "desk.internal.", true],
    ["Desk.Internal.", "desk.internal", true],
    ["desk.internal", "a.desk.internal", false],
    ["desk.internal", "xdesk.internal", false],
    ["localhost", "localhost", true],
    ["bücher.internal", "xn--bcher-kva.internal", true],
  ])("%j and %j: %s", (entry, name, isAllowed) =>
    expect(isAllowedName(name, parseAllowedTargets([entry]))).toBe(isAllowed),
  );
});

test.each([
  "",
  "http://desk.internal",
  "desk.internal:8080",
  "127.0.0.1:8080",
  "10.0.0.0/33",
  "10.0/8",
  "desk.internal/x",
  "user@desk.internal",
  "two words",
  "*.internal",
  "999.0.0.1",
  "fe80::/129",
])("the entry %j is refused by name", (entry) => {
  expect(() => parseAllowedTargets(["127.0.0.1", entry])).toThrow(`“${entry}” is not a host name`);
});

test("equal sets have the same key, however they are written; others have another", () => {
  const key = (...list: string[]): string => parseAllowedTargets(list).key;
  expect(key("127.0.0.1", "Desk.internal")).toBe(key("desk.internal.", "127.1"));
  expect(key("127.0.0.1")).not.toBe(key("127.0.0.0/8"));
  expect(key()).not.toBe(key("127.0.0.1"));
});
