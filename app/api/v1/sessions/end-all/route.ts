import { route } from "@/app/api/define-route";
import { endSessions } from "@/lib/services/end-sessions";

export const POST = route({}, ({ actor }) => endSessions(actor));
