import { route } from "@/app/api/define-route";
import { EndpointParams } from "@/app/api/v1/params";
import { releaseHeld } from "@/lib/services/release-held";

export const POST = route({ params: EndpointParams }, ({ actor, params }) => releaseHeld(actor, params.id));
