import { readdirSync, readFileSync } from "node:fs";
import { builtinModules } from "node:module";
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
    importsOf(read(file))
      .filter((name) => !isAllowed(file, name))
      .map((name) => `${file} imports ${name}`),
  );
  expect(uphill).toEqual([]);
});

test("imports go round in no circle", () => {
  const graph = new Map(files.map((file) => [file, importsOf(read(file)).flatMap((name) => fileOf(file, name) ?? [])]));
  expect(findCircle(graph)).toBeUndefined();
});

/** What opens sockets, and the only files that may use more than the types of it. */
const SOCKETS: Record<string, RegExp> = {
  undici: /^lib\/platform\/send-request\//,
  "node:net": /^lib\/platform\/(send-request\/guard\/|embedded-postgres\/free-port\.ts|client-address\.ts)/,
  "node:tls": /^lib\/platform\/forwarded-headers\.ts/,
  "node:dns": /^lib\/platform\/send-request\//,
  nodemailer: /^lib\/platform\/smtp\/send-mail\.ts/,
  mysql2: /^lib\/platform\/database-query\/mysql\.ts/,
  pg: /^lib\/(stores\/|platform\/(database-query\/postgresql(-types)?|db|engine-connections|live|migrate)\.ts)/,
  "node:http": /^$/,
  "node:https": /^$/,
  "node:http2": /^$/,
  "node:dgram": /^$/,
  axios: /^$/,
  got: /^$/,
  ws: /^$/,
};

test("only the guard and what dials through it open sockets to the outside", () => {
  const openers = files.flatMap((file) =>
    importsOf(withoutTypes(read(file)))
      .map(packageOf)
      .filter((name) => SOCKETS[name]?.test(file) === false)
      .map((name) => `${file} uses ${name}`),
  );
  expect(openers).toEqual([]);
});

/** Asks the server that the operator names, and no other. */
const INNGEST = "lib/platform/inngest.ts";

test("nothing under lib calls fetch or opens a WebSocket of its own", () => {
  const callers = files.filter(
    (file) =>
      file.startsWith("lib/") &&
      file !== INNGEST &&
      /(?<![.\w])(fetch\(|new (WebSocket|EventSource)\()/.test(read(file)),
  );
  expect(callers).toEqual([]);
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

/** `nodemailer` for `nodemailer/lib/x.js`, `node:dns` for `dns/promises`. */
function packageOf(name: string): string {
  const [whole = "", first = ""] = /^(?:node:)?([^/]+)/.exec(name) ?? [];
  return builtinModules.includes(first) ? `node:${first}` : whole;
}

/** Imports of types alone are gone at run time. */
function withoutTypes(source: string): string {
  return source.replaceAll(/^import type [^;]*;/gm, "");
}

function importsOf(source: string): string[] {
  return ts.preProcessFile(source).importedFiles.map(({ fileName }) => fileName);
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
