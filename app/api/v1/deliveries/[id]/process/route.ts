import { route } from "@/app/api/define-route";
import { DeliveryParams } from "@/app/api/v1/params";
import { processDelivery } from "@/lib/services/process-delivery";

export const POST = route({ params: DeliveryParams }, ({ actor, params }) => processDelivery(actor, params.id));
