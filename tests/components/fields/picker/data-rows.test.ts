import { expect, test } from "vitest";
import { type DataGroup, dataRows } from "@/components/fields/picker/data-rows";

const group: DataGroup = {
  title: "What rang",
  path: ["trigger", "body"],
  value: { id: 7, data: { who: "Ines", tags: ["vip", "eu"], deep: { far: true } }, none: null },
  isOpen: true,
};
const NONE: ReadonlySet<string> = new Set();

test("objects near the root are open; lists and what lies deeper are closed", () => {
  expect(dataRows(group, NONE, "").map(({ id, preview, isOpen }) => [id, preview, isOpen])).toEqual([
    ["trigger.body.id", "7", null],
    ["trigger.body.data", "", true],
    ["trigger.body.data.who", "Ines", null],
    ["trigger.body.data.tags", "2 items", false],
    ["trigger.body.data.deep", "", false],
    ["trigger.body.none", "null", null],
  ]);
});

test("what was toggled is the other way round", () => {
  const toggled = new Set(["trigger.body.data", "trigger.body.data.tags"]);
  expect(dataRows(group, toggled, "").map(({ id }) => id)).not.toContain("trigger.body.data.who");
  const opened = dataRows(group, new Set(["trigger.body.data.tags"]), "");
  expect(opened.map(({ name }) => name)).toContain("Item 2");
});

test("a search finds values by path and by text, wherever they lie", () => {
  expect(dataRows(group, NONE, "vip").map(({ id }) => id)).toEqual(["trigger.body.data.tags[0]"]);
  expect(dataRows(group, NONE, "DEEP far").map(({ name }) => name)).toEqual(["body.data.deep.far"]);
  expect(dataRows(group, NONE, "nowhere")).toEqual([]);
});

test("a body that is only text can be picked as a whole", () => {
  expect(dataRows({ ...group, value: "hello" }, NONE, "")).toMatchObject([{ id: "trigger.body", preview: "hello" }]);
  expect(dataRows({ ...group, value: null }, NONE, "")).toEqual([]);
});

test("a huge body does not make a huge list", () => {
  const value = Array.from({ length: 5_000 }, (_, index) => index);
  expect(dataRows({ ...group, value }, NONE, "")).toHaveLength(400);
  expect(dataRows({ ...group, value }, NONE, "1")).toHaveLength(400);
});

test("a value goes by the name that people have for it, and is found by that", () => {
  const link = { title: "Ask", path: ["steps", "ask"], value: { link: "https://x" }, isOpen: true };
  const named = { ...link, names: { "steps.ask.link": "Link to approve" } };
  expect(dataRows(named, NONE, "").map(({ id, name }) => [id, name])).toEqual([["steps.ask.link", "Link to approve"]]);
  expect(dataRows(named, NONE, "approve").map(({ id }) => id)).toEqual(["steps.ask.link"]);
});
