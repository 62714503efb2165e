import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseBody } from "@/lib/domain/deliveries/parse-body";
import { findByXmlPath, xmlPathProblem } from "@/lib/domain/extract/xml-path";

const xml = `<?xml version="1.0"?>
<o:order xmlns:o="urn:orders" id="7" o:kind="web">
  <item sku="A-1"><name>Tea</name><price currency="EUR">1.10</price></item>
  <item sku="B-2"><name>Cup</name><price currency="USD">20</price></item>
  <item sku="B-3"><name>Cup</name></item>
  <o:note>by <b>Ann</b></o:note>
  <empty/>
</o:order>`;
const body = parseBody(new TextEncoder().encode(xml), "application/xml");

const valuesOf = (expression: string, value: unknown = xml) => {
  const found = findByXmlPath(value, expression);
  return found.ok ? found.values : found.message;
};

describe.each([
  ["from text", xml],
  ["from a body that was read", body.ok ? body.value : null],
])("findByXmlPath, %s", (_, value) => {
  test.each<[expression: string, values: unknown[]]>([
    ["/order/item/name", ["Tea", "Cup", "Cup"]],
    ["/order/item/name/text()", ["Tea", "Cup", "Cup"]],
    ["order/item[2]/name", ["Cup"]],
    ["/order/item[last()]/@sku", ["B-3"]],
    ["/order/item[@sku='B-2']/price", [{ "@currency": "USD", "#text": "20" }]],
    ['/order/item[@sku = "B-2"]/price/text()', ["20"]],
    ["/order/item[name='Cup'][2]/@sku", ["B-3"]],
    ["/order/item[price]/@sku", ["A-1", "B-2"]],
    ["/order/item[price=20]/@sku", ["B-2"]],
    ["/order/item[price != '20']/@sku", ["A-1"]],
    ["/order/item[price/@currency='EUR']/name", ["Tea"]],
    ["/order/item[.//@currency]/name", ["Tea", "Cup"]],
    ["//price/@currency", ["EUR", "USD"]],
    ["//@sku", ["A-1", "B-2", "B-3"]],
    ["//item[1]", [{ "@sku": "A-1", name: "Tea", price: { "@currency": "EUR", "#text": "1.10" } }]],
    [
      "//price/..",
      [
        { "@sku": "A-1", name: "Tea", price: { "@currency": "EUR", "#text": "1.10" } },
        { "@sku": "B-2", name: "Cup", price: { "@currency": "USD", "#text": "20" } },
      ],
    ],
    ["//item/./name[.='Tea']", ["Tea"]],
    ["/*/*[@*]/name", ["Tea", "Cup", "Cup"]],
    ["/order/@*", ["7", "web"]],
    ["/order/@kind", ["web"]],
    ["/o:order/o:note", [{ b: "Ann", "#text": "by" }]],
    ["/order/o:*/b", ["Ann"]],
    ["/x:order", []],
    ["/order/note[.='Annby']/b", ["Ann"]],
    ["/order/empty", [""]],
    ["/order/empty/text()", []],
    ["/order/nothing", []],
  ])("%s", (expression, values) => expect(valuesOf(expression, value)).toEqual(values));
});

test.each([
  ["", 1],
  ["/", 2],
  ["/order/item[", 13],
  ["/order/item[0]", 13],
  ["/order/item[/order]", 13],
  ["count(/order)", 6],
  ["/order/item[@sku=B]", 18],
  ["/order | /item", 8],
])("“%s” cannot be read, and it is told where", (expression, character) => {
  expect(xmlPathProblem(expression)).toBe(
    `This XPath cannot be read: look at character ${character}. One looks like /order/item[@sku='A-1']/price/text().`,
  );
});

test("what is no XML is said to be none; nothing at all has nothing in it", () => {
  expect(valuesOf("/order", "<order>")).toMatch(/^This is not valid XML/);
  expect(valuesOf("/order", "")).toEqual([]);
  expect(valuesOf("/order", null)).toEqual([]);
  expect(valuesOf("/order", 5)).toEqual([]);
});

test("a path that would take for ever ends, and says why", () => {
  const wide = { a: { b: Array.from({ length: 3_000 }, (_, id) => ({ c: String(id) })) } };
  expect(valuesOf("//b[..//c='none'][..//c='2999']", wide)).toBe("The XPath takes too long on data of this size.");
  expect(valuesOf("//*//*//c[.='2999']", wide)).toEqual(["2999"]);
});

test("nothing that somebody writes makes it throw, nor change the data", () => {
  const piece = fc.constantFrom(..."/ // . .. @ * a b:c text() [ ] [1] [last()] ='x' != 2 ( ) 'ä".split(" "), " ", "𝕏");
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), fc.jsonValue(), (pieces, value) => {
      const before = JSON.stringify(value);
      findByXmlPath(value, pieces.join(""));
      findByXmlPath(xml, `//${pieces.join("")}`);
      expect(JSON.stringify(value)).toBe(before);
    }),
    { numRuns: 2_000 },
  );
  expect(xmlPathProblem("a[".repeat(900))).toMatch(/^This XPath cannot be read/);
});
