import { expect, test } from "vitest";
import { groupSources, searchSources } from "@/components/catalog/group-sources";
import { sources } from "@/lib/catalog/sources";

test("every source stands in exactly one group", () => {
  const grouped = groupSources(sources).flatMap((group) => group.sources.map(({ id }) => id));
  expect(grouped.toSorted()).toEqual(sources.map(({ id }) => id).toSorted());
});

test("what most ask for comes first, and the rest goes from A to Z", () => {
  const [first, ...others] = groupSources(sources);
  expect(first?.sources[0]?.id).toBe("github");
  const names = others.at(-1)?.sources.map(({ name }) => name) ?? [];
  expect(names).toEqual(names.toSorted((one, other) => one.localeCompare(other, "en")));
});

test("a name that begins as one types comes before those that only mention it", () => {
  expect(searchSources(sources, "stri")[0]?.id).toBe("stripe");
  expect(searchSources(sources, "no such sender at all")).toEqual([]);
});
