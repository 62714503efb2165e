import { z } from "zod";
import { AnswerTemplate } from "@/lib/domain/deliveries/answer-template";
import { DedupeRule } from "@/lib/domain/deliveries/dedupe-rule";
import { compileSchema } from "@/lib/domain/deliveries/schema/compile-schema";
import { parseNetwork } from "@/lib/domain/networks";
import { HmacRecipe } from "@/lib/domain/signatures/recipe";

export const METHODS = ["POST", "PUT", "PATCH", "DELETE", "GET", "HEAD", "OPTIONS"] as const;

/** A body may have so many bytes unless the endpoint says otherwise, and never more than the other. GitHub sends up to 25 MB. */
export const BODY_BYTES_DEFAULT = 1_048_576;
export const BODY_BYTES_MAX = 26_214_400;

const Network = z
  .string()
  .trim()
  .max(50)
  .refine((text) => parseNetwork(text) !== undefined, "This is no address, and no network such as 10.0.0.0/8.");

/** So many at once, and after that so many a minute. */
const Rate = z.strictObject({
  perMinute: z.int().min(1).max(1_000_000),
  burst: z.int().min(1).max(1_000_000).optional(),
});

/** A second secret that has to be shown as it is. Only its SHA-256 is kept. */
const Token = z.strictObject({
  header: z
    .string()
    .trim()
    .regex(/^[\w-]{1,100}$/, "This is not the name of a header.")
    .toLowerCase(),
  value: z.string().min(1).max(1_000).optional(),
  hash: z.string().optional(),
});

/** A certificate that the sender shows to a trusted proxy, which passes it on in a header. */
const ClientCertificate = z
  .strictObject({
    header: z.string().trim().min(1).max(100).toLowerCase().default("client-cert"),
    /** SHA-256 of the certificate, in hex. */
    fingerprints: z
      .array(
        z
          .string()
          .transform((text) => text.replaceAll(":", "").toLowerCase())
          .pipe(z.string().regex(/^[0-9a-f]{64}$/, "This is no SHA-256 fingerprint.")),
      )
      .max(20)
      .default([]),
    /** Whoever this authority has issued a certificate to may ring. PEM. */
    ca: z.string().max(20_000).optional(),
  })
  .refine(({ fingerprints, ca }) => fingerprints.length > 0 || ca, "Say which certificate, or whose.");

const JsonSchema = z.union([z.record(z.string(), z.unknown()), z.boolean()]).superRefine((schema, context) => {
  const compiled = compileSchema(JSON.stringify(schema));
  if (!compiled.ok) context.addIssue({ code: "custom", message: compiled.message });
});

/** What an endpoint asks of a ring beyond its source's proof, and how it answers. A source may add settings of its own. */
export const EndpointOptions = z.strictObject({
  /** Which of a source's ways to prove itself; the usual one when absent. */
  scheme: z.string().max(100).optional(),
  /** How a custom sender signs. */
  recipe: HmacRecipe.optional(),
  /** How far a signed time may be from now, either way, where the sender signs one. */
  toleranceSeconds: z.int().min(1).max(31_536_000).optional(),
  /** The address as the sender knows it, where a signature covers it. */
  publicUrl: z.url().max(2_000).optional(),
  methods: z
    .array(z.string().toUpperCase().pipe(z.enum(METHODS)))
    .min(1)
    .max(METHODS.length)
    .optional(),
  requireHttps: z.boolean().optional(),
  /** Networks and addresses that may ring; everybody without any. */
  allowedAddresses: z.array(Network).max(200).optional(),
  bytesMax: z.int().min(1).max(BODY_BYTES_MAX).optional(),
  /** Content types that are taken, such as `application/json` or `text/*`; all without any. */
  contentTypes: z
    .array(
      z
        .string()
        .trim()
        .toLowerCase()
        .regex(/^[\w.+*-]+\/[\w.+*-]+$/, "This is no content type such as application/json."),
    )
    .max(20)
    .optional(),
  /** How many proven deliveries are taken; no limit when absent. */
  rate: Rate.optional(),
  /** How many requests are looked at that turn out not to be proven. */
  unverifiedRate: Rate.optional(),
  token: Token.optional(),
  clientCertificate: ClientCertificate.optional(),
  /** The endpoint ends at this moment, or after so many deliveries. */
  expiresAt: z.iso.datetime({ offset: true }).optional(),
  deliveriesMax: z.int().min(1).max(1_000_000_000).optional(),
  /** Where the event's type and id stand in the body, in place of where the source has them. */
  eventTypePath: z.string().trim().min(1).max(200).optional(),
  eventIdPath: z.string().trim().min(1).max(200).optional(),
  /** What makes two deliveries the same event. */
  dedupe: DedupeRule.optional(),
  /** A JSON Schema that bodies have to follow. */
  schema: JsonSchema.optional(),
  /** What is answered to an accepted delivery, in place of ours. */
  answer: AnswerTemplate.optional(),
});
export type EndpointOptions = z.infer<typeof EndpointOptions>;
