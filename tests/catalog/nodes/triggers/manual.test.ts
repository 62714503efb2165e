import { expect, test } from "vitest";
import { manual, readManualConfig } from "@/lib/catalog/nodes/triggers/manual";

const email = { key: "email", label: "E-mail", type: "text", isRequired: true };

test("two fields cannot have one key, and a key is a word that templates can use", () => {
  expect(manual.problems({ inputs: [email, { ...email, label: "Again" }] })).toEqual([
    { field: "inputs", message: "Two fields have the key “email”." },
  ]);
  expect(manual.problems({ inputs: [{ ...email, key: "e-mail" }] })).toHaveLength(1);
  expect(manual.problems({})).toEqual([]);
});

test("it is told what it asks for", () => {
  expect(readManualConfig({ inputs: [{ key: "n", label: "Number" }] })).toEqual({
    inputs: [{ key: "n", label: "Number", type: "text", isRequired: false }],
  });
  expect(manual.describe({ inputs: [email] })).toBe("Asks for E-mail");
});
