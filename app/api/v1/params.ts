import { z } from "zod";
import { idSchema } from "@/lib/domain/ids";

/** What stands in the addresses of the API. An id that is none is not found, like one that does not exist. */
export const EndpointParams = z.object({ id: idSchema("endpoint") });
export const SecretParams = z.object({ id: idSchema("endpoint"), secretId: idSchema("secret") });
export const WorkflowParams = z.object({ id: idSchema("workflow") });
export const VersionParams = z.object({ id: idSchema("workflow"), number: z.coerce.number().int().min(1) });
export const DeliveryParams = z.object({ id: idSchema("delivery") });
export const RunParams = z.object({ id: idSchema("run") });
export const ReplayParams = z.object({ id: idSchema("replay") });
export const ConnectionParams = z.object({ id: idSchema("connection") });
export const ApprovalParams = z.object({ id: idSchema("wait") });
