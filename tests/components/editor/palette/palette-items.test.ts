import { expect, test } from "vitest";
import { paletteGroups } from "@/components/editor/palette/palette-items";
import { httpRequest } from "@/lib/catalog/nodes/actions/http-request";
import { filter } from "@/lib/catalog/nodes/logic/filter";
import { webhook } from "@/lib/catalog/nodes/triggers/webhook";

const nodes = [webhook, filter, httpRequest];
const titles = (groups: readonly { title: string }[]) => groups.map(({ title }) => title);

test("triggers are left out where something leads to what is picked", () => {
  const all = paletteGroups(nodes, { query: "", isLedTo: false });
  const led = paletteGroups(nodes, { query: "", isLedTo: true });
  expect(titles(all)).toEqual([webhook.group, filter.group, httpRequest.group]);
  expect(titles(led)).toEqual([filter.group, httpRequest.group]);
  expect(all.every(({ startsOpen }) => startsOpen)).toBe(true);
  expect(paletteGroups(nodes, { query: "webhook", isLedTo: true })).toEqual([]);
});

test("with many kinds, only the first groups start open", () => {
  const many = Array.from({ length: 24 }, (_, index) => ({
    ...filter,
    type: `f${index}`,
    group: `Group ${index % 6}`,
  }));
  const open = paletteGroups(many, { query: "", isLedTo: false }).filter(({ startsOpen }) => startsOpen);
  expect(titles(open)).toEqual(["Group 0", "Group 1", "Group 2"]);
});

test("what was searched for is one open group", () => {
  const groups = paletteGroups(nodes, { query: "request", isLedTo: false });
  expect(groups).toMatchObject([{ title: "Found", items: [{ type: "http-request" }], startsOpen: true }]);
});
