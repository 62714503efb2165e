import { describe, expect, test } from "vitest";
import type { Credentials } from "@/lib/catalog/connections/define-connection";
import { connectionKinds } from "@/lib/catalog/connections/index";
import { nodes } from "@/lib/catalog/nodes/index";

/** What a workspace would keep for the kind's sample. */
function credentialsOf(sample: Record<string, unknown>): Credentials {
  return Object.fromEntries(Object.entries(sample).map(([key, value]) => [key, String(value)]));
}

/** The last letter or digit is another one, so that a secret keeps its shape. */
function withOtherSecrets(credentials: Credentials, secretKeys: ReadonlySet<string>): Credentials {
  const changed = [...secretKeys].map((key) => [key, credentials[key]?.replace(/[a-z0-9](?=[^a-z0-9]*$)/i, "0")]);
  return { ...credentials, ...Object.fromEntries(changed) };
}

test("no two kinds have the same id", () => {
  const ids = connectionKinds.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});

test("every kind that a node can use is there", () => {
  const ids = new Set<string>(connectionKinds.map(({ id }) => id));
  expect(nodes.flatMap(({ connections }) => connections).filter((id) => !ids.has(id))).toEqual([]);
});

describe.each(connectionKinds.map((kind) => [kind.id, kind] as const))("%s", (_, kind) => {
  const credentials = credentialsOf(kind.sample);

  test("accepts its own sample, and refuses unknown settings", () => {
    expect(kind.schema.safeParse(kind.sample).success).toBe(true);
    expect(kind.schema.safeParse({ ...kind.sample, nope: "1" }).success).toBe(false);
  });

  test("says in sentences what it is, how to get it, and what is missing", () => {
    for (const sentence of [kind.summary, ...kind.setup]) expect(sentence).toMatch(/^[A-Z“].*\.$/);
    expect(kind.setup.length).toBeGreaterThan(0);
    expect(kind.docsUrl).toMatch(/^https:\/\//);
    const empty = kind.fields.filter(({ isRequired }) => isRequired).map(({ key }) => [key, ""]);
    const { error } = kind.schema.safeParse(Object.fromEntries(empty));
    for (const { message } of error?.issues ?? []) expect(message).toMatch(/^[A-Z].*\.$/);
  });

  test("keeps a secret, and does not tell it", () => {
    expect(kind.secretKeys.size).toBeGreaterThan(0);
    const told = kind.describe(credentials);
    for (const key of kind.secretKeys) if (credentials[key]) expect(told).not.toContain(credentials[key]);
  });

  test.runIf(kind.test)("is tested at an address, with its secrets", () => {
    const probe = kind.test?.(credentials);
    expect(probe?.request.url).toMatch(/^https:\/\/[^/]+\//);
    expect(probe).not.toEqual(kind.test?.(withOtherSecrets(credentials, kind.secretKeys)));
  });
});
