import { z } from "zod";
import { idSchema } from "@/lib/domain/ids";
import { PageQuery } from "@/lib/domain/page";

/** `burst`: so many that some were not even looked at. `new_address`: proven, but from where nobody had rung before. */
export const SecurityEventKind = z.enum(["not_verified", "burst", "new_address"]);
export type SecurityEventKind = z.infer<typeof SecurityEventKind>;

/** Something at the door that somebody should know of. Much of the same within a few seconds is one event with a count. */
export const SecurityEvent = z.object({
  id: idSchema("securityEvent"),
  at: z.string(),
  kind: SecurityEventKind,
  endpointId: idSchema("endpoint"),
  endpointName: z.string(),
  address: z.string(),
  count: z.number(),
  detail: z.string(),
});
export type SecurityEvent = z.infer<typeof SecurityEvent>;

/** What to look for in the security log. `q` is a part of an address. */
export const SecurityEventQuery = PageQuery.extend({
  endpoint: idSchema("endpoint").optional(),
  kind: SecurityEventKind.optional(),
  q: z.string().trim().max(100).optional(),
});
export type SecurityEventQuery = z.infer<typeof SecurityEventQuery>;
