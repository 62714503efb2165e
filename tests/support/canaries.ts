import { randomBytes } from "node:crypto";
import { NextRequest } from "next/server";
import { POST as ringDoor } from "@/app/api/hooks/[token]/[[...rest]]/route";
import { found } from "@/lib/services/found";
import { identifyKey } from "@/lib/services/identify-key";
import type { Handler } from "./get-routes";

/** Each is something that only who sent it or was told it may know. By name, for a failure to say which came out. */
export const secrets: Record<string, string> = {};
export const canary = (name: string) => {
  const value = `canary_${name}_${randomBytes(12).toString("hex")}`;
  secrets[name] = value;
  return value;
};
/** What stands in addresses: members may read the present one, and nobody those before it. */
export const tokens = { present: new Map<string, string>(), previous: new Map<string, string>() };

/** What senders and refusals were told. */
export const said: string[] = [];

export const keyInUse = () => secrets["environment_key_of_32_characters"] ?? "";
export const actorInUse = async () => found(await identifyKey(keyInUse()), "key");

/** What an API route answers. Whatever is told only once is expected here, and nowhere else. */
export async function post(handle: Handler, body: string, params = {}): Promise<{ status: number; text: string }> {
  const headers = { authorization: `Bearer ${keyInUse()}` };
  const request = new Request("http://localhost:3000/api/v1", { method: "POST", headers, body });
  const response = await handle(request, { params: Promise.resolve(params) });
  return { status: response.status, text: await response.text() };
}

/** In all the headers that are known to carry one. */
export const credentials = (what: string) => ({
  authorization: `Bearer ${canary(`bearer_${what}`)}`,
  "proxy-authorization": `Basic ${canary(`proxy_${what}`)}`,
  cookie: `session=${canary(`cookie_${what}`)}`,
  "x-api-key": canary(`x_api_key_${what}`),
  "x-auth-token": canary(`x_auth_token_${what}`),
});

type Rung = { headers?: Record<string, string>; body?: string; query?: string };

export async function ringAt(url: string, { headers = {}, body = "{}", query = "" }: Rung): Promise<number> {
  const address = `${url}${query === "" ? "" : `?${query}`}`;
  const type = { "content-type": "application/json" };
  const response = await ringDoor(new NextRequest(address, { method: "POST", body, headers: { ...type, ...headers } }));
  said.push(await response.text());
  return response.status;
}
