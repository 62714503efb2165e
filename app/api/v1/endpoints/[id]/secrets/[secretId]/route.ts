import { route } from "@/app/api/define-route";
import { SecretParams } from "@/app/api/v1/params";
import { Revocation } from "@/lib/domain/endpoints/endpoint";
import { revokeSecret } from "@/lib/services/revoke-secret";

export const DELETE = route({ params: SecretParams, query: Revocation }, ({ actor, params, query }) =>
  revokeSecret(actor, { endpointId: params.id, id: params.secretId }, query),
);
