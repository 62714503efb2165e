import { expect, test } from "vitest";
import { defineSource } from "@/lib/catalog/sources/define-source";
import { github } from "@/lib/catalog/sources/github";
import { shownSecrets } from "@/lib/catalog/sources/shown-secrets";

test("places where any of a source's ways shows the secret are known, by their names alone", () => {
  const { docsUrl, color, event, samples, setup } = github;
  const source = defineSource({
    ...{ docsUrl, color, event, setup },
    samples: samples.slice(0, 1),
    id: "shower",
    name: "Shower",
    summary: "Shows its secret.",
    proof: { kind: "token", recipe: { header: "X-Shown" } },
    otherProofs: {
      query: { kind: "token", recipe: { query: "passcode" } },
      body: { kind: "token", recipe: { path: "passcode" } },
      none: { kind: "none" },
    },
    secret: null,
  });
  expect(shownSecrets(source)).toEqual({ headers: new Set(["x-shown"]), parameters: new Set(["passcode"]) });
  expect(shownSecrets(source, "x-second").headers).toEqual(new Set(["x-second", "x-shown"]));
});

test("a source that signs shows nothing, and one that is not known neither", () => {
  for (const source of [github, undefined])
    expect(shownSecrets(source)).toEqual({ headers: new Set(), parameters: new Set() });
});
