import { route } from "@/app/api/define-route";
import { ConnectionDraft } from "@/lib/domain/connections/connection";
import { testConnectionDraft } from "@/lib/services/test-connection-draft";

export const POST = route({ input: ConnectionDraft }, ({ actor, input }) => testConnectionDraft(actor, input));
