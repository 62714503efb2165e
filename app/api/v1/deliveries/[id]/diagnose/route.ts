import { route } from "@/app/api/define-route";
import { DeliveryParams } from "@/app/api/v1/params";
import { diagnoseDelivery } from "@/lib/services/diagnose-delivery";

export const POST = route({ params: DeliveryParams }, ({ actor, params }) => diagnoseDelivery(actor, params.id));
