import { expect, test } from "vitest";
import { parseBody } from "@/lib/domain/deliveries/parse-body";
import { findInXml } from "@/lib/domain/deliveries/xml/find-in-xml";

const XML = `<s:Envelope xmlns:s="urn:s"><s:Body><list>
  <item kind="sf:Contact"><id>1</id></item><item kind="plain"><id lang="en">2</id></item>
</list></s:Body></s:Envelope>`;

test.each([
  ["Envelope/Body/list/item/id", ["1", "2"]],
  ["Envelope/Body/list/item/@kind", ["Contact", "plain"]],
  ["Envelope/Body/nothing", []],
  ["item", []],
])("%s", (path, texts) => {
  const parsed = parseBody(new TextEncoder().encode(XML), "text/xml");
  expect(findInXml(parsed.ok ? parsed.value : null, path)).toEqual(texts);
});

test.each([null, "text", 7, [], {}])("nothing is found in %j", (body) => {
  expect(findInXml(body, "a/b")).toEqual([]);
});
