import { expect, test } from "vitest";
import { parseStatuses, writeStatuses } from "@/components/editor/panel/status-list";

const read = (text: string) => {
  const parsed = parseStatuses(text);
  return parsed.ok ? parsed.statuses : parsed.message;
};

test("statuses and ranges are read, each once and in order", () => {
  expect(read("503 429, 500-502,500")).toEqual([429, 500, 501, 502, 503]);
  expect(read("500 – 501;408")).toEqual([408, 500, 501]);
  expect(read("")).toEqual([]);
});

test("what is none is named", () => {
  expect(read("200")).toBe("“200” is no status from 300 to 599.");
  expect(read("429, five")).toBe("“five” is no status from 300 to 599.");
  expect(read("503-500")).toMatch(/^“503-500”/);
  expect(read("500-599")).toBe("At most 50 statuses.");
});

test("they are written in as few words as there are", () => {
  expect(writeStatuses([503, 429, 502, 504])).toBe("429, 502-504");
  expect(writeStatuses([429, 502, 503, 504], "or")).toBe("429 or 502 to 504");
  expect(writeStatuses([408], "or")).toBe("408");
  expect(writeStatuses([])).toBe("");
});
