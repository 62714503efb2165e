import { openRoute } from "@/app/api/define-route";
import { requestAddress } from "@/app/api/request-address";
import { Setup } from "@/lib/domain/accounts/setup";
import { setUp } from "@/lib/services/set-up";

export const POST = openRoute({ input: Setup, status: 201 }, ({ input, request }) =>
  setUp(input, requestAddress(request.headers)),
);
