import type { Fill } from "@/lib/catalog/nodes/fill";

/** A text as one part of an address's path. No value can begin another part, nor a query. */
export function pathPart(text: string): string {
  return encodeURIComponent(text.replaceAll(/\p{Surrogate}/gu, "\uFFFD"));
}

/** The parts of a path between slashes, which are not encoded themselves. */
export function pathParts(text: string): string {
  return text.split("/").map(pathPart).join("/");
}

/** A filled template as one part of a path. `.` and `..` are refused: in an address they lead somewhere else. */
export function neededPart(fill: Fill, template: string, complaint: string): string {
  const text = fill.needed(template, complaint);
  complainAboutDots(fill, [text]);
  return pathPart(text);
}

/** A filled template as a path of as many parts as there are. */
export function neededPath(fill: Fill, template: string, complaint: string): string {
  const text = fill.needed(template, complaint).replace(/^\/+|\/+$/g, "");
  complainAboutDots(fill, text.split("/"));
  return pathParts(text);
}

function complainAboutDots(fill: Fill, parts: string[]): void {
  const dots = parts.find((part) => part === "." || part === "..");
  if (dots !== undefined) fill.complain(`“${dots}” cannot be part of an address.`);
}
