import { expect, test } from "vitest";
import { giving } from "@/lib/catalog/nodes/giving";

const read = giving({ number: "issue.number", url: "issue.links[0]" });

test("later steps get what was named, and null for what is not there", () => {
  expect(read({ body: { issue: { number: 7, links: ["https://a.example"] } } })).toEqual({
    ok: true,
    output: { number: 7, url: "https://a.example" },
  });
  expect(read({ body: {} })).toEqual({ ok: true, output: { number: null, url: null } });
});

test.each(["<html>", "", null, 7])("%s is no answer of a service that speaks JSON", (body) => {
  expect(read({ body })).toEqual({ ok: false, message: "It did not answer in JSON." });
});
