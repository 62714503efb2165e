import { EndpointOptions, METHODS } from "@/lib/domain/endpoints/endpoint-options";

/** An endpoint's limits as the form holds them: every number and list as text, as it was typed. */
export type LimitDraft = {
  requireHttps: boolean;
  methods: readonly string[];
  addresses: string;
  size: string;
  sizeUnit: SizeUnit;
  contentTypes: string;
  ratePerMinute: string;
  rateBurst: string;
  unverifiedPerMinute: string;
  unverifiedBurst: string;
  expiresAt: string;
  deliveriesMax: string;
  tokenHeader: string;
  tokenValue: string;
  certificateHeader: string;
  fingerprints: string;
  ca: string;
};

export type SizeUnit = "B" | "KiB" | "MiB";

const UNIT_BYTES: Record<SizeUnit, number> = { B: 1, KiB: 1_024, MiB: 1_048_576 };

type Options = Record<string, unknown>;

/** What an endpoint's options say about limits. What cannot be read counts as not said; methods are then the source's. */
export function limitDraftOf(options: Options, usualMethods: readonly string[]): LimitDraft {
  const read = EndpointOptions.partial().loose().safeParse(options).data ?? {};
  const { rate, unverifiedRate, token, clientCertificate } = read;
  return {
    requireHttps: read.requireHttps ?? false,
    methods: read.methods ?? usualMethods,
    addresses: (read.allowedAddresses ?? []).join("\n"),
    ...sizeOf(read.bytesMax),
    contentTypes: (read.contentTypes ?? []).join("\n"),
    ratePerMinute: text(rate?.perMinute),
    rateBurst: text(rate?.burst),
    unverifiedPerMinute: text(unverifiedRate?.perMinute),
    unverifiedBurst: text(unverifiedRate?.burst),
    expiresAt: read.expiresAt ? localMinute(read.expiresAt) : "",
    deliveriesMax: text(read.deliveriesMax),
    tokenHeader: token?.header ?? "",
    tokenValue: "",
    certificateHeader: clientCertificate?.header ?? "",
    fingerprints: (clientCertificate?.fingerprints ?? []).join("\n"),
    ca: clientCertificate?.ca ?? "",
  };
}

/** The draft as changes to an endpoint's options. Undefined takes an option away. */
export function limitChanges(draft: LimitDraft, usualMethods: readonly string[]): Options {
  return {
    requireHttps: draft.requireHttps ? true : undefined,
    methods: isSame(draft.methods, usualMethods)
      ? undefined
      : METHODS.filter((method) => draft.methods.includes(method)),
    allowedAddresses: listed(draft.addresses),
    bytesMax: draft.size.trim() ? Math.round(Number(draft.size) * UNIT_BYTES[draft.sizeUnit]) : undefined,
    contentTypes: listed(draft.contentTypes),
    rate: rateOf(draft.ratePerMinute, draft.rateBurst),
    unverifiedRate: rateOf(draft.unverifiedPerMinute, draft.unverifiedBurst),
    expiresAt: draft.expiresAt ? new Date(draft.expiresAt).toISOString() : undefined,
    deliveriesMax: number(draft.deliveriesMax),
    token: draft.tokenHeader.trim()
      ? { header: draft.tokenHeader.trim(), ...(draft.tokenValue ? { value: draft.tokenValue } : {}) }
      : undefined,
    clientCertificate: certificateOf(draft),
  };
}

function isSame(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((method) => others.includes(method));
}

function certificateOf({ certificateHeader, fingerprints, ca }: LimitDraft): Options | undefined {
  const prints = listed(fingerprints);
  if (!certificateHeader.trim() && !prints && !ca.trim()) return undefined;
  return {
    ...(certificateHeader.trim() ? { header: certificateHeader.trim() } : {}),
    fingerprints: prints ?? [],
    ...(ca.trim() ? { ca: ca.trim() } : {}),
  };
}

function rateOf(perMinute: string, burst: string): Options | undefined {
  if (!perMinute.trim() && !burst.trim()) return undefined;
  return { perMinute: number(perMinute), ...(burst.trim() ? { burst: number(burst) } : {}) };
}

/** One item a line, or between commas. Undefined without any. */
function listed(lines: string): string[] | undefined {
  const items = lines
    .split(/[\n,]/)
    .map((item) => item.trim())
    .filter(Boolean);
  return items.length > 0 ? items : undefined;
}

function number(typed: string): number | undefined {
  return typed.trim() ? Number(typed) : undefined;
}

function text(value: number | undefined): string {
  return value === undefined ? "" : String(value);
}

/** In the largest unit that needs no fraction. */
function sizeOf(bytes: number | undefined): { size: string; sizeUnit: SizeUnit } {
  if (bytes === undefined) return { size: "", sizeUnit: "MiB" };
  const units: SizeUnit[] = ["MiB", "KiB", "B"];
  const sizeUnit = units.find((unit) => bytes % UNIT_BYTES[unit] === 0) ?? "B";
  return { size: String(bytes / UNIT_BYTES[sizeUnit]), sizeUnit };
}

/** A moment as the browser's own date field wants it: local, to the minute. */
function localMinute(at: string): string {
  const date = new Date(at);
  return new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}
