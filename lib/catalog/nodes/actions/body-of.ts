import type { Answer, Reading } from "@/lib/domain/runs/effect";

/** Gives what a service answered, without the envelope. */
export function bodyOf({ body }: Pick<Answer, "body">): Reading {
  return { ok: true, output: body };
}
