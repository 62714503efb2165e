import { z } from "zod";
import { idSchema } from "@/lib/domain/ids";

export const EndpointStatus = z.enum(["active", "disabled"]);
export type EndpointStatus = z.infer<typeof EndpointStatus>;

/** An address that somebody can ring, as members and the API see it. Never with a secret. */
export const Endpoint = z.object({
  id: idSchema("endpoint"),
  name: z.string(),
  url: z.string(),
  /** Until when the addresses before this one work, too; null when none does. */
  previousUrlUntil: z.string().nullable(),
  source: z.string(),
  options: z.record(z.string(), z.unknown()),
  status: EndpointStatus,
  createdAt: z.string(),
});
export type Endpoint = z.infer<typeof Endpoint>;

const EndpointName = z.string().trim().min(1, "Give it a name.").max(100);

/** What it takes to make an endpoint. The service checks source and options against the catalog. */
export const NewEndpoint = z.strictObject({
  name: EndpointName,
  source: z.string().default("anyone"),
  /** Secrets that the sender made; without any, Doorbell makes one where the source needs it. */
  signingSecrets: z.array(z.string().min(1).max(1_000)).max(5).optional(),
  options: z.record(z.string(), z.unknown()).default({}),
});
export type NewEndpoint = z.infer<typeof NewEndpoint>;

/** What can be changed about an endpoint. */
export const EndpointChange = z.strictObject({
  name: EndpointName.optional(),
  status: EndpointStatus.optional(),
  options: z.record(z.string(), z.unknown()).optional(),
});
export type EndpointChange = z.infer<typeof EndpointChange>;

export const SecretStatus = z.enum(["active", "retiring", "revoked"]);
export type SecretStatus = z.infer<typeof SecretStatus>;

/** A signing secret, told about without its value. */
export const SigningSecret = z.object({
  id: idSchema("secret"),
  status: SecretStatus,
  createdAt: z.string(),
  retiresAt: z.string().nullable(),
  revokedAt: z.string().nullable(),
});
export type SigningSecret = z.infer<typeof SigningSecret>;

/** How long what is replaced works on, in seconds. */
const OverlapSeconds = z
  .number()
  .int()
  .min(0)
  .max(30 * 86_400)
  .default(86_400);

/** How an address is replaced. */
export const UrlRotation = z.strictObject({ overlapSeconds: OverlapSeconds });
export type UrlRotation = z.infer<typeof UrlRotation>;

/** How a secret is replaced. Without a value, Doorbell makes one. */
export const SecretRotation = z.strictObject({
  overlapSeconds: OverlapSeconds,
  value: z.string().min(1).max(1_000).optional(),
});
export type SecretRotation = z.infer<typeof SecretRotation>;
