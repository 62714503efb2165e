import type { Vector } from "@/lib/catalog/sources/define-source";

/** The ways to show a secret that every tool knows, with what proves them. */
export const bearerProof = { kind: "token", recipe: { header: "authorization", prefix: "Bearer " } } as const;
export const basicProof = {
  kind: "token",
  recipe: { header: "authorization", prefix: "Basic ", encoding: "basic" },
} as const;
export const apiKeyProof = { kind: "token", recipe: { header: "x-api-key" } } as const;
export const queryProof = { kind: "token", recipe: { query: "api_key" } } as const;

const BODY = '{"lamp":"on"}';

export const bearerVectors: readonly Vector[] = [
  {
    name: "the token of RFC 6750's example",
    secrets: ["mF_9.B5f-4.1JqM"],
    headers: { authorization: "Bearer mF_9.B5f-4.1JqM" },
    body: BODY,
    expect: "accept",
  },
  {
    name: "the token behind a word in small letters",
    secrets: ["mF_9.B5f-4.1JqM"],
    headers: { authorization: "bearer mF_9.B5f-4.1JqM" },
    body: BODY,
    expect: "accept",
  },
  {
    name: "another token",
    secrets: ["mF_9.B5f-4.1JqM"],
    headers: { authorization: "Bearer mF_9.B5f-4.1JqN" },
    body: BODY,
    expect: "reject",
  },
  {
    name: "the token without its word",
    secrets: ["mF_9.B5f-4.1JqM"],
    headers: { authorization: "mF_9.B5f-4.1JqM" },
    body: BODY,
    expect: "reject",
  },
  { name: "no token", secrets: ["mF_9.B5f-4.1JqM"], headers: {}, body: BODY, expect: "reject" },
];

export const basicVectors: readonly Vector[] = [
  {
    name: "the user and password of RFC 7617's example",
    secrets: ["Aladdin:open sesame"],
    headers: { authorization: "Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==" },
    body: BODY,
    expect: "accept",
  },
  {
    name: "a password that is not plain English, as UTF-8",
    secrets: ["test:123£"],
    headers: { authorization: "Basic dGVzdDoxMjPCow==" },
    body: BODY,
    expect: "accept",
  },
  {
    name: "another password",
    secrets: ["Aladdin:close sesame"],
    headers: { authorization: "Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==" },
    body: BODY,
    expect: "reject",
  },
  {
    name: "what is no base64",
    secrets: ["Aladdin:open sesame"],
    headers: { authorization: "Basic Aladdin:open sesame" },
    body: BODY,
    expect: "reject",
  },
];

export const apiKeyVectors: readonly Vector[] = [
  {
    name: "the key in its header",
    secrets: ["key-0123"],
    headers: { "x-api-key": "key-0123" },
    body: BODY,
    expect: "accept",
  },
  { name: "another key", secrets: ["key-0123"], headers: { "x-api-key": "key-0124" }, body: BODY, expect: "reject" },
  {
    name: "the key in the address",
    secrets: ["key-0123"],
    url: "https://door.example/h/1?api_key=key-0123",
    headers: {},
    body: BODY,
    expect: "reject",
  },
];

export const queryVectors: readonly Vector[] = [
  {
    name: "the key in the address",
    secrets: ["key 0123"],
    url: "https://door.example/h/1?a=1&api_key=key%200123",
    headers: {},
    body: BODY,
    expect: "accept",
  },
  {
    name: "another key in the address",
    secrets: ["key 0123"],
    url: "https://door.example/h/1?api_key=key%200124",
    headers: {},
    body: BODY,
    expect: "reject",
  },
  {
    name: "the key in the header",
    secrets: ["key 0123"],
    url: "https://door.example/h/1",
    headers: { "x-api-key": "key 0123" },
    body: BODY,
    expect: "reject",
  },
];

/** Vectors for a source where that way is not the usual one. */
export function underScheme(scheme: string, vectors: readonly Vector[]): Vector[] {
  return vectors.map((vector) => ({ ...vector, scheme }));
}

/** Besides the usual bearer token, for tools where people fill in the request themselves. */
export const toolProofs = { basic: basicProof, "api-key": apiKeyProof, query: queryProof };

export const toolVectors: readonly Vector[] = [
  ...bearerVectors,
  ...underScheme("basic", basicVectors),
  ...underScheme("api-key", apiKeyVectors),
  ...underScheme("query", queryVectors),
];
