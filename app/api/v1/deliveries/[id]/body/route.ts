import { route } from "@/app/api/define-route";
import { DeliveryParams } from "@/app/api/v1/params";
import { readDeliveryBody } from "@/lib/services/read-delivery";

/** The bytes as they came. A stranger wrote them: no browser may take them for a page of ours. */
export const GET = route({ params: DeliveryParams }, async ({ actor, params }) => {
  const body = await readDeliveryBody(actor, params.id);
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
