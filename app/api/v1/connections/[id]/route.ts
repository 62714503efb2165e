import { route } from "@/app/api/define-route";
import { ConnectionParams } from "@/app/api/v1/params";
import { ConnectionChange, ConnectionRemoval } from "@/lib/domain/connections/connection";
import { changeConnection } from "@/lib/services/change-connection";
import { deleteConnection } from "@/lib/services/delete-connection";
import { readConnection } from "@/lib/services/read-connection";

export const GET = route({ params: ConnectionParams }, ({ actor, params }) => readConnection(actor, params.id));

export const PATCH = route({ params: ConnectionParams, input: ConnectionChange }, ({ actor, params, input }) =>
  changeConnection(actor, params.id, input),
);

export const DELETE = route({ params: ConnectionParams, query: ConnectionRemoval }, ({ actor, params, query }) =>
  deleteConnection(actor, params.id, query),
);
