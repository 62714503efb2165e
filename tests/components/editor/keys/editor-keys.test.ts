import { expect, test } from "vitest";
import { keyOf } from "@/components/editor/keys/editor-keys";

const NOTHING_HELD = { ctrlKey: false, metaKey: false, shiftKey: false };

test.each([
  ["z with Ctrl", { key: "z", ctrlKey: true }, "mod+z"],
  ["Z with Cmd and Shift", { key: "Z", metaKey: true, shiftKey: true }, "mod+shift+z"],
  ["the question mark, which needs Shift on most keyboards", { key: "?", shiftKey: true }, "?"],
  ["the plus", { key: "+", shiftKey: true }, "+"],
  ["F2", { key: "F2" }, "f2"],
  ["Enter with Ctrl", { key: "Enter", ctrlKey: true }, "mod+enter"],
  ["Delete with Shift, which is another key", { key: "Delete", shiftKey: true }, "shift+delete"],
])("%s has a name", (_, held, name) => {
  expect(keyOf({ ...NOTHING_HELD, ...held })).toBe(name);
});
