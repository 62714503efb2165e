import { expect, test } from "vitest";
import { searchConnections } from "@/components/connections/search-connections";
import { newId } from "@/lib/domain/ids";

const connection = (kind: string, name: string, description: string) => ({
  id: newId("connection"),
  kind,
  name,
  description,
  settings: {},
  secrets: [],
  createdAt: "",
  updatedAt: "",
  lastUsedAt: null,
});
const all = [connection("basic", "The desk", "ada"), connection("bearer", "Status page", "")];
const found = (query: string) => searchConnections(all, query).map(({ name }) => name);

test("every word has to be in the name, the account, or what kind it is", () => {
  expect(found("")).toEqual(["The desk", "Status page"]);
  expect(found("ADA desk")).toEqual(["The desk"]);
  expect(found("bearer token")).toEqual(["Status page"]);
  expect(found("nobody")).toEqual([]);
});
