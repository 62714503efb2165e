import { counted, countKeyword, isTextList, type Keyword, type Reading } from "@/lib/domain/deliveries/schema/keyword";
import {
  applyHere,
  applyNode,
  applyToKey,
  type Check,
  isObject,
  type JsonObject,
  keyPath,
  NONE,
  problemAt,
  type SchemaNode,
  spend,
  type Visit,
} from "@/lib/domain/deliveries/schema/schema-node";
import type { Json } from "@/lib/domain/json/json";

/** What is asked of objects. */
export const objectKeywords: readonly Keyword[] = [
  { name: "required", read: readRequired },
  objectKeyword("properties", (definition, reading) => {
    const nodes = Object.entries(definition).map(([key, child]) => ({ key, node: reading.child(child) }));
    return (value, visit) =>
      nodes.flatMap(({ key, node }) => (Object.hasOwn(value, key) ? applyToKey(node, visit, key) : NONE));
  }),
  objectKeyword("patternProperties", (definition, reading) => {
    const nodes = Object.entries(definition).map(([source, child]) => ({
      pattern: reading.pattern(source),
      node: reading.child(child),
    }));
    return (value, visit) =>
      nodes.flatMap(({ pattern, node }) => {
        if (visit.run.stepsLeft < 0) return NONE;
        return Object.keys(value).flatMap((key) => (pattern?.(key, visit.run) ? applyToKey(node, visit, key) : NONE));
      });
  }),
  { name: "additionalProperties", read: readAdditional },
  {
    name: "propertyNames",
    read: (definition, reading) => {
      const node = reading.child(definition);
      return checkObject((value, visit) =>
        Object.keys(value).flatMap((key) => {
          const isFine = applyNode(node, { ...visit, value: key }).problems.length === 0;
          return isFine ? NONE : problemAt({ path: keyPath(visit.path, key) }, "has a name that is not allowed");
        }),
      );
    },
  },
  countKeyword("minProperties", (count) =>
    checkObject((value, visit) =>
      Object.keys(value).length >= count ? NONE : problemAt(visit, `must have at least ${counted(count, "key")}`),
    ),
  ),
  countKeyword("maxProperties", (count) =>
    checkObject((value, visit) =>
      Object.keys(value).length <= count ? NONE : problemAt(visit, `must have at most ${counted(count, "key")}`),
    ),
  ),
  objectKeyword("dependentRequired", readDependencies),
  objectKeyword("dependentSchemas", readDependencies),
  objectKeyword("dependencies", readDependencies),
];

/** Comes after all others, which tell what they have seen. */
export const unevaluatedProperties: Keyword = {
  name: "unevaluatedProperties",
  read: (definition, { child }) => {
    const node = child(definition);
    return checkObject((value, visit) =>
      Object.keys(value).flatMap((key) => (visit.seen.keys.has(key) ? NONE : applyToKey(node, visit, key))),
    );
  },
};

type ObjectCheck = (value: JsonObject, visit: Visit) => ReturnType<Check>;

/** Of anything but an object nothing is asked. `keys` is how many the keyword names itself. */
function checkObject(check: ObjectCheck, keys = 0): Check {
  return (visit) => {
    if (!isObject(visit.value)) return NONE;
    spend(visit.run, keys + Object.keys(visit.value).length);
    return visit.run.stepsLeft < 0 ? NONE : check(visit.value, visit);
  };
}

function objectKeyword(
  name: string,
  read: (definition: JsonObject, reading: Reading) => ObjectCheck | undefined,
): Keyword {
  return {
    name,
    read: (definition, reading) => {
      if (!isObject(definition)) return reading.complain("must be an object");
      const check = read(definition, reading);
      return check && checkObject(check, Object.keys(definition).length);
    },
  };
}

function readRequired(definition: Json, { complain }: Reading): Check | undefined {
  if (!isTextList(definition)) return complain("must be a list of keys");
  const check: ObjectCheck = (value, { path }) =>
    definition.flatMap((key) =>
      Object.hasOwn(value, key) ? NONE : problemAt({ path: keyPath(path, key) }, "is missing"),
    );
  return checkObject(check, definition.length);
}

function readAdditional(definition: Json, reading: Reading): Check {
  const { properties, patternProperties } = reading.schema;
  const named = new Set(isObject(properties) ? Object.keys(properties) : []);
  const patterns = isObject(patternProperties) ? Object.keys(patternProperties).map(reading.pattern) : [];
  const node = reading.child(definition);
  return checkObject((value, visit) =>
    Object.keys(value).flatMap((key) => {
      const isNamed = named.has(key) || patterns.some((pattern) => pattern?.(key, visit.run));
      return isNamed ? NONE : applyToKey(node, visit, key);
    }),
  );
}

/** Where a key is there, others have to be as well, or the object has to follow another schema. */
function readDependencies(definition: JsonObject, reading: Reading): ObjectCheck {
  const dependencies: { key: string; others: string[]; node: SchemaNode | undefined }[] = [];
  for (const [key, rule] of Object.entries(definition)) {
    if (isTextList(rule)) dependencies.push({ key, others: rule, node: undefined });
    else dependencies.push({ key, others: [], node: reading.child(rule) });
  }
  return (value, visit) =>
    dependencies.flatMap(({ key, others, node }) => {
      if (!Object.hasOwn(value, key)) return NONE;
      const missing = others.filter((other) => !Object.hasOwn(value, other));
      return [
        ...missing.flatMap((other) => problemAt({ path: keyPath(visit.path, other) }, `is missing beside “${key}”`)),
        ...(node ? applyHere(node, visit) : NONE),
      ];
    });
}
