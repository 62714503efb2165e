import { route } from "@/app/api/define-route";
import { NewEndpoint } from "@/lib/domain/endpoints/endpoint";
import { PageQuery } from "@/lib/domain/page";
import { createEndpoint } from "@/lib/services/create-endpoint";
import { listEndpoints } from "@/lib/services/list-endpoints";

export const GET = route({ query: PageQuery }, ({ actor, query }) => listEndpoints(actor, query));

export const POST = route({ input: NewEndpoint, status: 201 }, ({ actor, input }) => createEndpoint(actor, input));
