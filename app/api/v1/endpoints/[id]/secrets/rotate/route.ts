import { route } from "@/app/api/define-route";
import { EndpointParams } from "@/app/api/v1/params";
import { SecretRotation } from "@/lib/domain/endpoints/endpoint";
import { rotateSecret } from "@/lib/services/rotate-secret";

export const POST = route({ params: EndpointParams, input: SecretRotation, status: 201 }, ({ actor, params, input }) =>
  rotateSecret(actor, params.id, input),
);
