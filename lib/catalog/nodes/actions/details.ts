import { z } from "zod";
import { field } from "@/lib/domain/forms/field";

const NamedValue = z.strictObject({
  name: z.string().trim().min(1).max(200),
  value: z.string().max(8_000).default(""),
});

/** The setting with whatever else an alert tells, name by name. */
export const detailsField = field(z.array(NamedValue).max(50).default([]), {
  label: "Details",
  widget: "mapping",
  noun: "detail",
  help: "What whoever looks after it should see, by names of your own.",
});
