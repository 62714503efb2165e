import { curlExample } from "@/components/endpoints/curl-example";
import { CodeBlock } from "@/components/ui/code-block";
import { findSource } from "@/lib/catalog/sources";
import { recipeOf } from "@/lib/catalog/sources/recipe-of";
import type { Endpoint } from "@/lib/domain/endpoints/endpoint";

type CurlExampleProps = { endpoint: Pick<Endpoint, "url" | "source" | "options">; secret?: string | undefined };

const SAMPLE = { headers: { "content-type": "application/json" }, body: '{"hello":"world"}' };

/** How to ring an endpoint by hand, signature and all. Without the secret, a word stands where it goes. */
export function CurlExample({ endpoint, secret = "paste the signing secret here" }: CurlExampleProps) {
  const source = findSource(endpoint.source);
  const sample = source?.samples[0] ?? SAMPLE;
  const recipe = source ? recipeOf(source, endpoint.options) : undefined;
  // A real sample can be long; a short body shows better what is being done.
  const body = sample.body.length > 700 ? SAMPLE.body : sample.body;
  return (
    <CodeBlock
      label="curl command"
      height="tall"
      code={curlExample({ url: endpoint.url, sample: { ...sample, body }, recipe, secret })}
    />
  );
}
