import { z } from "zod";
import { mediaType } from "@/lib/domain/deliveries/content-type";
import { renderText } from "@/lib/domain/templates/render-text";
import type { Scope } from "@/lib/domain/templates/scope";
import { checkTemplate } from "@/lib/domain/templates/template-paths";

/** Of the connection, of the body's form, or what tells a browser how to treat our own pages. */
const RESERVED_HEADERS = new Set([
  ...["connection", "keep-alive", "proxy-authenticate", "proxy-authorization", "proxy-connection", "te", "trailer"],
  ...[
    "transfer-encoding",
    "upgrade",
    "content-encoding",
    "content-length",
    "content-type",
    "set-cookie",
    "set-cookie2",
  ],
  ...["alt-svc", "clear-site-data", "content-security-policy", "cross-origin-opener-policy", "refresh"],
  ...["service-worker-allowed", "strict-transport-security", "x-content-type-options", "x-frame-options"],
]);

const AnswerHeader = z.strictObject({
  name: z
    .string()
    .trim()
    .regex(/^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/, "A header's name has letters, digits and dashes only.")
    .max(100)
    .refine((name) => !RESERVED_HEADERS.has(name.toLowerCase()), "This header is Doorbell's own to set."),
  value: z
    .string()
    .max(1_000)
    .regex(/^[\t\x20-\x7e]*$/, "A header's value has no line breaks, and plain letters only."),
});

const ContentType = z
  .string()
  .trim()
  .max(100)
  .regex(/^[\w.+-]+\/[\w.+-]+(?:\s*;\s*charset=[\w-]+)?$/, "A content type looks like application/json.")
  .superRefine((contentType, context) => {
    const type = mediaType(contentType);
    if (/html|svg|script/.test(type)) {
      context.addIssue({
        code: "custom",
        message: "Pages and scripts are not answered: they would run as part of Doorbell.",
      });
    } else if (!isJson(type) && !PLAIN_TYPES.has(type) && !type.endsWith("+xml")) {
      context.addIssue({ code: "custom", message: "Answers are JSON, plain text, XML or a form." });
    }
  });

const PLAIN_TYPES = new Set(["text/plain", "application/xml", "text/xml", "application/x-www-form-urlencoded"]);

const WITHOUT_BODY = new Set([204, 205]);

/** What an endpoint answers of its own to a delivery that it has accepted. The body is a template, which may use `trigger`. */
export const AnswerTemplate = z
  .strictObject({
    status: z
      .int()
      .min(200, "An answer's status is from 200 to 299.")
      .max(299, "An answer's status is from 200 to 299.")
      .default(200),
    headers: z.array(AnswerHeader).max(20, "An answer has at most 20 headers of its own.").default([]),
    contentType: ContentType.default("application/json"),
    body: z.string().max(16_384, "The body is longer than 16,384 characters.").default(""),
  })
  .superRefine(({ status, body, headers }, context) => {
    const complaint = checkTemplate(body);
    if (complaint) context.addIssue({ code: "custom", path: ["body"], message: complaint });
    if (WITHOUT_BODY.has(status) && body !== "") {
      context.addIssue({ code: "custom", path: ["body"], message: `An answer with status ${status} has no body.` });
    }
    const names = headers.map(({ name }) => name.toLowerCase());
    for (const [index, name] of names.entries()) {
      if (names.indexOf(name) === index) continue;
      context.addIssue({ code: "custom", path: ["headers", index, "name"], message: "This header is there twice." });
    }
  });
export type AnswerTemplate = z.infer<typeof AnswerTemplate>;

export type RenderedAnswer = {
  status: number;
  /** Names in lower case, the content type among them where there is a body. */
  headers: Record<string, string>;
  body: string;
  /** Why the answer is not the one that was asked for; null when it is. */
  problem: string | null;
};

/**
 * Fills in an endpoint's answer. Within JSON no value can break out of its place. Where the template fails, what Doorbell
 * says otherwise is the body: the delivery is stored, and its sender must not take it for failed.
 */
export function renderAnswer(answer: AnswerTemplate, scope: Scope, plain: Record<string, string>): RenderedAnswer {
  const { status, contentType } = answer;
  const headers = Object.fromEntries(answer.headers.map(({ name, value }) => [name.toLowerCase(), value]));
  const rendered = renderText(answer.body, scope, isJson(mediaType(contentType)) ? "json" : "text");
  if (!rendered.ok) {
    const body = WITHOUT_BODY.has(status) ? "" : JSON.stringify(plain);
    return { status, headers: { ...headers, ...typed("application/json", body) }, body, problem: rendered.message };
  }
  return { status, headers: { ...headers, ...typed(contentType, rendered.text) }, body: rendered.text, problem: null };
}

function isJson(type: string): boolean {
  return type === "application/json" || type.endsWith("+json");
}

/** Text is UTF-8, and says so, since text without a word is read in many ways. */
function typed(contentType: string, body: string): Record<string, string> {
  if (body === "") return {};
  const isMute = !isJson(mediaType(contentType)) && !contentType.includes(";");
  return { "content-type": isMute ? `${contentType}; charset=utf-8` : contentType };
}
