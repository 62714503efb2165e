import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { apiOperations } from "@/lib/services/api-operations";
import { describeApi } from "@/lib/services/describe-api";

const root = fileURLToPath(new URL("../../app/api/v1", import.meta.url));

test("every route of the API is described, and nothing else is", () => {
  const routes = readdirSync(root, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith("route.ts") && file !== "openapi.json/route.ts")
    .flatMap((file) => {
      const path = `/${file.replace(/\/route\.ts$/, "").replace(/\[(\w+)\]/g, "{$1}")}`;
      const exported = readFileSync(`${root}/${file}`, "utf8").matchAll(/export const (GET|POST|PUT|PATCH|DELETE)\b/g);
      return [...exported].map(([, method]) => `${method?.toLowerCase()} ${path}`);
    });
  expect(apiOperations.map(({ method, path }) => `${method} ${path}`).sort()).toEqual(routes.sort());
});

test("the description names every operation once, and every parameter of its path", () => {
  const { paths } = describeApi();
  const operations = Object.values(paths).flatMap((methods) => Object.values(methods)) as { operationId: string }[];
  const ids = operations.map(({ operationId }) => operationId);
  expect(new Set(ids).size).toBe(apiOperations.length);
  expect(paths["/endpoints/{id}/secrets/{secretId}"]?.["delete"]).toMatchObject({
    parameters: [
      { name: "id", in: "path" },
      { name: "secretId", in: "path" },
      { name: "force", in: "query", required: false },
    ],
  });
});
