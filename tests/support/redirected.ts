import type * as SendRequest from "@/lib/platform/send-request/send-request";

/**
 * For `vi.mock` of `@/lib/platform/send-request/send-request`: all of it is real, but whatever is sent goes to a receiver
 * on this machine in place of the service whose address it has. Only scheme, host and port change.
 */
export async function redirected(load: () => Promise<typeof SendRequest>): Promise<typeof SendRequest> {
  const real = await load();
  return {
    ...real,
    sendRequest: (request, options) => {
      const meant = new URL(request.url);
      origins.push(meant.origin);
      return real.sendRequest({ ...request, url: `${receiverUrl}${meant.pathname}${meant.search}` }, options);
    },
  };
}

let receiverUrl = "";
/** Whom each request was meant for, oldest first. */
export const origins: string[] = [];

export function redirectTo(url: string): void {
  receiverUrl = url;
  origins.length = 0;
}
