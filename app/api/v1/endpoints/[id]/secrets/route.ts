import { route } from "@/app/api/define-route";
import { EndpointParams } from "@/app/api/v1/params";
import { listSecrets } from "@/lib/services/list-secrets";

export const GET = route({ params: EndpointParams }, async ({ actor, params }) => ({
  items: await listSecrets(actor, params.id),
  next: null,
}));
