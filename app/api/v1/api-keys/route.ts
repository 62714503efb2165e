import { route } from "@/app/api/define-route";
import { NewApiKey } from "@/lib/domain/accounts/api-key";
import { createApiKey } from "@/lib/services/create-api-key";
import { listApiKeys } from "@/lib/services/list-api-keys";

export const GET = route({}, async ({ actor }) => ({ items: await listApiKeys(actor), next: null }));

export const POST = route({ input: NewApiKey, status: 201 }, ({ actor, input }) => createApiKey(actor, input));
