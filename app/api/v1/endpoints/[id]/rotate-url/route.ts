import { route } from "@/app/api/define-route";
import { EndpointParams } from "@/app/api/v1/params";
import { UrlRotation } from "@/lib/domain/endpoints/endpoint";
import { rotateUrl } from "@/lib/services/rotate-url";

export const POST = route({ params: EndpointParams, input: UrlRotation }, ({ actor, params, input }) =>
  rotateUrl(actor, params.id, input),
);
