import type { Check } from "@/lib/domain/deliveries/delivery";
import { BODY_BYTES_DEFAULT, type EndpointOptions } from "@/lib/domain/endpoints/endpoint-options";
import type { ErrorCode } from "@/lib/domain/errors";
import { isInNetworks, type Network } from "@/lib/domain/networks";

/** Why a ring is refused. The message is what the sender may read; the code's status is what it is answered with. */
export type Refusal = {
  code: ErrorCode;
  reason: string;
  message: string;
  retryAfterSeconds?: number;
  problems?: Problem[];
};

/** Where in the body the trouble is. */
type Problem = { path: string; message: string };

/** One thing that the door looked at. A refusal ends it. */
export type Gate = { check: Check; refusal?: Refusal };

/** What is known of a ring before its body is looked into. */
export type Arrival = {
  method: string;
  address: string;
  isHttps: boolean;
  /** Without parameters, in lower case; empty when there was none. */
  mediaType: string;
  /** How many bytes came; null when there were more than allowed. */
  bodyBytes: number | null;
};

/** An endpoint's options, its networks read. */
export type GateOptions = Pick<EndpointOptions, "requireHttps" | "bytesMax" | "contentTypes"> & {
  methods: readonly string[];
  allowedNetworks: readonly Network[];
};

/** The checks that need nothing but the request's outside, in their order, up to the first that refuses. */
export function passGates(options: GateOptions, arrival: Arrival): Gate[] {
  const passed: Gate[] = [];
  for (const gate of [httpsGate, addressGate, methodGate, sizeGate, typeGate]) {
    const result = gate(options, arrival);
    if (result) passed.push(result);
    if (result?.refusal) break;
  }
  return passed;
}

function httpsGate({ requireHttps }: GateOptions, { isHttps }: Arrival): Gate | undefined {
  if (!requireHttps) return undefined;
  const check: Check = { name: "https", ok: isHttps, expected: "https", actual: isHttps ? "https" : "http" };
  if (isHttps) return { check };
  return { check, refusal: refuse("https_required", "This address has to be called over https.") };
}

function addressGate({ allowedNetworks }: GateOptions, { address }: Arrival): Gate | undefined {
  if (allowedNetworks.length === 0) return undefined;
  const ok = isInNetworks(address, allowedNetworks);
  const check: Check = { name: "address", ok, expected: "an address of the endpoint's list", actual: address };
  if (ok) return { check };
  return { check, refusal: refuse("address_not_allowed", "This address may not call.") };
}

function methodGate({ methods }: GateOptions, { method }: Arrival): Gate {
  const ok = methods.includes(method);
  const check: Check = { name: "method", ok, expected: methods.join(", "), actual: method };
  if (ok) return { check };
  return { check, refusal: refuse("method_not_allowed", `This endpoint takes ${methods.join(", ")}.`) };
}

function sizeGate({ bytesMax = BODY_BYTES_DEFAULT }: GateOptions, { bodyBytes }: Arrival): Gate {
  return bodyBytes === null ? tooLarge(bytesMax) : { check: { name: "size", ok: true } };
}

/** What a body that is too large is refused with, whether it came so or became so when it was unpacked. */
export function tooLarge(bytesMax: number): Gate {
  const expected = `at most ${bytesMax.toLocaleString("en")} bytes`;
  return {
    check: { name: "size", ok: false, expected, actual: "more" },
    refusal: refuse("too_large", `The body is too large: this endpoint takes ${expected}.`),
  };
}

function typeGate({ contentTypes = [] }: GateOptions, { mediaType, bodyBytes }: Arrival): Gate | undefined {
  if (contentTypes.length === 0 || bodyBytes === 0) return undefined;
  const ok = contentTypes.some((pattern) => matchesType(pattern, mediaType));
  return typeCheck(ok, contentTypes.join(", "), mediaType || "a body without a content type");
}

/** What a body is refused with that comes in a form which is not taken. */
export function typeCheck(ok: boolean, expected: string, actual: string): Gate {
  const check: Check = { name: "type", ok, expected, actual };
  if (ok) return { check };
  return { check, refusal: refuse("unsupported_type", `This endpoint takes ${expected}.`) };
}

function matchesType(pattern: string, type: string): boolean {
  const [wanted = "", wantedPart = ""] = pattern.split("/");
  const [came = "", cameClass = ""] = type.split("/");
  return (wanted === "*" || wanted === came) && (wantedPart === "*" || wantedPart === cameClass);
}

function refuse(code: ErrorCode, message: string): Refusal {
  return { code, reason: code, message };
}
