import { canonicalText } from "@/lib/domain/deliveries/schema/canonical-text";
import { counted, countKeyword, type Keyword, type Reading, readCount } from "@/lib/domain/deliveries/schema/keyword";
import {
  applyNode,
  applyToItem,
  type Check,
  NONE,
  problemAt,
  type SchemaNode,
  spend,
  type Visit,
} from "@/lib/domain/deliveries/schema/schema-node";
import type { Json } from "@/lib/domain/json/json";

/** What is asked of lists. */
export const arrayKeywords: readonly Keyword[] = [
  {
    name: "prefixItems",
    read: (definition, reading) => (reading.isDraft7 ? undefined : readTuple(definition, reading)),
  },
  { name: "items", read: readItems },
  { name: "additionalItems", read: readAdditionalItems },
  { name: "contains", read: readContains },
  countKeyword("minItems", (count) => lengthCheck((length) => length >= count, `at least ${counted(count, "item")}`)),
  countKeyword("maxItems", (count) => lengthCheck((length) => length <= count, `at most ${counted(count, "item")}`)),
  {
    name: "uniqueItems",
    read: (definition, { complain }) => {
      if (typeof definition !== "boolean") return complain("must be true or false");
      return definition ? checkArray(checkUnique) : undefined;
    },
  },
];

/** Comes after all others, which tell what they have seen. */
export const unevaluatedItems: Keyword = {
  name: "unevaluatedItems",
  read: (definition, { child }) => {
    const node = child(definition);
    return checkArray((items, visit) =>
      items.flatMap((_, index) => (visit.seen.items.has(index) ? NONE : applyToItem(node, visit, index))),
    );
  },
};

type ArrayCheck = (items: unknown[], visit: Visit) => ReturnType<Check>;

/** Of anything but a list nothing is asked. */
function checkArray(check: ArrayCheck): Check {
  return (visit) => {
    if (!Array.isArray(visit.value)) return NONE;
    spend(visit.run, visit.value.length);
    return visit.run.stepsLeft < 0 ? NONE : check(visit.value, visit);
  };
}

function lengthCheck(holds: (length: number) => boolean, words: string): Check {
  return checkArray((items, visit) => (holds(items.length) ? NONE : problemAt(visit, `must have ${words}`)));
}

function readTuple(definition: Json, { child, complain }: Reading): Check | undefined {
  if (!Array.isArray(definition)) return complain("must be a list of schemas");
  const nodes = definition.map(child);
  return checkArray((items, visit) =>
    nodes.flatMap((node, index) => (index < items.length ? applyToItem(node, visit, index) : NONE)),
  );
}

/** A list of schemas was how draft 7 wrote `prefixItems`, and many still do. */
function readItems(definition: Json, reading: Reading): Check | undefined {
  if (Array.isArray(definition)) return readTuple(definition, reading);
  const { prefixItems } = reading.schema;
  const from = Array.isArray(prefixItems) && !reading.isDraft7 ? prefixItems.length : 0;
  return restCheck(reading.child(definition), from);
}

function readAdditionalItems(definition: Json, { schema, child }: Reading): Check | undefined {
  const { items } = schema;
  return Array.isArray(items) ? restCheck(child(definition), items.length) : undefined;
}

function restCheck(node: SchemaNode, from: number): Check {
  return checkArray((items, visit) =>
    items.flatMap((_, index) => (index < from ? NONE : applyToItem(node, visit, index))),
  );
}

function readContains(definition: Json, { schema, isDraft7, child, complain }: Reading): Check | undefined {
  const node = child(definition);
  const least = isDraft7 ? 1 : readCount(schema["minContains"] ?? 1);
  const most = isDraft7 ? Number.POSITIVE_INFINITY : readMost(schema["maxContains"]);
  if (least === undefined || most === undefined) {
    return complain("must have whole numbers as its minContains and maxContains");
  }
  return checkArray((items, visit) => {
    let count = 0;
    for (const [index, value] of items.entries()) {
      const { problems } = applyNode(node, { value, path: `${visit.path}[${index}]`, run: visit.run });
      if (problems.length > 0) continue;
      count++;
      if (!isDraft7) visit.seen.items.add(index);
    }
    if (count < least) return problemAt(visit, `must have at least ${counted(least, "item")} of the wanted kind`);
    return count > most ? problemAt(visit, `must have at most ${counted(most, "item")} of the wanted kind`) : NONE;
  });
}

function readMost(definition: Json | undefined): number | undefined {
  return definition === undefined ? Number.POSITIVE_INFINITY : readCount(definition);
}

function checkUnique(items: unknown[], visit: Visit): ReturnType<Check> {
  const places = new Map<string, number>();
  for (const [index, item] of items.entries()) {
    if (visit.run.stepsLeft < 0) return NONE;
    const text = canonicalText(item);
    spend(visit.run, text.length);
    const earlier = places.get(text);
    if (earlier !== undefined) return problemAt({ path: `${visit.path}[${index}]` }, `is the same as item ${earlier}`);
    places.set(text, index);
  }
  return NONE;
}
