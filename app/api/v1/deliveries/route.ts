import { route } from "@/app/api/define-route";
import { DeliveryQuery } from "@/lib/domain/deliveries/delivery-query";
import { listDeliveries } from "@/lib/services/list-deliveries";

export const GET = route({ query: DeliveryQuery }, ({ actor, query }) => listDeliveries(actor, query));
