import { z } from "zod";
import type { Id } from "@/lib/domain/ids";
import { open } from "@/lib/platform/cipher";
import { sha256 } from "@/lib/platform/digest";
import { findRungEndpoint, type RungEndpoint } from "@/lib/stores/rung-endpoints";

/** An endpoint with its secrets open: only in memory, and only at the door. */
export type OpenedEndpoint = Omit<RungEndpoint, "secrets"> & {
  secrets: { id: Id<"secret">; value: string; retiresAtMs: number | null }[];
  methods: string[];
  /** How the sender writes the address, where that differs from what the server sees. */
  publicUrl: string | undefined;
};

/** How many endpoints are held open. Beyond, the one that was opened first makes room. */
const OPENED_MAX = 10_000;
const TOKEN_LENGTH_MAX = 200;

const opened = new Map<string, OpenedEndpoint>();
/** Those being read: however many ring a cold endpoint at once, the database is asked once. */
const opening = new Map<string, Promise<OpenedEndpoint | undefined>>();

/**
 * The endpoint at a token, if it was opened before: the database need not be asked. The commit of a delivery asks whether
 * it still holds, so a change bites at the next ring, in every process.
 */
export function recallRungEndpoint(token: string): OpenedEndpoint | undefined {
  return opened.get(token);
}

/** The endpoint at a token as the database has it, or undefined. It is remembered. */
export async function openRungEndpoint(token: string): Promise<OpenedEndpoint | undefined> {
  const known = opening.get(token);
  if (known) return known;
  if (token.length > TOKEN_LENGTH_MAX) return undefined;
  const reading = readEndpoint(token).finally(() => opening.delete(token));
  opening.set(token, reading);
  return reading;
}

async function readEndpoint(token: string): Promise<OpenedEndpoint | undefined> {
  const endpoint = await findRungEndpoint(sha256(token));
  if (!endpoint) return undefined;

  const fresh = openEndpoint(endpoint);
  const [oldest] = opened.keys();
  if (opened.size >= OPENED_MAX && oldest !== undefined) opened.delete(oldest);
  opened.set(token, fresh);
  return fresh;
}

/** Whether a token led to its endpoint until then. It is remembered that it does no more: nobody has to ask again. */
export function hasTokenRetired({ tokenRetiresAtMs }: OpenedEndpoint, nowMs: number): boolean {
  return tokenRetiresAtMs !== null && tokenRetiresAtMs <= nowMs;
}

/** Forgets what is known of a token, once it has turned out to be out of date. */
export function forgetRungEndpoint(token: string): void {
  opened.delete(token);
}

const DoorOptions = z.object({
  methods: z.array(z.string().toUpperCase()).min(1).catch(["POST"]),
  publicUrl: z.string().optional().catch(undefined),
});

function openEndpoint(endpoint: RungEndpoint): OpenedEndpoint {
  const { methods, publicUrl } = DoorOptions.parse(endpoint.options);
  return {
    ...endpoint,
    methods,
    publicUrl,
    secrets: endpoint.secrets.map(({ id, valueSealed, retiresAtMs }) => ({
      id,
      retiresAtMs,
      value: open(Buffer.from(valueSealed, "base64"), {
        workspaceId: endpoint.workspaceId,
        purpose: "signing-secret",
        id,
      }),
    })),
  };
}
