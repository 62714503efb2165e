import { route } from "@/app/api/define-route";
import { RunParams } from "@/app/api/v1/params";
import { listEffects } from "@/lib/services/list-effects";

export const GET = route({ params: RunParams }, ({ actor, params }) => listEffects(actor, params.id));
