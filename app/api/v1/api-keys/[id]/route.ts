import { z } from "zod";
import { route } from "@/app/api/define-route";
import { idSchema } from "@/lib/domain/ids";
import { deleteApiKey } from "@/lib/services/delete-api-key";

const ApiKeyParams = z.object({ id: idSchema("apiKey") });

export const DELETE = route({ params: ApiKeyParams }, ({ actor, params }) => deleteApiKey(actor, params.id));
