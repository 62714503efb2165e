import { expect, test } from "vitest";
import { parseMailAddress, writeMailAddress } from "@/lib/domain/mail/mail-address";

test.each([
  ["ann@desk.example", "", "ann@desk.example"],
  ["  ann@desk.example ", "", "ann@desk.example"],
  ["Ann <ann@desk.example>", "Ann", "ann@desk.example"],
  ["Ann, the boss <ann@desk.example>", "Ann, the boss", "ann@desk.example"],
  ['"Ann B." <ann@desk.example>', "Ann B.", "ann@desk.example"],
  ["<ann@desk.example>", "", "ann@desk.example"],
  ["ann.b+tag_1@sub.desk.example", "", "ann.b+tag_1@sub.desk.example"],
  ["Ann@DESK.example", "", "Ann@desk.example"],
  ["ann@bücher.example", "", "ann@xn--bcher-kva.example"],
  ["root@localhost", "", "root@localhost"],
])("%j is %j at %j", (text, name, address) => {
  expect(parseMailAddress(text)).toEqual({ name, address });
});

test.each([
  "",
  "ann",
  "@desk.example",
  "ann@",
  "ann@desk.example, eve@evil.example",
  "ann@desk.example;eve@evil.example",
  "ann@desk.example eve@evil.example",
  "ann@desk.example\r\nBcc: eve@evil.example",
  "Ann\nBcc: eve@evil.example <ann@desk.example>",
  "Ann\u2028 <ann@desk.example>",
  '"ann@desk.example x"@evil.example',
  "ann(comment)@desk.example",
  "ann@desk.example(comment)",
  "ann@desk.example> <eve@evil.example>",
  "Ann <ann@desk.example> <eve@evil.example",
  "ann@evil.example@desk.example",
  "ann\uff20desk.example",
  "ann@desk\uff0eexample",
  "änn@desk.example",
  ".ann@desk.example",
  "ann..b@desk.example",
  "ann@-desk.example",
  "ann@desk..example",
  "ann@desk.example:25",
  "ann@desk.example/x",
  "ann@[127.0.0.1]",
  "ann@127.0.0.1",
  "ann@0x7f.1",
  `${"a".repeat(65)}@desk.example`,
  `ann@${"a".repeat(254)}.example`,
  `${"n".repeat(201)} <ann@desk.example>`,
])("%j is not one address", (text) => {
  expect(parseMailAddress(text)).toBeNull();
});

test("it is written as people read it", () => {
  expect(writeMailAddress({ name: "", address: "ann@desk.example" })).toBe("ann@desk.example");
  expect(writeMailAddress({ name: "Ann B.", address: "ann@desk.example" })).toBe("Ann B. <ann@desk.example>");
});
