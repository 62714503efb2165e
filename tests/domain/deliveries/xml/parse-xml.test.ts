import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkXml } from "@/lib/domain/deliveries/xml/parse-xml";

function read(xml: string) {
  const checked = checkXml(xml);
  return checked.ok ? checked.read() : checked.message;
}

test.each([
  ["<a/>", { a: "" }],
  ["<a></a>", { a: "" }],
  ["<a>1.10</a>", { a: "1.10" }],
  ["<a>true</a>", { a: "true" }],
  ["<a x=\"1\" y='2'/>", { a: { "@x": "1", "@y": "2" } }],
  ['<a x="1">t</a>', { a: { "@x": "1", "#text": "t" } }],
  ["<a><b>1</b><b>2</b><c/></a>", { a: { b: ["1", "2"], c: "" } }],
  ["<a>\n  <b> x </b>\n</a>\n", { a: { b: "x" } }],
  ["<a>t<b/>u</a>", { a: { b: "", "#text": "tu" } }],
  ["<a><![CDATA[ <&amp; ]]></a>", { a: " <&amp; " }],
  ["<a>&lt;&gt;&amp;&quot;&apos;&#65;&#x1F600;</a>", { a: "<>&\"'A😀" }],
  ["<a x='&lt;&#10;'/>", { a: { "@x": "<\n" } }],
  ["<a>&amp;lt;</a>", { a: "&lt;" }],
  ["<a>&euro;&#0;&#xD800;&#1114112;</a>", { a: "&euro;&#0;&#xD800;&#1114112;" }],
  ["<?pi don't?><a><!-- <?c -->t<?pi \"x?><![CDATA[<?u?>]]></a>", { a: "t<?u?>" }],
  [
    "<?xml version='1.0' encoding='utf-8'?><s:Envelope xmlns:s='urn:s'><s:Body/></s:Envelope>",
    {
      "s:Envelope": { "@xmlns:s": "urn:s", "s:Body": "" },
    },
  ],
  [
    "<a><constructor>F1</constructor><prototype x='1'/><toString/></a>",
    {
      a: { constructor: "F1", prototype: { "@x": "1" }, toString: "" },
    },
  ],
  ["<constructor/>", { constructor: "" }],
  ["<a><é>ü</é></a>", { a: { é: "ü" } }],
])("%s", (xml, value) => {
  expect(read(xml)).toEqual(value);
});

test("an element named __proto__ is left out", () => {
  expect(read("<a><__proto__>x</__proto__><b/></a>")).toEqual({ a: { b: "" } });
  expect(Object.getPrototypeOf(read("<__proto__><x/></__proto__>"))).toBe(Object.prototype);
});

describe("what is no XML is refused, with its line and without quoting it", () => {
  test.each([
    ["<a>\n<b>\n</a>", "a tag is wrong or is not closed (line 3)"],
    ["<a>\n  <secret", "a tag does not end (line 2)"],
    ["<a x=1/>", "an attribute is wrong (line 1)"],
    ["<a x='1' x='2'/>", "an attribute is wrong (line 1)"],
    ["<a>\n&</a>", "a character is where none may be (line 2)"],
    ["<1/>", "a tag is wrong"],
    ["", "its beginning or its end is not that of XML (line 1)"],
    ["<!-- nothing -->", "its beginning or its end"],
    ['{"a":1}', "there is text outside the root element (line 1)"],
    ["<!DOCTYPE lolz [<!ENTITY lol 'lol'>]><a>&lol;</a>", "a DOCTYPE is not allowed (line 1)"],
    ["<a>".repeat(200_000), "nested deeper than 64 levels (line 1)"],
  ])("%s", (xml, message) => {
    expect(read(xml)).toContain(message);
    expect(read(xml)).toMatch(/^This is not valid XML: .* \(line \d+\)\.$/);
    expect(read(xml)).not.toContain("secret");
  });
});

test("a mebibyte takes no time worth naming, whatever is in it", () => {
  const pieces = ["&#10;", "<b/>", " ", "x='1' ", "\r", "&", "=", "<b x='1'>t</b>"];
  const started = performance.now();
  for (const piece of pieces) {
    const much = piece.repeat(Math.floor(500_000 / piece.length));
    read(`<a>${much}</a>`);
    read(`<a ${much}/>`);
  }
  expect(performance.now() - started).toBeLessThan(10_000);
});

test("no text makes it throw", () => {
  const pieces = [
    "<",
    ">",
    "/",
    "<a>",
    "</a>",
    "<b x='1'/>",
    " ",
    "=",
    "'",
    "&lt;",
    "<!--",
    "-->",
    "<![CDATA[",
    "]]>",
    "<?x",
    "?>",
    "__proto__",
    "t",
  ];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 12 }), (parts) => {
      read(`<a>${parts.join("")}</a>`);
      read(parts.join(""));
    }),
    { numRuns: 3_000 },
  );
});
