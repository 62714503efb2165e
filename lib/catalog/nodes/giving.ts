import { readPath } from "@/lib/domain/json/read-path";
import type { Answer, Reading } from "@/lib/domain/runs/effect";

/** Reads an answer in JSON, of which later steps get these things by these names: null for what is not there. */
export function giving(paths: Record<string, string>): (answer: Pick<Answer, "body">) => Reading {
  return ({ body }) => {
    if (typeof body !== "object" || body === null) return { ok: false, message: "It did not answer in JSON." };
    const found = Object.entries(paths).map(([name, path]) => [name, readPath(body, path) ?? null]);
    return { ok: true, output: Object.fromEntries(found) };
  };
}
