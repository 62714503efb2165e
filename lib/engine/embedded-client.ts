import { Inngest, InngestCommHandler, type InngestFunction } from "inngest";
import { log } from "@/lib/platform/log";

/** Where the SDK believes the server to be. The domain is reserved, so nothing can ever be sent there. */
const EMBEDDED_URL = "http://engine.invalid";

/** The SDK asks for a key before it runs anything. It protects nothing: these calls never leave the process. */
const DUMMY_KEY = "signkey-embedded-00000000";

/** An SDK client whose every request is a function call to the embedded engine. It minds no INNGEST_ variable. */
export function createEmbeddedClient(options: { id: string; fetch: typeof fetch }): Inngest {
  return new Inngest({
    ...options,
    baseUrl: EMBEDDED_URL,
    isDev: false,
    eventKey: "embedded",
    signingKey: DUMMY_KEY,
    aiMetadata: false,
    logger: functionsLogger,
    internalLogger: sdkLogger,
  });
}

/** What the engine asks of the SDK: to register its functions (PUT), or to go on with a run of one (POST). */
export type SdkRequest = { method: "PUT" | "POST"; functionId: string; stepId: string; body: string };
export type SdkResponse = { status: number; headers: Record<string, string>; body: string };
export type Handler = (request: SdkRequest) => Promise<SdkResponse>;

/**
 * The SDK's own handler, taking and giving plain objects: what `serve` does, without a Request and a Response for each
 * call. It checks no signatures, so it must never be reachable by HTTP.
 */
export function serveEmbedded(options: { client: Inngest; functions: InngestFunction.Any[] }): Handler {
  const handler = new InngestCommHandler({
    ...options,
    frameworkName: "doorbell",
    skipSignatureValidation: true,
    handler: (request: SdkRequest) => ({
      method: () => request.method,
      url: () => new URL("/api/inngest", EMBEDDED_URL),
      queryString: (key: string) => ({ fnId: request.functionId, stepId: request.stepId })[key],
      headers: () => null,
      body: () => request.body,
      transformResponse: (response: SdkResponse) => response,
    }),
  });
  return handler.createHandler();
}

/**
 * For `ctx.logger`, which ours do not use: what a step does and how it fails is in the run's own log. Without `flush`, the
 * SDK would wait for a timer in every call.
 */
const functionsLogger = { debug: ignore, info: ignore, warn: ignore, error: ignore, flush: async () => {} };

/** The SDK calls these as `(message)` or `(facts, message)`. */
const sdkLogger = {
  debug: ignore,
  info: ignore,
  warn: (...said: unknown[]) => log.warn("The Inngest SDK warns.", { reason: said.map(toText).join(" ") }),
  error: (...said: unknown[]) => log.warn("The Inngest SDK reports an error.", { reason: said.map(toText).join(" ") }),
};

function ignore(): void {}

function toText(said: unknown): string {
  if (said instanceof Error) return said.message;
  if (typeof said === "object" && said !== null && "err" in said) return toText(said.err);
  return typeof said === "string" ? said : JSON.stringify(said);
}
