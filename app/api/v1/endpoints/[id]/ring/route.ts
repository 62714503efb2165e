import { z } from "zod";
import { route } from "@/app/api/define-route";
import { EndpointParams } from "@/app/api/v1/params";
import { ringEndpoint } from "@/lib/services/ring-endpoint";

const SampleChoice = z.strictObject({ sample: z.string().max(200).optional() });

export const POST = route({ params: EndpointParams, input: SampleChoice }, ({ actor, params, input }) =>
  ringEndpoint(actor, params.id, input.sample),
);
