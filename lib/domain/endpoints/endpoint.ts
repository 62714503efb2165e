import { z } from "zod";
import { idSchema } from "@/lib/domain/ids";

/** `paused`: what arrives is kept, and waits. `disabled`: nobody lives here. */
export const EndpointStatus = z.enum(["active", "paused", "disabled"]);
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
  /** Whether it has been active for so long that it should be replaced. */
  rotationDue: z.boolean(),
});
export type SigningSecret = z.infer<typeof SigningSecret>;

/** A signing secret with what the log tells of its use. */
export const SecretInUse = SigningSecret.extend({
  /** The name of who made it; null when a program did. */
  createdBy: z.string().nullable(),
  /** When it last proved a delivery that is on record. */
  lastUsedAt: z.string().nullable(),
  /** Since when it is known that nothing was proved with it. */
  unusedSince: z.string(),
  /** How many of the endpoint's last 200 proven deliveries it proved. */
  uses: z.number(),
  /** The same as a part of them, from 0 to 1. */
  share: z.number(),
  /** How many deliveries others have proved since it was last used or made; 1,000 are looked at. */
  deliveriesSince: z.number(),
  /** Whether it can be revoked without anybody noticing. */
  safeToRevoke: z.boolean(),
});
export type SecretInUse = z.infer<typeof SecretInUse>;

/** How a secret is revoked: `force` also ends one that senders rely on. */
export const Revocation = z.object({
  force: z
    .enum(["true", "false"])
    .default("false")
    .transform((word) => word === "true"),
});
export type Revocation = z.infer<typeof Revocation>;

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
