const utf8 = new TextEncoder();

export type SignedValues = { body: Uint8Array; timestamp: string; id: string; url: string; method: string };

/** What is signed, in pieces. The body is handed on as it is, never copied. */
export function signedParts(signedContent: string, values: SignedValues): Uint8Array[] {
  const parts: Uint8Array[] = [];
  let text = "";
  for (const piece of signedContent.split(/(\{\w+\})/)) {
    if (piece !== "{body}") {
      text += textOf(piece, values);
      continue;
    }
    if (text !== "") parts.push(utf8.encode(text));
    parts.push(values.body);
    text = "";
  }
  if (text !== "") parts.push(utf8.encode(text));
  return parts;
}

function textOf(piece: string, values: SignedValues): string {
  switch (piece) {
    case "{timestamp}":
      return values.timestamp;
    case "{id}":
      return values.id;
    case "{url}":
      return values.url;
    case "{method}":
      return values.method;
    default:
      return piece;
  }
}
