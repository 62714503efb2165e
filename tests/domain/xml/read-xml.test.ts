import fc from "fast-check";
import { expect, test } from "vitest";
import { readXml } from "@/lib/domain/xml/read-xml";

test.each([
  ["<a><b>1</b><c/><b>2</b></a>", "a/b", ["1", "2"]],
  ["<s:a xmlns:s='x'><s:b> 1 </s:b></s:a>", "a/b", ["1"]],
  ["<a><b><b>in</b></b></a>", "a/b/b", ["in"]],
  ["<a>1<!-- <b> --><![CDATA[<2>]]>&amp;&#51;&#x34;&lt;</a>", "a", ["1<2>&34<"]],
  ["<?xml version='1.0'?>\n<a b='1>2' x:c=\"sf:Contact\" d='http://e'/>", "a/@b", ["1>2"]],
  ["<a x:c=\"sf:Contact\" d='http://e'/>", "a/@c", ["Contact"]],
  ["<a d='http://e'/>", "a/@d", ["http://e"]],
  ["<a/>", "a", [""]],
  ["<a/>", "b", []],
  ["<a><b>1</b>", "a/b", []],
  ["<a><b>1</a></b>", "a/b", []],
  ["<a><b>1</b></a><!--", "a/b", []],
  ['<!DOCTYPE a [<!ENTITY e "x">]><a><b>1</b></a>', "a/b", []],
  [`${"<a>".repeat(70)}${"</a>".repeat(70)}`, "a", []],
  ["no XML", "a", []],
])("%s at %s", (xml, path, expected) => {
  expect(readXml(xml, path)).toEqual(expected);
});

test("whatever the text, it answers", () => {
  const piece = fc.constantFrom(
    "<a>",
    "</a>",
    "<b/>",
    "<!--",
    "-->",
    "<![CDATA[",
    "]]>",
    "<",
    ">",
    "'",
    "&#99999999;",
    "x",
  );
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      expect(Array.isArray(readXml(pieces.join(""), "a/b"))).toBe(true);
    }),
  );
});

test("hostile text of a megabyte is read in no time", () => {
  for (const piece of ["<!--", "<a '", "<a>", "<![CDATA[", "&#"]) {
    const startMs = performance.now();
    readXml(`<a>${piece.repeat(1_000_000 / piece.length)}`, "a");
    readXml(`<a ${piece.replaceAll(/\W/g, "").padEnd(1, "x").repeat(1_000_000)}/>`, "a/@b");
    expect(performance.now() - startMs).toBeLessThan(2_000);
  }
});
