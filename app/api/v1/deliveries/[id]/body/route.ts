import { route } from "@/app/api/define-route";
import { DeliveryParams } from "@/app/api/v1/params";
import { BodyQuery } from "@/lib/domain/deliveries/delivery-query";
import { readDeliveryBody } from "@/lib/services/read-delivery";

/** The bytes as they came, or as they were before the sender compressed them. A stranger wrote them: no browser may take them for a page of ours. */
export const GET = route({ params: DeliveryParams, query: BodyQuery }, async ({ actor, params, query }) => {
  const body = await readDeliveryBody(actor, params.id, query);
  return new Response(Buffer.from(body), {
    headers: {
      "content-type": "application/octet-stream",
      "content-disposition": `attachment; filename="${params.id}.bin"`,
      "content-security-policy": "sandbox; default-src 'none'",
      "x-content-type-options": "nosniff",
      "cache-control": "no-store",
    },
  });
});
