import type { Fill } from "@/lib/catalog/nodes/fill";

/** A text as one part of an address's path. No value can begin another part, nor a query. */
export function pathPart(text: string): string {
  return encodeURIComponent(text.replaceAll(/\p{Surrogate}/gu, "\uFFFD"));
}

/** A filled template as one part of a path. `.` and `..` are refused: in an address they lead somewhere else. */
export function neededPart(fill: Fill, template: string, complaint: string): string {
  const text = fill.needed(template, complaint);
  complainAboutDots(fill, [text]);
  return pathPart(text);
}

/** A filled template as a path of as many parts as there are, without slashes around it. */
export function neededPath(fill: Fill, template: string, complaint: string): string {
  const all = fill.needed(template, complaint).split("/");
  const parts = all.slice(
    all.findIndex((part) => part !== ""),
    all.findLastIndex((part) => part !== "") + 1,
  );
  complainAboutDots(fill, parts);
  return parts.map(pathPart).join("/");
}

function complainAboutDots(fill: Fill, parts: string[]): void {
  const dots = parts.find((part) => part === "." || part === "..");
  if (dots !== undefined) fill.complain(`“${dots}” cannot be part of an address.`);
}
