import { z } from "zod";
import { field } from "@/lib/domain/forms/field";

type Secret = { label: string; help?: string; placeholder?: string };

/** A setting that is kept sealed, and never shown again. */
export function secretField(complaint: string, secret: Secret) {
  return field(z.string(complaint).trim().min(1, complaint).max(8_000), { ...secret, widget: "secret" });
}
