import { route } from "@/app/api/define-route";
import { ReplayParams } from "@/app/api/v1/params";
import { cancelReplay } from "@/lib/services/read-replay";

export const POST = route({ params: ReplayParams }, ({ actor, params }) => cancelReplay(actor, params.id));
