import { gatherFields } from "@/lib/domain/deliveries/parse-form";
import type { Json } from "@/lib/domain/json/json";

/** The library's way to keep the order: each node an object with one key, and its attributes beside it. */
type XmlNode = Record<string, unknown>;

const ATTRIBUTES = ":@";

/** An object of what fast-xml-parser read with `preserveOrder`. `spared` begins names that it would not have taken. */
export function buildXml(nodes: unknown, spared: string): Json {
  return Object.fromEntries(gatherFields(childrenOf(nodes, spared)));
}

function childrenOf(nodes: unknown, spared: string): [name: string, value: Json][] {
  return nodesIn(nodes).flatMap((node): [string, Json][] => {
    const name = nameOf(node);
    if (name.startsWith("#")) return [];
    const plain = name.startsWith(spared) ? name.slice(spared.length) : name;
    return [[plain, elementOf(node[name], node[ATTRIBUTES], spared)]];
  });
}

/** An element that holds nothing but text is that text. */
function elementOf(nodes: unknown, attributes: unknown, spared: string): Json {
  const text = textOf(nodes);
  const children = childrenOf(nodes, spared);
  const named = Object.entries(isNode(attributes) ? attributes : {});
  if (children.length === 0 && named.length === 0) return text;
  const fields = gatherFields([
    ...named.map(([name, value]): [string, Json] => [name, decodeEntities(String(value))]),
    ...children,
  ]);
  if (text !== "") fields.set("#text", text);
  return Object.fromEntries(fields);
}

/** All text of an element. The blanks around it are there for the eye, unless it is in a CDATA section. */
function textOf(nodes: unknown): string {
  const pieces = nodesIn(nodes).flatMap((node) => {
    const name = nameOf(node);
    if (name === "#text") return [{ text: decodeEntities(String(node[name])), isExact: false }];
    if (name !== "#cdata") return [];
    return nodesIn(node[name]).map((inner) => ({ text: String(inner["#text"] ?? ""), isExact: true }));
  });
  const text = pieces.map((piece) => piece.text).join("");
  return pieces.some((piece) => piece.isExact) ? text : text.trim();
}

const NAMED: Readonly<Record<string, string>> = { amp: "&", apos: "'", gt: ">", lt: "<", quot: '"' };

/** The five entities of XML, and characters by their number. Others stay as they are written. */
function decodeEntities(text: string): string {
  if (!text.includes("&")) return text;
  return text.replaceAll(/&(#\d{1,7}|#x[\da-fA-F]{1,6}|amp|apos|gt|lt|quot);/g, (whole, entity: string) => {
    const code = entity.startsWith("#x") ? Number.parseInt(entity.slice(2), 16) : Number(entity.slice(1));
    return NAMED[entity] ?? (isCharacter(code) ? String.fromCodePoint(code) : whole);
  });
}

/** Halves of surrogates are none. */
function isCharacter(code: number): boolean {
  return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
}

function nodesIn(nodes: unknown): XmlNode[] {
  return Array.isArray(nodes) ? nodes.filter(isNode) : [];
}

function isNode(node: unknown): node is XmlNode {
  return typeof node === "object" && node !== null;
}

function nameOf(node: XmlNode): string {
  return Object.keys(node).find((key) => key !== ATTRIBUTES) ?? "#";
}
