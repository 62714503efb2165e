import { z } from "zod";
import { idSchema } from "@/lib/domain/ids";

/** Saved credentials that nodes use, as members and the API see them. Never with a secret. */
export const Connection = z.object({
  id: idSchema("connection"),
  kind: z.string(),
  name: z.string(),
  /** What it is called by beside its name: an account, a host. Empty where its kind has no such thing. */
  description: z.string(),
  /** What is no secret. */
  settings: z.record(z.string(), z.string()),
  /** Which secrets it holds, by the names of their settings. */
  secrets: z.array(z.string()),
  createdAt: z.string(),
  updatedAt: z.string(),
  /** When a run last used it; null before that. */
  lastUsedAt: z.string().nullable(),
});
export type Connection = z.infer<typeof Connection>;

/** A published workflow that uses a connection. */
export type ConnectionUse = { workflowId: string; name: string };

const ConnectionName = z.string().trim().min(1, "Give it a name.").max(100);

const Text = z.string().max(100_000);

/** All that a kind asks for, secrets included. What each has to look like is told by the kind in the catalog. */
const Settings = z.record(z.string().max(100), Text);

/** What is not named stays, and so does a secret that is left empty; null takes a setting away. */
const ChangedSettings = z.record(z.string().max(100), Text.nullable());

export const NewConnection = z.strictObject({ kind: z.string(), name: ConnectionName, settings: Settings.default({}) });
export type NewConnection = z.infer<typeof NewConnection>;

/** What can be changed about a connection. */
export const ConnectionChange = z.strictObject({
  name: ConnectionName.optional(),
  settings: ChangedSettings.optional(),
});
export type ConnectionChange = z.infer<typeof ConnectionChange>;

/** How a connection is deleted: `force` also takes away one that published workflows use. */
export const ConnectionRemoval = z.object({
  force: z
    .enum(["true", "false"])
    .default("false")
    .transform((word) => word === "true"),
});
export type ConnectionRemoval = z.infer<typeof ConnectionRemoval>;

/** A connection that is tried before it is saved. */
export const ConnectionDraft = z.strictObject({ kind: z.string(), settings: Settings.default({}) });
export type ConnectionDraft = z.infer<typeof ConnectionDraft>;

/** A saved connection that is tried, with changes that are not saved yet. */
export const ConnectionTrial = z.strictObject({ settings: ChangedSettings.optional() });
export type ConnectionTrial = z.infer<typeof ConnectionTrial>;

/** What came of trying a connection. */
export const ConnectionTest = z.object({
  ok: z.boolean(),
  /** What the service answered with; null without an answer. */
  status: z.number().nullable(),
  /** How it went, in a sentence or two. */
  message: z.string(),
});
export type ConnectionTest = z.infer<typeof ConnectionTest>;
