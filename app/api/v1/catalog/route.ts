import { route } from "@/app/api/define-route";
import { describeCatalog } from "@/lib/services/describe-catalog";

export const GET = route({}, ({ actor }) => describeCatalog(actor));
