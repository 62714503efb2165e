import { isLosslessNumber } from "lossless-json";

/** A node of XML that `parseBody` has read. */
export type XmlNode = {
  kind: "document" | "element" | "attribute" | "text";
  /** With its prefix. Empty for what has none. */
  name: string;
  /** What it holds, as the body has it. */
  value: unknown;
  attributes: XmlNode[];
  /** Elements and texts. Of one name they are in the order of the document; names are in the order of their first. */
  children: XmlNode[];
  parent: XmlNode | undefined;
  /** Where it stands among all nodes. */
  place: number;
  /** How many nodes it is made of, itself among them. */
  size: number;
};

/** The document of which a body is made. */
export function xmlDocument(body: unknown): XmlNode {
  let places = 0;

  function make(kind: XmlNode["kind"], name: string, value: unknown): XmlNode {
    return { kind, name, value, attributes: [], children: [], parent: undefined, place: places++, size: 1 };
  }

  function add(parent: XmlNode, child: XmlNode): void {
    child.parent = parent;
    (child.kind === "attribute" ? parent.attributes : parent.children).push(child);
    parent.size += child.size;
  }

  function holding(node: XmlNode): XmlNode {
    for (const [key, value] of partsOf(node.value)) {
      for (const child of nodesOf(key, value)) add(node, child);
    }
    return node;
  }

  function nodesOf(key: string, value: unknown): XmlNode[] {
    if (key === "#text") return [make("text", "", value)];
    if (key.startsWith("@")) return [make("attribute", key.slice(1), value)];
    return (Array.isArray(value) ? value : [value]).map((each) => holding(make("element", key, each)));
  }
  return holding(make("document", "", body));
}

/** What is in an element. One that is nothing but text has only that. */
function partsOf(value: unknown): [key: string, value: unknown][] {
  if (typeof value === "object" && value !== null && !isLosslessNumber(value)) return Object.entries(value);
  return value === undefined || value === null || value === "" ? [] : [["#text", value]];
}

/** The text of a node and of all that is in it. */
export function stringValue({ kind, value, children }: XmlNode): string {
  if (kind === "attribute" || kind === "text") return String(value ?? "");
  return children.map(stringValue).join("");
}
