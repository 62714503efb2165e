import { route } from "@/app/api/define-route";
import { NewConnection } from "@/lib/domain/connections/connection";
import { PageQuery } from "@/lib/domain/page";
import { createConnection } from "@/lib/services/create-connection";
import { listConnections } from "@/lib/services/list-connections";

export const GET = route({ query: PageQuery }, ({ actor, query }) => listConnections(actor, query));

export const POST = route({ input: NewConnection, status: 201 }, ({ actor, input }) => createConnection(actor, input));
