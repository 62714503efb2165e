import { Agent, request } from "node:http";

type Rung = {
  method?: string;
  headers?: Record<string, string | string[]>;
  body?: string | Uint8Array;
};

export type RingAnswer = { status: number; headers: Record<string, string | string[] | undefined>; body: RingBody };
/** What every answer of the door may hold. */
export type RingBody = { delivery?: string; verdict?: string; error?: string; code?: string };

/** Many rings at once do not need as many sockets. */
const agent = new Agent({ keepAlive: true, maxSockets: 64 });

/** Rings over HTTP, with any method, headers and bytes. Rejects when no answer comes. */
export function ringHttp(url: string, { method = "POST", headers = {}, body = "" }: Rung = {}): Promise<RingAnswer> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { method, headers: { "content-type": "application/json", ...headers }, agent });
    sent.on("response", (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("end", () => {
        const text = Buffer.concat(chunks).toString();
        const status = response.statusCode ?? 0;
        resolve({ status, headers: response.headers, body: text === "" ? {} : readJson(text) });
      });
      response.on("error", reject);
    });
    sent.on("error", reject);
    sent.setTimeout(60_000, () => sent.destroy(new Error("No answer came.")));
    sent.end(body);
  });
}

function readJson(text: string): RingBody {
  try {
    return JSON.parse(text);
  } catch {
    return { error: `This is no JSON: ${text.slice(0, 200)}` };
  }
}
