import fc from "fast-check";
import { expect, test } from "vitest";
import { surveyXml } from "@/lib/domain/deliveries/xml/survey-xml";

test.each([
  "<a/>",
  "\uFEFF<?xml version='1.0'?>\r\n<!-- <b> --><a b='>' c=\"'\">t<b/>u</a> <?end?>\n",
  "<a><![CDATA[<!DOCTYPE x></a>]]><!-- <!DOCTYPE x> --></a>",
  `${"<a>".repeat(64)}${"</a>".repeat(64)}`,
])("%s is fine", (xml) => {
  expect(surveyXml(xml)).toBeUndefined();
});

test.each([
  ['<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>', 0, "DOCTYPE"],
  ["<a/>\n<!doctype a>", 5, "DOCTYPE"],
  ["<a><!ENTITY x></a>", 3, "declaration"],
  ["<a></a><b/>", 7, "second root"],
  ["<a/><b/>", 4, "second root"],
  ["<a/> x", 5, "outside"],
  ["x<a/>", 0, "outside"],
  ["<![CDATA[x]]><a/>", 0, "outside"],
  ["<a/></a>", 4, "not opened"],
  ["<a><!-- x", 3, "comment"],
  ["<!--->", 0, "comment"],
  ["<a><![CDATA[x]]", 3, "CDATA"],
  ["<?xml", 0, "instruction"],
  ["<a x='<'/>", 0, "holds the beginning"],
  ["<a<b/>", 0, "holds the beginning"],
  ["<a x='>", 0, "a tag does not end"],
  [`${"<a>".repeat(65)}`, 192, "64 levels"],
  [`${"<a>".repeat(64)}<b/>`, 192, "64 levels"],
  [`<a>${"<b/>".repeat(100_000)}</a>`, 3 + 4 * 99_999, "100,000"],
])("%s: at %i, %s", (xml, at, message) => {
  expect(surveyXml(xml)).toMatchObject({ at, message: expect.stringContaining(message) });
});

test("no text makes it slow, or throw", () => {
  const pieces = ["<", "<!--", "<![CDATA[", "<?", "<a '", "\"'", " ", "&", "<a>", "</", "]]>", "<a/>x", "\r"];
  const started = performance.now();
  for (const piece of pieces) surveyXml(`<a>${piece.repeat(300_000)}`);
  expect(performance.now() - started).toBeLessThan(2_000);
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pieces, "b", ">", "/", "=")), (parts) => {
      surveyXml(parts.join(""));
    }),
  );
});
