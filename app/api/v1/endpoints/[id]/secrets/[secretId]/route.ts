import { route } from "@/app/api/define-route";
import { SecretParams } from "@/app/api/v1/params";
import { revokeSecret } from "@/lib/services/revoke-secret";

export const DELETE = route({ params: SecretParams }, ({ actor, params }) =>
  revokeSecret(actor, params.id, params.secretId),
);
