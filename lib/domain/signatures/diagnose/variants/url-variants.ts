import type { Finding } from "@/lib/domain/signatures/diagnose/diagnosis";
import { leastDifferent, type Variant } from "@/lib/domain/signatures/diagnose/variants/variant";
import { headerValues, type SignedRequest } from "@/lib/domain/signatures/signed-request";

type Parts = { scheme: string; host: string; port: string; path: string; query: string };
type Change = { sentence: string; apply: (parts: Parts) => Parts | undefined };

const CHANGES_MAX = 2;

/** The address as configured, and as the sender may know it. */
export function urlVariants(request: SignedRequest): Variant<string>[] {
  const parts = readUrl(request.url);
  if (!parts) return [{ value: request.url, findings: [] }];
  const variants: { value: Parts; findings: Finding[] }[] = [{ value: parts, findings: [] }];
  for (const change of [...CHANGES, ...hostChanges(request)]) {
    const before = [...variants];
    for (const { value, findings } of before) {
      const changed = findings.length < CHANGES_MAX ? change.apply(value) : undefined;
      if (changed) variants.push({ value: changed, findings: [...findings, finding(change)] });
    }
  }
  const written = variants.map(({ value, findings }) => ({ value: writeUrl(value), findings }));
  return leastDifferent(written, (url) => url);
}

function finding({ sentence }: Change): Finding {
  return { kind: "url", sentence, fix: FIX };
}

const FIX =
  "Set the endpoint's public address to exactly what stands at the sender: with http or https, host, path, and slash as there.";

const CHANGES: Change[] = [
  {
    sentence: "The sender signed the address with http where the endpoint has https, or the other way round.",
    apply: (parts) => ({ ...parts, scheme: parts.scheme === "https" ? "http" : "https" }),
  },
  {
    sentence:
      "The sender signed the address with a slash at its end where the endpoint has none, or the other way round.",
    apply: (parts) => ({ ...parts, path: parts.path.endsWith("/") ? parts.path.slice(0, -1) : `${parts.path}/` }),
  },
  {
    sentence: "The sender signed the address without what follows the question mark.",
    apply: (parts) => (parts.query === "" ? undefined : { ...parts, query: "" }),
  },
  {
    sentence: "The sender signed the address with a port where the endpoint has none, or the other way round.",
    apply: (parts) => ({ ...parts, port: parts.port === "" ? (parts.scheme === "https" ? ":443" : ":80") : "" }),
  },
];

/** What the request itself calls the host. */
function hostChanges({ headers }: SignedRequest): Change[] {
  const named = ["host", "x-forwarded-host"].flatMap((name) => headerValues(headers, name).slice(0, 1));
  return named.flatMap((name) => {
    const [, host, port = ""] = /^([\w.-]{1,253})(:\d{1,5})?$/.exec(name) ?? [];
    if (!host) return [];
    const sentence = `The sender signed an address at ${host}${port}, by another name than the endpoint's.`;
    return [{ sentence, apply: (parts: Parts) => ({ ...parts, host, port }) }];
  });
}

function readUrl(url: string): Parts | undefined {
  const match = /^(https?):\/\/([^/?#:]+|\[[^\]]*\])(:\d+)?([^?#]*)(\?[^#]*)?$/.exec(url);
  if (!match) return undefined;
  const [, scheme = "", host = "", port = "", path = "", query = ""] = match;
  return { scheme, host, port, path, query };
}

function writeUrl({ scheme, host, port, path, query }: Parts): string {
  return `${scheme}://${host}${port}${path}${query}`;
}
