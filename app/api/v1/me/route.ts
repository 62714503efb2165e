import { route } from "@/app/api/define-route";
import { readAccount } from "@/lib/services/read-account";

export const GET = route({}, ({ actor }) => readAccount(actor));
