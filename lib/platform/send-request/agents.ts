import { lookup as dnsLookup } from "node:dns/promises";
import { Agent } from "undici";
import type { AllowedTargets } from "@/lib/platform/send-request/guard/allowed-targets";
import { guardedConnect } from "@/lib/platform/send-request/guard/guarded-connect";
import type { Lookup } from "@/lib/platform/send-request/guard/permitted-addresses";

const CONNECTIONS_PER_ORIGIN_MAX = 128;
const RESPONSE_HEADERS_BYTES_MAX = 16 * 1_024;
const IDLE_MS_MAX = 60_000;

const agents = new WeakMap<Lookup, Map<string, Agent>>();

/** The connections that were checked by these rules. A kept one never serves a request under other rules. */
export function agentFor(allowed: AllowedTargets, lookup: Lookup = dnsLookup): Agent {
  const byRules = agents.get(lookup) ?? new Map<string, Agent>();
  agents.set(lookup, byRules);
  const agent = byRules.get(allowed.key) ?? openAgent(allowed, lookup);
  byRules.set(allowed.key, agent);
  return agent;
}

function openAgent(allowed: AllowedTargets, lookup: Lookup): Agent {
  return new Agent({
    connect: guardedConnect(allowed, lookup),
    connections: CONNECTIONS_PER_ORIGIN_MAX,
    maxHeaderSize: RESPONSE_HEADERS_BYTES_MAX,
    keepAliveMaxTimeout: IDLE_MS_MAX,
    // The exchange has one deadline for everything.
    headersTimeout: 0,
    bodyTimeout: 0,
  });
}
