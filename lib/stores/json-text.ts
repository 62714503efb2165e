import { z } from "zod";
import { parseJson } from "@/lib/domain/json/parse-json";

/** A `json` column read as text, so that its numbers keep theirs. What we wrote ourselves always parses. */
export const jsonText = z.string().transform((text) => {
  const parsed = parseJson(text);
  return parsed.ok ? parsed.value : null;
});
