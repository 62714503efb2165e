import { expect, test } from "vitest";
import { findCommands } from "@/components/shell/commands";

test("every place can be found by its name, and by what else people call it", () => {
  expect(findCommands("")).toHaveLength(13);
  expect(findCommands("deliv").map(({ name }) => name)).toEqual(["Deliveries"]);
  expect(findCommands("API key").map(({ name }) => name)).toEqual(["Settings"]);
  expect(findCommands("create webhook").map(({ name }) => name)).toEqual(["New endpoint"]);
  expect(findCommands("xyzzy")).toEqual([]);
});
