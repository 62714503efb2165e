import { route } from "@/app/api/define-route";
import { ConnectionParams } from "@/app/api/v1/params";
import { ConnectionTrial } from "@/lib/domain/connections/connection";
import { testConnection } from "@/lib/services/test-connection";

export const POST = route({ params: ConnectionParams, input: ConnectionTrial }, ({ actor, params, input }) =>
  testConnection(actor, params.id, input),
);
