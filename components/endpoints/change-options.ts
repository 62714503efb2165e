import { type ApiResult, callApi } from "@/components/api/call-api";
import type { Endpoint } from "@/lib/domain/endpoints/endpoint";

/**
 * Changes some of an endpoint's options and leaves the rest as the server has it now, not as this screen saw it. An
 * undefined option is taken away.
 */
export async function changeOptions(
  endpointId: string,
  change: (options: Record<string, unknown>) => Record<string, unknown>,
): Promise<ApiResult<Endpoint>> {
  const path = `/api/v1/endpoints/${endpointId}`;
  const now = await callApi<Endpoint>("GET", path);
  if (!now.ok) return now;
  const { options } = now.value;
  return callApi<Endpoint>("PATCH", path, { options: { ...options, ...change(options) } });
}
