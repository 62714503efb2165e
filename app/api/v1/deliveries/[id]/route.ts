import { route } from "@/app/api/define-route";
import { DeliveryParams } from "@/app/api/v1/params";
import { readDelivery } from "@/lib/services/read-delivery";

export const GET = route({ params: DeliveryParams }, ({ actor, params }) => readDelivery(actor, params.id));
