import { expect, test } from "vitest";
import { declaredEncoding } from "@/lib/domain/deliveries/xml/declared-encoding";

test.each([
  ["<a/>", "utf-8"],
  ["<?xml version='1.0' encoding='ISO-8859-1'?><a/>", "iso-8859-1"],
  ['<?xml version="1.0" encoding = "windows-1252" standalone="yes"?><a/>', "windows-1252"],
  ["<?xml version='1.0' encoding='utf-16'?><a/>", "utf-8"],
  ["<?xml version='1.0' encoding='klingon'?><a/>", "utf-8"],
  ["<a encoding='iso-8859-1'/>", "utf-8"],
  ["<?xml version='1.0'?><a encoding='iso-8859-1'/>", "utf-8"],
  ["\xff\xfe<\0", "utf-16le"],
  ["\xfe\xff\0<", "utf-16be"],
  ["", "utf-8"],
])("%j is in %s", (text, encoding) => {
  expect(declaredEncoding(Buffer.from(text, "latin1"))).toBe(encoding);
});
