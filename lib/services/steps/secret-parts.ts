import type { PlannedRequest } from "@/lib/domain/runs/effect";

/** Short ones are too likely to stand somewhere by themselves, and part of a path sooner than part of a header. */
const HEADER_LENGTH_MIN = 6;
const URL_LENGTH_MIN = 16;

/**
 * What of a request is as secret as the credentials in it, since it reads otherwise when it is planned without them: an
 * address or the path of it, which many servers repeat when they know no such page; a header, or what follows its first
 * word. The longest come first.
 */
export function secretParts(request: PlannedRequest, withoutSecrets: PlannedRequest): string[] {
  const ofUrl = request.url === withoutSecrets.url ? [] : partsOfUrl(request.url);
  const ofHeaders = request.headers
    .filter(({ value }, index) => value !== withoutSecrets.headers[index]?.value)
    .flatMap(({ value }) => [value, value.slice(value.indexOf(" ") + 1)]);
  return [
    ...ofUrl.filter((part) => part.length >= URL_LENGTH_MIN),
    ...ofHeaders.filter((part) => part.length >= HEADER_LENGTH_MIN),
  ].toSorted((one, other) => other.length - one.length);
}

function partsOfUrl(text: string): string[] {
  if (!URL.canParse(text)) return [text];
  const { href, pathname, search } = new URL(text);
  return [...new Set([text, href]), pathname + search, pathname, search.slice(1)];
}
