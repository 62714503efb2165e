import { checkXml } from "@/lib/domain/deliveries/xml/parse-xml";
import { TooMuchWork } from "@/lib/domain/extract/counted";
import { FOUND_MAX, type Found, TOO_MANY } from "@/lib/domain/extract/found";
import { parseXmlPath, type XmlPredicate, type XmlStep } from "@/lib/domain/extract/parse-xml-path";
import { stringValue, type XmlNode, xmlDocument } from "@/lib/domain/extract/xml-nodes";

const LOOKS_MAX = 1_000_000;

/**
 * What a path finds in XML: in its text, or in the object that `parseBody` makes of it. An element is what it is there: its
 * text, or an object where it has attributes or elements. A name without a prefix is that of any prefix.
 */
export function findByXmlPath(body: unknown, expression: string): Found {
  const parsed = parseXmlPath(expression);
  if (!parsed.ok) return { ok: false, message: complaint(parsed.at) };
  const read = readXml(body);
  if (!read.ok) return read;
  try {
    const found = follow(parsed.steps, [xmlDocument(read.value)], budget(LOOKS_MAX));
    if (found.length > FOUND_MAX) return { ok: false, message: TOO_MANY };
    return { ok: true, values: found.map(({ value }) => value) };
  } catch (error) {
    if (error instanceof TooMuchWork) return { ok: false, message: "The XPath takes too long on data of this size." };
    throw error;
  }
}

/** Why an expression is no path that can be followed, in a sentence; undefined when it is one. */
export function xmlPathProblem(expression: string): string | undefined {
  const parsed = parseXmlPath(expression);
  return parsed.ok ? undefined : complaint(parsed.at);
}

function complaint(at: number): string {
  return `This XPath cannot be read: look at character ${at + 1}. One looks like /order/item[@sku='A-1']/price/text().`;
}

function readXml(body: unknown): { ok: true; value: unknown } | { ok: false; message: string } {
  if (typeof body !== "string") return { ok: true, value: body };
  if (body.trim() === "") return { ok: true, value: null };
  const checked = checkXml(body);
  return checked.ok ? { ok: true, value: checked.read() } : checked;
}

/** Counts the nodes that are looked at, and throws a `TooMuchWork` where they are too many. */
type Spend = (nodes: number) => void;

function budget(nodesMax: number): Spend {
  let left = nodesMax;
  return (nodes) => {
    left -= nodes;
    if (left < 0) throw new TooMuchWork("There was too much to look at.");
  };
}

/** A node is taken once, however many ways lead to it. */
function follow(steps: readonly XmlStep[], from: readonly XmlNode[], spend: Spend): XmlNode[] {
  let here = [...from];
  for (const { axis, test, predicates } of steps) {
    if (axis === "descendant") here = withDescendants(here, spend);
    else here = [...new Set(here.flatMap((node) => keep(taken(node, { axis, test }, spend), predicates, spend)))];
  }
  return here;
}

function withDescendants(nodes: readonly XmlNode[], spend: Spend): XmlNode[] {
  const all = new Set(nodes);
  // What is added while it is gone through is gone through, too.
  for (const node of all) {
    spend(1);
    for (const child of node.children) all.add(child);
  }
  return [...all].sort((one, other) => one.place - other.place);
}

type Way = { axis: Exclude<XmlStep["axis"], "descendant">; test: string };

function taken(node: XmlNode, { axis, test }: Way, spend: Spend): XmlNode[] {
  spend(1 + (axis === "child" ? node.children.length : 0));
  switch (axis) {
    case "self":
      return [node];
    case "parent":
      return node.parent ? [node.parent] : [];
    case "attribute":
      return node.attributes.filter(({ name }) => !/^xmlns(?:$|:)/.test(name) && isNamed(name, test));
    case "child":
      return node.children.filter(({ kind, name }) => {
        return kind === "text" ? test === "text()" : test !== "text()" && isNamed(name, test);
      });
  }
}

function isNamed(name: string, test: string): boolean {
  if (test === "*" || test === name) return true;
  if (test.endsWith(":*")) return name.startsWith(test.slice(0, -1));
  return !test.includes(":") && name.slice(name.indexOf(":") + 1) === test;
}

function keep(nodes: XmlNode[], predicates: readonly XmlPredicate[], spend: Spend): XmlNode[] {
  let kept = nodes;
  for (const predicate of predicates) {
    const { length } = kept;
    kept = kept.filter((node, index) => holds(predicate, { node, index, length }, spend));
  }
  return kept;
}

type Place = { node: XmlNode; index: number; length: number };

function holds(predicate: XmlPredicate, { node, index, length }: Place, spend: Spend): boolean {
  if (predicate.kind === "position") return index + 1 === predicate.position;
  if (predicate.kind === "last") return index + 1 === length;
  const { steps, equals, isNegated } = predicate;
  const found = follow(steps, [node], spend);
  if (equals === undefined) return found.length > 0;
  return found.some((each) => {
    spend(each.size);
    return (stringValue(each) === equals) !== isNegated;
  });
}
