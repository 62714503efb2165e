import { z } from "zod";
import { route } from "@/app/api/define-route";
import { testSource } from "@/lib/services/test-source";

const SourceParams = z.object({ id: z.string().max(100) });

export const GET = route({ params: SourceParams }, ({ actor, params }) => testSource(actor, params.id));
