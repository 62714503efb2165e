import { DedupeRule } from "@/lib/domain/deliveries/dedupe-rule";

export type WindowUnit = "minutes" | "hours" | "days";

/** A rule for repeats as the form holds it. What was typed for one way stays while another is looked at. */
export type DedupeDraft = {
  by: DedupeRule["by"];
  path: string;
  header: string;
  /** A number as it was typed. */
  window: string;
  unit: WindowUnit;
};

const UNIT_SECONDS: Record<WindowUnit, number> = { minutes: 60, hours: 3_600, days: 86_400 };

const USUAL = DedupeRule.parse({});

/** What an endpoint's options say about repeats. What cannot be read counts as not said. */
export function dedupeDraftOf(dedupe: unknown): DedupeDraft {
  const rule = DedupeRule.safeParse(dedupe ?? {}).data ?? USUAL;
  return { by: rule.by, path: rule.path ?? "", header: rule.header ?? "", ...windowOf(rule.windowSeconds) };
}

/** The rule as it is sent; undefined for the usual one, which needs no word. */
export function dedupeChange({ by, path, header, window, unit }: DedupeDraft): Record<string, unknown> | undefined {
  if (by === "none") return { by };
  const windowSeconds = window.trim() ? Math.round(Number(window) * UNIT_SECONDS[unit]) : USUAL.windowSeconds;
  if (by === USUAL.by && windowSeconds === USUAL.windowSeconds) return undefined;
  return {
    by,
    ...(by === "path" && path.trim() ? { path: path.trim() } : {}),
    ...(by === "header" && header.trim() ? { header: header.trim() } : {}),
    windowSeconds,
  };
}

/** In the largest unit that needs no fraction. */
function windowOf(seconds: number): { window: string; unit: WindowUnit } {
  const units: WindowUnit[] = ["days", "hours", "minutes"];
  const unit = units.find((unit) => seconds % UNIT_SECONDS[unit] === 0) ?? "minutes";
  return { window: String(seconds / UNIT_SECONDS[unit]), unit };
}
