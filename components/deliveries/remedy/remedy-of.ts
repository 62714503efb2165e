import type { Delivery } from "@/lib/domain/deliveries/delivery";
import { BODY_BYTES_DEFAULT, BODY_BYTES_MAX } from "@/lib/domain/endpoints/endpoint-options";

type Options = Record<string, unknown>;

/** A change to an endpoint that lets in what it refused. */
export type Remedy = {
  /** The button: “Allow PUT”. */
  action: string;
  /** What changes, for whoever has to say yes. */
  consequence: string;
  /** The endpoint's options that change, from what they are now. */
  change: (options: Options) => Options;
};

type Refused = Pick<Delivery, "verdict" | "reason" | "address" | "method" | "contentType" | "headers">;

/** What would let a refused delivery in, where a setting of the endpoint does. `usualMethods` are its source's. */
export function remedyOf(delivery: Refused, options: Options, usualMethods: readonly string[]): Remedy | undefined {
  if (delivery.verdict !== "rejected") return undefined;
  switch (delivery.reason) {
    case "address_not_allowed":
      return allowAddress(delivery.address);
    case "method_not_allowed":
      return allowMethod(delivery.method, usualMethods);
    case "unsupported_type":
      return takeType(mediaTypeOf(delivery.contentType), options);
    case "too_large":
      return raiseSize(delivery, options);
    default:
      return undefined;
  }
}

function allowAddress(address: string): Remedy {
  return {
    action: "Add this address to the list",
    consequence: `${address} may ring from now on, besides the addresses that are on the list already.`,
    change: (options) => ({ allowedAddresses: added(options["allowedAddresses"], address) }),
  };
}

function allowMethod(method: string, usualMethods: readonly string[]): Remedy {
  return {
    action: `Allow ${method}`,
    consequence: `The endpoint takes ${method} from now on, besides the methods that it takes already.`,
    change: (options) => ({ methods: added(options["methods"] ?? usualMethods, method) }),
  };
}

/** Only where the endpoint has a list: without one, it was the packing of the body that is not taken. */
function takeType(type: string, options: Options): Remedy | undefined {
  if (type === "" || !Array.isArray(options["contentTypes"])) return undefined;
  return {
    action: "Take this content type",
    consequence: `The endpoint takes ${type} from now on, besides the types that it takes already.`,
    change: (now) => ({ contentTypes: added(now["contentTypes"], type) }),
  };
}

function raiseSize({ headers }: Refused, options: Options): Remedy | undefined {
  const present = Number(options["bytesMax"] ?? BODY_BYTES_DEFAULT);
  const length = Number(headers.find(({ name }) => name.toLowerCase() === "content-length")?.value ?? 0);
  if (present >= BODY_BYTES_MAX || length > BODY_BYTES_MAX) return undefined;
  const mebibytes = Math.ceil(Math.max(length, present * 2) / 1_048_576);
  const bytesMax = Math.min(BODY_BYTES_MAX, mebibytes * 1_048_576);
  return {
    action: "Raise the size limit",
    consequence: `The endpoint takes bodies of up to ${bytesMax / 1_048_576} MiB from now on. This one was not kept, so the sender has to send it again.`,
    change: () => ({ bytesMax }),
  };
}

function added(list: unknown, item: string): string[] {
  const before = Array.isArray(list) ? list.map(String) : [];
  return before.includes(item) ? before : [...before, item];
}

function mediaTypeOf(contentType: string): string {
  return (contentType.split(";")[0] ?? "").trim().toLowerCase();
}

/** Whether a delivery can still be let in, as if it had been accepted: its bytes have to be there. */
export function canProcess({ verdict, reason }: Pick<Delivery, "verdict" | "reason">): boolean {
  return verdict === "held" || (verdict === "rejected" && reason !== "too_large");
}
