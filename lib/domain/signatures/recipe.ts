import { z } from "zod";

const HeaderName = z
  .string()
  .regex(/^[!#$%&'*+.^_`|~\w-]{1,100}$/, "This is not the name of a header.")
  .toLowerCase();

/**
 * How a sender signs with a shared secret, as data: about forty providers differ in nothing else. The header's value is
 * split at the separator; pieces that begin with the prefix are signatures, and one that matches is enough. So `t=1,v1=a,v1=b`
 * has the separator `,`, the prefix `v1=` and the timestamp prefix `t=`.
 */
export const HmacRecipe = z
  .strictObject({
    /** One name, or several of which any may carry the signature. `x-sign-*` stands for every name that begins so. */
    header: z.union([HeaderName, z.array(HeaderName).min(1).max(8)]).default("x-signature"),
    algorithm: z.enum(["sha1", "sha256", "sha512"]).default("sha256"),
    encoding: z.enum(["hex", "base64", "base64url"]).default("hex"),
    /** Stands before the signature. Where none is asked for, the algorithm's name (`sha256=`) is let pass. */
    prefix: z.string().max(40).default(""),
    separator: z.enum([",", ";", " "]).optional(),
    /** What the secret's text stands for. `whsec_…` is base64 for Standard Webhooks, but plain text for Stripe. */
    keyEncoding: z.enum(["text", "base64", "hex"]).default("text"),
    /** Taken off the secret, if there, before it is decoded. */
    keyPrefix: z.string().max(40).default(""),
    /** What is signed: text around `{body}`, `{timestamp}`, `{id}`, `{url}` and `{method}`. */
    signedContent: z.string().max(200).default("{body}"),
    idHeader: HeaderName.optional(),
    timestampHeader: HeaderName.optional(),
    /** Marks the piece of the signature header that is the timestamp. */
    timestampPrefix: z.string().min(1).max(40).optional(),
    /** Where the timestamp stands in a JSON body. */
    timestampPath: z.string().min(1).max(200).optional(),
    timestampUnit: z.enum(["s", "ms", "iso"]).default("s"),
    /** How far the timestamp may be from now, either way; null when the sender sets no limit. */
    toleranceSeconds: z.int().min(1).max(86_400).nullable().default(300),
    /** For senders whose own checks let any later time pass. */
    allowsFuture: z.boolean().default(false),
    /** Headers that have to be there with exactly this value, such as the scheme's version. */
    requiredHeaders: z.record(HeaderName, z.string().max(200)).default({}),
  })
  .superRefine((recipe, context) => {
    for (const message of contradictions(recipe))
      context.addIssue({ code: "custom", path: ["signedContent"], message });
  });
export type HmacRecipe = z.infer<typeof HmacRecipe>;

const PLACEHOLDERS = new Set(["{body}", "{timestamp}", "{id}", "{url}", "{method}"]);

type Signed = { signedContent: string; idHeader?: string | undefined } & TimestampPlaces;
type TimestampPlaces = Partial<Record<"timestampHeader" | "timestampPrefix" | "timestampPath", string | undefined>>;

function contradictions(recipe: Signed): string[] {
  const used: string[] = recipe.signedContent.match(/\{\w*\}/g) ?? [];
  const messages = used
    .filter((placeholder) => !PLACEHOLDERS.has(placeholder))
    .map((placeholder) => `${placeholder} is none of {body}, {timestamp}, {id}, {url} and {method}.`);
  if (!used.includes("{body}")) messages.push("The signed content has to include {body}, or anybody could change it.");
  if (used.includes("{id}") && !recipe.idHeader)
    messages.push("{id} needs the name of the header that carries the id.");
  if (used.includes("{timestamp}") && !hasTimestamp(recipe))
    messages.push("{timestamp} needs a place to read it from.");
  return messages;
}

/** Whether requests carry a time of signing. */
export function hasTimestamp(recipe: TimestampPlaces): boolean {
  return Boolean(recipe.timestampHeader ?? recipe.timestampPrefix ?? recipe.timestampPath);
}
