import { writeJson } from "@/lib/domain/json/write-json";
import type { PlannedRequest } from "@/lib/domain/runs/effect";

type Headers = PlannedRequest["headers"];

/** A POST of JSON. Numbers keep the text they came with; a property that is undefined is left out. */
export function postJson(url: string, body: unknown, headers: Headers = []): PlannedRequest {
  const type = { name: "content-type", value: "application/json; charset=utf-8" };
  return { method: "POST", url, headers: [type, ...headers], body: writeJson(body) };
}

/** A POST of a form, as browsers encode it. Fields that are empty are left out. */
export function postForm(url: string, fields: Record<string, string>, headers: Headers = []): PlannedRequest {
  const type = { name: "content-type", value: "application/x-www-form-urlencoded" };
  const filled = Object.entries(fields).filter(([, value]) => value !== "");
  return { method: "POST", url, headers: [type, ...headers], body: new URLSearchParams(filled).toString() };
}
