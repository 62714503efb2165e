import type { Keyword, Reading } from "@/lib/domain/deliveries/schema/keyword";
import { applyHere, type Check, NONE, problemAt, type SchemaNode } from "@/lib/domain/deliveries/schema/schema-node";
import type { Json } from "@/lib/domain/json/json";

/** What puts other schemas together. */
export const combiningKeywords: readonly Keyword[] = [
  {
    name: "$ref",
    read: (definition, { follow, complain }) => {
      if (typeof definition !== "string") return complain("must be text");
      const node = follow(definition);
      return (visit) => applyHere(node, visit);
    },
  },
  listKeyword("allOf", (nodes) => (visit) => nodes.flatMap((node) => applyHere(node, visit))),
  listKeyword("anyOf", (nodes) => (visit) => {
    // All of them are asked, since each may have seen other keys.
    const fitting = nodes.filter((node) => applyHere(node, visit).length === 0);
    return fitting.length > 0 ? NONE : problemAt(visit, `must be of one of ${nodes.length} kinds, and is of none`);
  }),
  listKeyword("oneOf", (nodes) => (visit) => {
    const fitting = nodes.filter((node) => applyHere(node, visit).length === 0).length;
    if (fitting === 1) return NONE;
    const found = fitting === 0 ? "none" : `${fitting} of them`;
    return problemAt(visit, `must be of exactly one of ${nodes.length} kinds, and is of ${found}`);
  }),
  {
    name: "not",
    read: (definition, { child }) => {
      const node = child(definition);
      // What it has seen counts nowhere.
      return (visit) => {
        const seen = { keys: new Set<string>(), items: new Set<number>() };
        const isFitting = applyHere(node, { ...visit, seen }).length === 0;
        return isFitting ? problemAt(visit, "is of a kind that is not allowed") : NONE;
      };
    },
  },
  { name: "if", read: readIf },
];

function listKeyword(name: string, checkFor: (nodes: SchemaNode[]) => Check): Keyword {
  return {
    name,
    read: (definition, { child, complain }) => {
      if (!Array.isArray(definition) || definition.length === 0) return complain("must be a list of schemas");
      return checkFor(definition.map(child));
    },
  };
}

function readIf(definition: Json, { schema, child }: Reading): Check {
  const condition = child(definition);
  const [yes, no] = [schema["then"], schema["else"]].map((branch) =>
    branch === undefined ? undefined : child(branch),
  );
  return (visit) => {
    const branch = applyHere(condition, visit).length === 0 ? yes : no;
    return branch ? applyHere(branch, visit) : NONE;
  };
}
