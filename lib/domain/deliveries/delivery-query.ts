import { z } from "zod";
import { VerdictKind } from "@/lib/domain/deliveries/delivery";
import { idSchema } from "@/lib/domain/ids";
import { PageQuery } from "@/lib/domain/page";

/** How the log of deliveries is asked. */
export const DeliveryQuery = PageQuery.extend({
  cursor: idSchema("delivery").optional(),
  endpoint: idSchema("endpoint").optional(),
  verdict: VerdictKind.optional(),
  eventType: z.string().max(200).optional(),
  /** An event's id, a delivery's id, or a part of an event's type. */
  q: z.string().trim().max(200).optional(),
  from: z.iso.datetime({ offset: true }).optional(),
  to: z.iso.datetime({ offset: true }).optional(),
});
export type DeliveryQuery = z.infer<typeof DeliveryQuery>;

/** How a body is wanted: as it came, or without its compression. */
export const BodyQuery = z.object({ decoded: z.enum(["true", "false"]).default("false") });
export type BodyQuery = z.infer<typeof BodyQuery>;
