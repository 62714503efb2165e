import { expect, test } from "vitest";
import { inputOf } from "@/components/workflows/run-now/manual-input";
import type { ManualField } from "@/lib/domain/workflow/manual-form";

const field = (key: string, type: ManualField["type"]) => ({ key, label: key, type, isRequired: false });
const fields = [field("name", "text"), field("count", "number"), field("urgent", "switch")];

test("numbers are sent as numbers, switches always, and what is empty not at all", () => {
  expect(inputOf(fields, { name: "Ada", count: "12.5" })).toEqual({ name: "Ada", count: 12.5, urgent: false });
  expect(inputOf(fields, { name: " ", urgent: true })).toEqual({ urgent: true });
});

test("what is no number stays as it was written, to be complained about", () => {
  expect(inputOf(fields, { count: "a dozen" })).toEqual({ count: "a dozen", urgent: false });
});
