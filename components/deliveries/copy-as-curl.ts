import { callApi } from "@/components/api/call-api";
import { readBody } from "@/components/deliveries/body/read-body";
import { copyText } from "@/components/ui/copy-text";
import { notify } from "@/components/ui/notify";
import { curlCommand } from "@/lib/domain/deliveries/curl-command";
import type { Delivery } from "@/lib/domain/deliveries/delivery";

type Copied = Pick<Delivery, "id" | "method" | "path" | "query" | "headers" | "bodyBytes">;

/** Copies a delivery as a curl command that sends it again, and says whether that worked. */
export async function copyAsCurl(delivery: Copied, endpointUrl: string): Promise<void> {
  const body = await bodyFor(delivery);
  if (body === "unreadable") return notify.bad("The body could not be read. Try again.");
  const { method, path, query, headers } = delivery;
  const url = `${endpointUrl}${path}${query ? `?${query}` : ""}`;
  const isCopied = await copyText(curlCommand({ method, url, headers, body }));
  if (!isCopied) notify.bad("This browser does not let Doorbell copy. Open the delivery and copy it by hand.");
  else if (body && "file" in body) notify.good(`Copied as curl. Download the body as ${body.file} first.`);
  else notify.good("Copied as curl.");
}

/** Like `copyAsCurl`, for a delivery of which only the id is known. */
export async function copyListedAsCurl(id: string, urlOf: (endpointId: string) => string | undefined): Promise<void> {
  const delivery = await callApi<Delivery>("GET", `/api/v1/deliveries/${id}`);
  if (!delivery.ok) return notify.bad(delivery.error);
  await copyAsCurl(delivery.value, urlOf(delivery.value.endpointId) ?? "https://the-address-of-the-endpoint.example");
}

async function bodyFor({ id, bodyBytes }: Copied) {
  if (bodyBytes === 0) return null;
  const body = await readBody(id);
  if (!body.ok) return "unreadable";
  return body.text === null || body.isCut ? { file: `${id}.bin` } : { text: body.text };
}
