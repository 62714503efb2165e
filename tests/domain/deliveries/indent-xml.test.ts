import { expect, test } from "vitest";
import { indentXml } from "@/lib/domain/deliveries/indent-xml";

test("elements stand on lines of their own, text beside its element", () => {
  const xml = `<?xml version="1.0"?><order id="1"><!-- hi --><item sku="A">Lamp &amp; co</item><note><![CDATA[a < b]]></note><empty/><list><x></x></list></order>`;
  expect(indentXml(xml).split("\n")).toEqual([
    '<?xml version="1.0"?>',
    '<order id="1">',
    "  <!-- hi -->",
    '  <item sku="A">Lamp &amp; co</item>',
    "  <note><![CDATA[a < b]]></note>",
    "  <empty/>",
    "  <list>",
    "    <x></x>",
    "  </list>",
    "</order>",
  ]);
});

test("what is no XML comes through, whatever it is", () => {
  expect(indentXml("plain")).toBe("plain");
  expect(indentXml("</a></b><c")).toContain("</a>");
});
