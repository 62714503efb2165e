import { findSource } from "@/lib/catalog/sources/index";
import { type Actor, authorize } from "@/lib/domain/accounts/actor";
import type { Endpoint, NewEndpoint } from "@/lib/domain/endpoints/endpoint";
import { DoorbellError } from "@/lib/domain/errors";
import { newId } from "@/lib/domain/ids";
import { generateSecret } from "@/lib/domain/signatures/generate-secret";
import { seal } from "@/lib/platform/cipher";
import { checkOptions } from "@/lib/services/check-options";
import { endpointView } from "@/lib/services/endpoint-view";
import { newToken } from "@/lib/services/new-token";
import { createEndpoint as writeEndpoint } from "@/lib/stores/endpoints";

/** Makes an endpoint with a random address. The signing secret is in this answer, and in none after it. */
export async function createEndpoint(actor: Actor, input: NewEndpoint): Promise<Endpoint & { signingSecret?: string }> {
  authorize(actor, "endpoint:write");
  const source = findSource(input.source);
  if (!source) {
    throw new DoorbellError("invalid_input", `There is no source called “${input.source}”.`, {
      problems: [{ path: "source", message: "Choose a source from the catalog." }],
    });
  }
  const options = checkOptions(source, input.options);

  const { workspaceId } = actor;
  const id = newId("endpoint");
  const generated = source.secret && !input.signingSecrets?.length ? generateSecret(source.secret) : undefined;
  const values = input.signingSecrets ?? (generated ? [generated] : []);
  const endpoint = await writeEndpoint(workspaceId, {
    id,
    name: input.name,
    ...newToken(workspaceId, id),
    source: source.id,
    options,
    secrets: values.map((value) => {
      const secretId = newId("secret");
      return { id: secretId, valueSealed: seal(value, { workspaceId, purpose: "signing-secret", id: secretId }) };
    }),
    createdBy: actor.userId,
  });
  const [signingSecret] = values;
  return { ...endpointView(workspaceId, endpoint), ...(signingSecret ? { signingSecret } : {}) };
}
