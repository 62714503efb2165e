import { route } from "@/app/api/define-route";
import { BulkReplay } from "@/lib/domain/runs/recovery";
import { replayMany } from "@/lib/services/replay-many";

export const POST = route({ input: BulkReplay }, ({ actor, input }) => replayMany(actor, input));
