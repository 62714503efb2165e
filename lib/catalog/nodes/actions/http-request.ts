import { z } from "zod";
import { defineNode, type Planned, type Scope } from "@/lib/catalog/nodes/define-node";
import { hideCredentials } from "@/lib/domain/deliveries/read-headers";
import { field } from "@/lib/domain/forms/field";
import { type Place, renderText } from "@/lib/domain/templates/render-text";
import { checkTemplate } from "@/lib/domain/templates/template-paths";

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
  check: ({ url, headers, body }) => [
    ...complaint("url", checkTemplate(url) ?? checkStart(url)),
    ...headers.flatMap((header) => complaint("headers", checkTemplate(header.value))),
    ...complaint("body", checkTemplate(body)),
  ],
  plan: planRequest,
});

function planRequest(config: Config, scope: Scope): Planned {
  const problems: string[] = [];
  const text = (template: string, place: Place): string => {
    const rendered = renderText(template, scope, place);
    if (rendered.ok) return rendered.text;
    problems.push(rendered.message);
    return "";
  };

  const url = text(config.url, "url").trim();
  const headers = config.headers.map(({ name, value }) => ({ name, value: text(value, "header") }));
  const declared = headers.find(({ name }) => name.toLowerCase() === "content-type");
  const isJson = declared ? /json/i.test(declared.value) : /^\s*[{[]/.test(config.body);
  const hasBody = config.method !== "GET" && config.method !== "HEAD" && config.body !== "";
  const body = hasBody ? text(config.body, isJson ? "json" : "text") : "";
  if (hasBody && !declared) {
    headers.push({ name: "content-type", value: isJson ? "application/json" : "text/plain; charset=utf-8" });
  }
  if (!URL.canParse(url)) problems.push(`“${url.slice(0, 200)}” is not an address.`);

  const request = { method: config.method, url, headers, body };
  const input = { ...request, headers: hideCredentials(headers) };
  const [message] = problems;
  return message ? { ok: false, input, message } : { ok: true, input, effect: { kind: "request", request } };
}

/** An address may begin with a placeholder; otherwise it says its protocol. */
function checkStart(url: string): string | undefined {
  if (/^(https?:\/\/|\{\{)/i.test(url)) return undefined;
  return "The address has to begin with https:// or http://.";
}

function complaint(field: string, message: string | undefined) {
  return message ? [{ field, message }] : [];
}
