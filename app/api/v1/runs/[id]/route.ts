import { route } from "@/app/api/define-route";
import { RunParams } from "@/app/api/v1/params";
import { readRun } from "@/lib/services/read-run";

export const GET = route({ params: RunParams }, ({ actor, params }) => readRun(actor, params.id));
