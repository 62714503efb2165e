import { route } from "@/app/api/define-route";
import { SecurityEventQuery } from "@/lib/domain/endpoints/security-event";
import { listSecurityEvents } from "@/lib/services/list-security-events";

export const GET = route({ query: SecurityEventQuery }, ({ actor, query }) => listSecurityEvents(actor, query));
