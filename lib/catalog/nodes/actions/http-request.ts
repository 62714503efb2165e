import { z } from "zod";
import { withCredentials } from "@/lib/catalog/connections/with-credentials";
import { optionalConnection } from "@/lib/catalog/nodes/connection-field";
import { type Context, defineNode } from "@/lib/catalog/nodes/define-node";
import { hideCredentials } from "@/lib/domain/deliveries/read-headers";
import { field } from "@/lib/domain/forms/field";
import type { PlannedRequest } from "@/lib/domain/runs/effect";

const METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD"] as const;
const HEADER_NAME = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;

const Config = z.strictObject({
  method: field(z.enum(METHODS).default("POST"), {
    label: "Method",
    widget: "select",
    choices: METHODS.map((method) => ({ value: method, label: method })),
  }),
  url: field(z.string("Enter the address.").trim().min(1, "Enter the address.").max(8_000), {
    label: "Address",
    widget: "template",
    placeholder: "https://desk.example/tickets",
    help: "Where the request goes. It begins with https:// or http://.",
  }),
  headers: field(
    z
      .array(
        z.strictObject({
          name: z.string().trim().regex(HEADER_NAME, "A header's name has letters, digits and dashes only.").max(200),
          value: z.string().max(8_000).default(""),
        }),
      )
      .max(50)
      .default([]),
    { label: "Headers", widget: "header-list" },
  ),
  connectionId: optionalConnection,
  body: field(z.string().max(1_000_000).default(""), {
    label: "Body",
    widget: "long-template",
    placeholder: '{ "id": {{ trigger.body.id | json }} }',
    help: "What is sent along. It goes out as JSON when it reads as JSON, unless a Content-Type header says otherwise.",
  }),
});
type Config = z.infer<typeof Config>;

/** Any HTTP request. Its output is the answer: `{ status, headers, body }`, with a JSON body parsed. */
export const httpRequest = defineNode({
  type: "http-request",
  name: "HTTP request",
  summary: "Sends a request to any address.",
  kind: "action",
  group: "Requests",
  icon: "send",
  config: Config,
  sample: {
    method: "POST",
    url: "https://desk.example/tickets",
    headers: [{ name: "X-From", value: "doorbell" }],
    body: '{ "id": {{ trigger.body.data.ticket_id | json }} }',
  },
  ports: [{ id: "out", name: "Then" }],
  describe: ({ method, url }) => `${method} ${url.replace(/^https?:\/\//, "")}`,
  outputExample: { status: 200, headers: { "content-type": "application/json" }, body: { ok: true } },
  check: ({ url }) => (startsWell(url) ? [] : [{ field: "url", message: WRONG_START }]),
  connections: ["bearer", "basic", "api-key"],
  input: (config, context) => {
    const { url, headers, ...rest } = requestOf(config, context);
    return { ...rest, url, headers: hideCredentials(headers) };
  },
  plan: (config, context) => {
    const request = requestOf(config, context);
    if (!URL.canParse(request.url)) context.fill.complain(`“${request.url.slice(0, 200)}” is not an address.`);
    return { kind: "request", request: withCredentials(request, context) };
  },
});

function requestOf(config: Config, { fill }: Pick<Context, "fill">): PlannedRequest {
  const url = fill.text(config.url, "url").trim();
  const headers = config.headers.map(({ name, value }) => ({ name, value: fill.text(value, "header") }));
  const declared = headers.find(({ name }) => name.toLowerCase() === "content-type");
  const isJson = declared ? /json/i.test(declared.value) : /^\s*[{[]/.test(config.body);
  const hasBody = config.method !== "GET" && config.method !== "HEAD" && config.body !== "";
  const body = hasBody ? fill.text(config.body, isJson ? "json" : "text") : "";
  if (hasBody && !declared) {
    headers.push({ name: "content-type", value: isJson ? "application/json" : "text/plain; charset=utf-8" });
  }
  return { method: config.method, url, headers, body };
}

const WRONG_START = "The address has to begin with https:// or http://.";

/** An address may begin with a placeholder; otherwise it says its protocol. */
function startsWell(url: string): boolean {
  return /^(https?:\/\/|\{\{)/i.test(url);
}
