import type { Source } from "@/lib/catalog/sources/define-source";
import { findSource } from "@/lib/catalog/sources/index";
import { type ShownSecrets, shownSecrets } from "@/lib/catalog/sources/shown-secrets";
import { verifierOf } from "@/lib/catalog/sources/verifier-of";
import type { GateOptions } from "@/lib/domain/deliveries/gates";
import type { Id } from "@/lib/domain/ids";
import { parseNetwork } from "@/lib/domain/networks";
import type { Verifier } from "@/lib/domain/signatures/verifier";
import { open } from "@/lib/platform/cipher";
import { sha256 } from "@/lib/platform/digest";
import { readStoredOptions, type StoredOptions } from "@/lib/services/stored-options";
import { findRungEndpoint, type RungEndpoint } from "@/lib/stores/rung-endpoints";

/** An endpoint with its secrets open and its options read: only in memory, and only at the door. */
export type OpenedEndpoint = Pick<
  RungEndpoint,
  "id" | "workspaceId" | "status" | "revision" | "tokenRetiresAtMs" | "subscriptions"
> & {
  source: Source | undefined;
  /** How its sender proves itself; undefined when this version does not know, and then nobody is let in. */
  verifier: Verifier | "none" | undefined;
  secrets: { id: Id<"secret">; value: string; retiresAtMs: number | null }[];
  options: StoredOptions;
  gates: GateOptions;
  /** Where its sender shows a secret as it is, which the log must not keep. */
  shown: ShownSecrets;
  /** When it ends, in ms since 1970. */
  expiresAtMs: number;
  /** How many deliveries it takes in all, and whether it had taken them. */
  deliveriesMax: number;
  isUsedUp: boolean;
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

/** Those of an endpoint's secrets that hold then, newest first: the active ones, and those whose overlap lasts. */
export function secretsAt({ secrets }: OpenedEndpoint, nowMs: number): OpenedEndpoint["secrets"] {
  return secrets.filter(({ retiresAtMs }) => retiresAtMs === null || retiresAtMs > nowMs);
}

/** Forgets what is known of a token, once it has turned out to be out of date. */
export function forgetRungEndpoint(token: string): void {
  opened.delete(token);
}

function openEndpoint(endpoint: RungEndpoint): OpenedEndpoint {
  const { id, workspaceId, status, revision, tokenRetiresAtMs, subscriptions } = endpoint;
  const source = findSource(endpoint.source);
  const read = readStoredOptions(endpoint.options);
  // Options that cannot be read ask for nothing that we know; to let everybody in for it would be the wrong way to fail.
  const options = read ?? {};
  const { deliveriesMax = Number.POSITIVE_INFINITY } = options;
  return {
    id,
    workspaceId,
    status,
    revision,
    tokenRetiresAtMs,
    subscriptions,
    source,
    options,
    verifier: read && source ? verifierOf(source, options) : undefined,
    secrets: endpoint.secrets.map((secret) => openSecret(endpoint, secret)),
    gates: {
      ...options,
      methods: options.methods ?? source?.methods ?? ["POST"],
      allowedNetworks: (options.allowedAddresses ?? []).map(parseNetwork).filter((network) => network !== undefined),
    },
    shown: shownSecrets(source, options.token?.header),
    expiresAtMs: options.expiresAt === undefined ? Number.POSITIVE_INFINITY : Date.parse(options.expiresAt),
    deliveriesMax,
    isUsedUp: endpoint.deliveriesTaken >= deliveriesMax,
  };
}

function openSecret(
  { workspaceId }: RungEndpoint,
  { id, valueSealed, retiresAtMs }: RungEndpoint["secrets"][number],
): OpenedEndpoint["secrets"][number] {
  const value = open(Buffer.from(valueSealed, "base64"), { workspaceId, purpose: "signing-secret", id });
  return { id, retiresAtMs, value };
}
