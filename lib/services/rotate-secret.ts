import { findSource } from "@/lib/catalog/sources/index";
import { type Actor, authorize } from "@/lib/domain/accounts/actor";
import type { SecretRotation, SigningSecret } from "@/lib/domain/endpoints/endpoint";
import { DoorbellError } from "@/lib/domain/errors";
import { type Id, newId } from "@/lib/domain/ids";
import { generateSecret } from "@/lib/domain/signatures/generate-secret";
import { seal } from "@/lib/platform/cipher";
import { found } from "@/lib/services/found";
import { findEndpoint } from "@/lib/stores/endpoints";
import { rotateSecret as writeRotation } from "@/lib/stores/signing-secrets";

/** Makes a new signing secret, or takes one that the sender made. Those before it work on for the overlap. */
export async function rotateSecret(
  actor: Actor,
  endpointId: Id<"endpoint">,
  { overlapSeconds, value }: SecretRotation,
): Promise<{ secret: SigningSecret; signingSecret: string }> {
  authorize(actor, "secret:write");
  const { workspaceId } = actor;
  const endpoint = found(await findEndpoint(workspaceId, endpointId), "endpoint");
  const source = findSource(endpoint.source);
  if (!source || source.secretBy === "nobody")
    throw new DoorbellError("conflict", "This endpoint's source uses no signing secret.");
  const signingSecret = value ?? (source.secret ? generateSecret(source.secret) : undefined);
  if (!signingSecret) throw new DoorbellError("invalid_input", `Only ${source.name} can make this: paste it here.`);

  const id = newId("secret");
  const secret = await writeRotation(workspaceId, endpointId, {
    id,
    valueSealed: seal(signingSecret, { workspaceId, purpose: "signing-secret", id }),
    createdBy: actor.userId,
    retiresAt: new Date(Date.now() + overlapSeconds * 1_000),
  });
  return { secret, signingSecret };
}
