import { z } from "zod";
import { Mapping } from "@/lib/catalog/nodes/mapping";
import { field } from "@/lib/domain/forms/field";

type Line = Omit<Parameters<typeof field>[1], "widget" | "choices">;

const LINE_MAX = 2_000;
const TEXT_MAX = 100_000;
const TEXTS_MAX = 50;

/** A setting of one line, with placeholders, that has to be there. */
export function neededLine(complaint: string, line: Line) {
  return field(z.string(complaint).trim().min(1, complaint).max(LINE_MAX), { ...line, widget: "template" });
}

/** The same that may be left empty. */
export function optionalLine(line: Line) {
  return field(z.string().trim().max(LINE_MAX).default(""), { ...line, widget: "template" });
}

/** A setting of one line that is taken as it is written. */
export function neededName(complaint: string, line: Line & { pattern?: RegExp }) {
  const { pattern = /./, ...shown } = line;
  return field(z.string(complaint).trim().regex(pattern, complaint).max(200), { ...shown, widget: "text" });
}

/** A setting of many lines, with placeholders, that may be left empty. */
export function optionalText(line: Line) {
  return field(z.string().max(TEXT_MAX).default(""), { ...line, widget: "long-template" });
}

/** The same that has to be there. */
export function neededText(complaint: string, line: Line) {
  return field(z.string(complaint).trim().min(1, complaint).max(TEXT_MAX), { ...line, widget: "long-template" });
}

/** A setting with values by name. */
export function mappingField(line: Line) {
  return field(Mapping.default([]), { ...line, widget: "mapping" });
}

/** A setting with a list of texts. A text that is one placeholder for a list stands for all that is in it. */
export function textsField(line: Line) {
  return field(z.array(z.string().max(LINE_MAX)).max(TEXTS_MAX).default([]), { ...line, widget: "texts" });
}

/** The same with one at least. */
export function neededTexts(complaint: string, line: Line) {
  return field(z.array(z.string().max(LINE_MAX), complaint).min(1, complaint).max(TEXTS_MAX), {
    ...line,
    widget: "texts",
  });
}
