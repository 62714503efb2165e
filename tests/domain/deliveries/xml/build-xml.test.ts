import { expect, test } from "vitest";
import { buildXml } from "@/lib/domain/deliveries/xml/build-xml";

test("nodes become an object, attributes before elements and text last", () => {
  const nodes = [{ a: [{ "#text": " t " }, { b: [] }, { b: [{ "#text": "1" }] }], ":@": { "@x": "&lt;" } }];
  expect(JSON.stringify(buildXml(nodes, "~"))).toBe('{"a":{"@x":"<","b":["","1"],"#text":"t"}}');
});

test("a spared name loses its mark", () => {
  expect(buildXml([{ "~constructor": [{ "#text": "x" }] }], "~")).toEqual({ constructor: "x" });
});

test.each([[null], ["text"], [[null, 1, "x"]], [[{}]], [{}]])("%j is nothing", (nodes) => {
  expect(buildXml(nodes, "~")).toEqual({});
});
