import { route } from "@/app/api/define-route";
import { RunParams } from "@/app/api/v1/params";
import { cancelRun } from "@/lib/services/cancel-run";

export const POST = route({ params: RunParams }, ({ actor, params }) => cancelRun(actor, params.id));
