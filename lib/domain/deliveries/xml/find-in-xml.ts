/**
 * The texts at a path such as `Envelope/Body/Id`, or of an attribute, as `Body/sObject/@type`, in XML that `parseBody` has
 * read. Names count without their prefix, and so do attributes' values that are names (`sf:Contact`).
 */
export function findInXml(body: unknown, path: string): string[] {
  return elementsInXml(body, path)
    .map(textOf)
    .filter((text) => text !== undefined);
}

/** What stands at a path as `findInXml` takes it: the elements themselves, as `parseBody` gives them. */
export function elementsInXml(body: unknown, path: string): unknown[] {
  let found: unknown[] = [body];
  for (const step of path.split("/")) found = found.flatMap((element) => childrenOf(element, step));
  return found;
}

function childrenOf(element: unknown, name: string): unknown[] {
  if (typeof element !== "object" || element === null) return [];
  return Object.entries(element).flatMap(([key, value]) => {
    if (localName(key) !== name) return [];
    return name.startsWith("@") && typeof value === "string" ? [withoutPrefix(value)] : [value].flat();
  });
}

/** `soapenv:Body` as `Body`, and `@xsi:type` as `@type`. */
function localName(key: string): string {
  return key.startsWith("@") ? `@${withoutPrefix(key.slice(1))}` : withoutPrefix(key);
}

function withoutPrefix(name: string): string {
  return /^[\w.-]+:([\w.-]+)$/.exec(name)?.[1] ?? name;
}

/** An element with attributes has its text beside them. */
function textOf(element: unknown): string | undefined {
  if (typeof element === "string") return element;
  const text = typeof element === "object" && element !== null ? Reflect.get(element, "#text") : undefined;
  return typeof text === "string" ? text : undefined;
}
