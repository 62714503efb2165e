import type { Sample } from "@/lib/catalog/sources/define-source";
import type { HmacRecipe } from "@/lib/domain/signatures/recipe";

type CurlExample = {
  url: string;
  sample: Pick<Sample, "headers" | "body">;
  /** How to sign; undefined for a sender that does not. */
  recipe: HmacRecipe | undefined;
  secret: string;
};

/** Commands for a POSIX shell with curl and openssl that ring an endpoint as its sender would. */
export function curlExample({ url, sample, recipe, secret }: CurlExample): string {
  const headers = Object.entries(sample.headers).filter(([name]) => name !== recipe?.idHeader);
  const plain = headers.map(([name, value]) => `-H ${quote(`${name}: ${value}`)}`);
  if (!recipe) return command([`curl ${quote(url)}`, ...plain, `--data-raw ${quote(sample.body)}`]);

  return [
    `secret=${quote(secret)}`,
    `body=${quote(sample.body)}`,
    ...usedValues(recipe, url),
    `signature=$(printf '%s' ${signedContent(recipe)} | ${openssl(recipe)})`,
    command([`curl ${quote(url)}`, ...plain, ...signingHeaders(recipe), '--data-raw "$body"']),
  ].join("\n");
}

function command(parts: string[]): string {
  return parts.join(" \\\n  ");
}

/** Text as one word of the shell, whatever is in it. */
function quote(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}

const NOW = { s: "$(date +%s)", ms: "$(date +%s)000", iso: "$(date -u +%Y-%m-%dT%H:%M:%SZ)" } as const;

function usedValues(recipe: HmacRecipe, url: string): string[] {
  const isTimed =
    Boolean(recipe.timestampHeader ?? recipe.timestampPrefix) || recipe.signedContent.includes("{timestamp}");
  return [
    ...(isTimed ? [`timestamp=${NOW[recipe.timestampUnit]}`] : []),
    ...(recipe.idHeader ? ["id=msg_$(date +%s)"] : []),
    ...(recipe.signedContent.includes("{url}") ? [`url=${quote(url)}`] : []),
  ];
}

/** The signed text in double quotes, its placeholders as the shell's own. */
function signedContent({ signedContent }: HmacRecipe): string {
  const pieces = signedContent.split(/(\{\w+\})/);
  const words = pieces.map((piece) => {
    if (piece === "{method}") return "POST";
    return /^\{\w+\}$/.test(piece) ? `\${${piece.slice(1, -1)}}` : piece.replace(/["$`\\]/g, "\\$&");
  });
  return `"${words.join("")}"`;
}

function openssl({ algorithm, encoding, keyEncoding, keyPrefix }: HmacRecipe): string {
  const digest = `openssl dgst -${algorithm} -binary`;
  const write = {
    hex: "od -An -vtx1 | tr -d ' \\n'",
    base64: "openssl base64 -A",
    base64url: "openssl base64 -A | tr '+/' '-_' | tr -d '='",
  }[encoding];
  const bare = keyPrefix ? `\${secret#${keyPrefix}}` : "$secret";
  const key = {
    text: `-hmac "${bare}"`,
    hex: `-mac HMAC -macopt "hexkey:${bare}"`,
    base64: `-mac HMAC -macopt "hexkey:$(printf '%s' "${bare}" | openssl base64 -d -A | od -An -vtx1 | tr -d ' \\n')"`,
  }[keyEncoding];
  return `${digest} ${key} | ${write}`;
}

function signingHeaders(recipe: HmacRecipe): string[] {
  const [header = ""] = [recipe.header].flat();
  const timestamp = recipe.timestampPrefix ? `${recipe.timestampPrefix}$timestamp${recipe.separator ?? ","}` : "";
  return [
    ...Object.entries(recipe.requiredHeaders).map(([name, value]) => `-H ${quote(`${name}: ${value}`)}`),
    ...(recipe.idHeader ? [`-H "${recipe.idHeader}: $id"`] : []),
    ...(recipe.timestampHeader ? [`-H "${recipe.timestampHeader}: $timestamp"`] : []),
    `-H "${header.replace(/\*$/, "1")}: ${timestamp}${recipe.prefix}$signature"`,
  ];
}
