import { openRoute } from "@/app/api/define-route";
import { describeApi } from "@/lib/services/describe-api";

export const GET = openRoute({}, () => describeApi());
