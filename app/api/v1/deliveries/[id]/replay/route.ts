import { route } from "@/app/api/define-route";
import { DeliveryParams } from "@/app/api/v1/params";
import { DeliveryReplay } from "@/lib/domain/runs/recovery";
import { replayDelivery } from "@/lib/services/replay-delivery";

export const POST = route({ params: DeliveryParams, input: DeliveryReplay, status: 201 }, ({ actor, params, input }) =>
  replayDelivery(actor, params.id, input),
);
