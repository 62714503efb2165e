import { expect, test } from "vitest";
import { z } from "zod";
import { findKinds, groupKinds } from "@/components/connections/find-kinds";
import { defineConnection } from "@/lib/catalog/connections/define-connection";
import { apiKey, basic, bearer } from "@/lib/catalog/connections/general";

const service = (name: string, summary = "") =>
  defineConnection({
    id: name.toLowerCase(),
    name,
    summary,
    docsUrl: "https://example.com",
    setup: [],
    config: z.strictObject({}),
    sample: {},
  });
const kinds = [bearer, basic, apiKey, service("Zulip", "Team chat."), service("Airtable"), service("Basecamp")];
const named = (list: readonly { name: string }[]) => list.map(({ name }) => name);

test("services come from A to Z, and those for any other after them", () => {
  expect(groupKinds(kinds, "").map(({ title, kinds: of }) => [title, named(of)])).toEqual([
    ["Services", ["Airtable", "Basecamp", "Zulip"]],
    ["Any other service", ["Bearer token", "User and password", "Key in a header"]],
  ]);
  expect(groupKinds([bearer], "").map(({ id }) => id)).toEqual(["general"]);
});

test("a query finds names, ids and summaries; a name that begins with it comes first", () => {
  expect(named(findKinds(kinds, "ba"))).toEqual(["Basecamp", "User and password"]);
  expect(named(findKinds(kinds, "chat team"))).toEqual(["Zulip"]);
  expect(groupKinds(kinds, "pigeon")).toEqual([]);
});
