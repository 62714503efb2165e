import { HIDDEN } from "@/lib/domain/deliveries/read-headers";
import type { Id } from "@/lib/domain/ids";
import { mapTexts } from "@/lib/domain/json/map-texts";
import { approvalToken } from "@/lib/services/steps/approval-link";

/** A link of any run, also as part of another address, where its slash may be written in hex, even twice. */
const LINK = /(approve(?:\/|%(?:25)*2F))[\w-]{32}/gi;

/**
 * What the log tells of a run, without what lets its reader decide: the links of approvals, and this run's own tokens also
 * where they stand alone. Steps see them, since one may send them to somebody; so they are taken out when they are shown.
 */
export function hideApprovalLinks<Shown>(shown: Shown, runId: Id<"run">, approvalIds: readonly string[]): Shown {
  const tokens = approvalIds.map((nodeId) => approvalToken(runId, nodeId));
  return mapTexts(shown, (text) =>
    tokens.reduce((rest, token) => rest.replaceAll(token, HIDDEN), text).replace(LINK, `$1${HIDDEN}`),
  );
}
