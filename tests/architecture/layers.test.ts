import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { expect, test } from "vitest";
import { nodes } from "@/lib/catalog/nodes/index";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** Each layer, and those below it that it may import. */
const MAY_IMPORT: Record<string, string[]> = {
  app: ["app", "components", "lib/inngest", "lib/services", "lib/stores", "lib/platform", "lib/catalog", "lib/domain"],
  components: ["components", "lib/catalog", "lib/domain"],
  "lib/inngest": [
    "lib/inngest",
    "lib/engine",
    "lib/services",
    "lib/stores",
    "lib/platform",
    "lib/catalog",
    "lib/domain",
  ],
  "lib/engine": ["lib/engine", "lib/stores", "lib/platform", "lib/domain"],
  "lib/services": ["lib/services", "lib/stores", "lib/platform", "lib/catalog", "lib/domain"],
  "lib/stores": ["lib/stores", "lib/platform", "lib/domain"],
  "lib/platform": ["lib/platform", "lib/domain", "package.json"],
  "lib/catalog": ["lib/catalog", "lib/domain"],
  "lib/domain": ["lib/domain"],
};

/** Packages that the pure layers may use: they compute, and reach nothing. */
const PURE_PACKAGES = [
  "zod",
  "croner",
  "cronstrue",
  "fast-xml-parser",
  "ipaddr.js",
  "json-p3",
  "liquidjs",
  "lossless-json",
  "re2js",
];

const BANNED_NAMES = /^(utils?|helpers?|common|misc|shared|types|constants|manager|handler)\.tsx?$/;
const LINES_MAX = 250;

const files = ["app", "components", "lib"]
  .flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: "utf8" }).map((file) => join(folder, file)),
  )
  .filter((file) => /\.tsx?$/.test(file) && !file.includes("prisma/generated"));

test("the rules below look at the code", () => {
  expect(files.length).toBeGreaterThan(100);
});

test("imports run downhill only", () => {
  const uphill = files.flatMap((file) =>
    importsOf(file)
      .filter((name) => !isAllowed(file, name))
      .map((name) => `${file} imports ${name}`),
  );
  expect(uphill).toEqual([]);
});

test("imports go round in no circle", () => {
  const graph = new Map(files.map((file) => [file, importsOf(file).flatMap((name) => fileOf(file, name) ?? [])]));
  expect(findCircle(graph)).toBeUndefined();
});

test("only send-request speaks HTTP to the outside", () => {
  const others = files.filter((file) => !file.startsWith("lib/platform/send-request/"));
  const speakers = others.filter((file) =>
    importsOf(file).some((name) => /^(undici|node:https|axios|got)$/.test(name)),
  );
  expect(speakers).toEqual([]);
});

test(`no file has more than ${LINES_MAX} lines, nor a name that says nothing`, () => {
  const long = files.filter((file) => read(file).split("\n").length > LINES_MAX + 1);
  const nameless = files.filter((file) => BANNED_NAMES.test(file.slice(file.lastIndexOf("/") + 1)));
  expect({ long, nameless }).toEqual({ long: [], nameless: [] });
});

test("every node has its logo", () => {
  const logos = new Set(readdirSync(join(root, "public/logos")));
  const ids = nodes.map(({ type }) => type);
  expect(ids.filter((id) => !logos.has(`${id}.svg`))).toEqual([]);
});

function read(file: string): string {
  return readFileSync(join(root, file), "utf8");
}

function importsOf(file: string): string[] {
  return ts.preProcessFile(read(file)).importedFiles.map(({ fileName }) => fileName);
}

function layerOf(path: string): string {
  return Object.keys(MAY_IMPORT).find((layer) => path === layer || path.startsWith(`${layer}/`)) ?? path;
}

function isAllowed(file: string, name: string): boolean {
  const layer = layerOf(file);
  const target = targetOf(file, name);
  if (target !== undefined) return (MAY_IMPORT[layer] ?? []).includes(layerOf(target));
  return (layer !== "lib/domain" && layer !== "lib/catalog") || PURE_PACKAGES.includes(name);
}

/** Where an import leads within the project; undefined for a package. */
function targetOf(file: string, name: string): string | undefined {
  if (name.startsWith("@/")) return name.slice(2);
  return name.startsWith(".") ? relative(root, resolve(root, dirname(file), name)) : undefined;
}

function fileOf(file: string, name: string): string | undefined {
  const target = targetOf(file, name);
  return files.find((candidate) => candidate.replace(/\.tsx?$/, "") === target);
}

/** The files of a circle of imports, or undefined. */
function findCircle(graph: Map<string, string[]>): string[] | undefined {
  const finished = new Set<string>();
  const visit = (file: string, trail: string[]): string[] | undefined => {
    if (trail.includes(file)) return [...trail.slice(trail.indexOf(file)), file];
    if (finished.has(file)) return undefined;
    for (const next of graph.get(file) ?? []) {
      const circle = visit(next, [...trail, file]);
      if (circle) return circle;
    }
    finished.add(file);
    return undefined;
  };
  for (const file of graph.keys()) {
    const circle = visit(file, []);
    if (circle) return circle;
  }
  return undefined;
}
