import { route } from "@/app/api/define-route";
import { EndpointParams } from "@/app/api/v1/params";
import { EndpointChange } from "@/lib/domain/endpoints/endpoint";
import { changeEndpoint } from "@/lib/services/change-endpoint";
import { deleteEndpoint } from "@/lib/services/delete-endpoint";
import { readEndpoint } from "@/lib/services/read-endpoint";

export const GET = route({ params: EndpointParams }, ({ actor, params }) => readEndpoint(actor, params.id));

export const PATCH = route({ params: EndpointParams, input: EndpointChange }, ({ actor, params, input }) =>
  changeEndpoint(actor, params.id, input),
);

export const DELETE = route({ params: EndpointParams }, ({ actor, params }) => deleteEndpoint(actor, params.id));
