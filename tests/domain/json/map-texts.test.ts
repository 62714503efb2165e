import { expect, test } from "vitest";
import { mapTexts } from "@/lib/domain/json/map-texts";
import { parseJson } from "@/lib/domain/json/parse-json";
import { writeJson } from "@/lib/domain/json/write-json";

test("every text is changed, wherever it stands, and numbers keep their text", () => {
  const parsed = parseJson('{"a":["x",{"xa":"xx"}],"n":1.10,"t":true,"none":null}');
  const value = parsed.ok ? parsed.value : null;
  const changed = mapTexts(value, (text) => text.replaceAll("x", "y"));
  expect(writeJson(changed)).toBe('{"a":["y",{"ya":"yy"}],"n":1.10,"t":true,"none":null}');
  expect(writeJson(value)).toContain('"xx"');
});
