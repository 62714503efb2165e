import { route } from "@/app/api/define-route";
import { ReplayParams } from "@/app/api/v1/params";
import { readReplay } from "@/lib/services/read-replay";

export const GET = route({ params: ReplayParams }, ({ actor, params }) => readReplay(actor, params.id));
