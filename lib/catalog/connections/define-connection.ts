import type { z } from "zod";
import { type Field, fieldsOf } from "@/lib/domain/forms/field";
import type { RequestEffect } from "@/lib/domain/runs/effect";

/** What a connection holds, by the names of its kind's settings. Empty where a setting was left empty. */
export type Credentials = Readonly<Record<string, string>>;

/** A request that tells whether credentials work. `read` is for services that answer 200 whatever they think of them. */
export type ConnectionProbe = Omit<RequestEffect, "kind">;

type ConnectionSpec<Id extends string, Config extends z.ZodObject> = {
  id: Id;
  name: string;
  /** One line for the list of kinds. */
  summary: string;
  /** Where the other service's page tells of it. */
  docsUrl: string;
  /** How to get the credentials, step by step, for somebody who has never done it. */
  setup: string[];
  /** Texts only. Those with the widget `secret` are kept sealed, and never shown again. */
  config: Config;
  /** A config that is accepted, for the docs and the tests. */
  sample: z.input<Config>;
  /** What it is called by in lists, beside its name: an account, a host. Never a secret. */
  describe?: (credentials: z.output<Config>) => string;
  /** A request that changes nothing and succeeds only with right credentials. None where the service has no such thing. */
  test?: (credentials: z.output<Config>) => ConnectionProbe;
};

/** A kind of connection with its config type sealed in. */
export type ConnectionKind<Id extends string = string> = {
  id: Id;
  name: string;
  summary: string;
  docsUrl: string;
  setup: readonly string[];
  fields: Field[];
  sample: Record<string, unknown>;
  schema: z.ZodObject;
  /** The settings that are secrets. */
  secretKeys: ReadonlySet<string>;
  /** Empty for credentials that this version's schema refuses. */
  describe: (credentials: Credentials) => string;
  /** Throws for credentials that the schema refuses. */
  test: ((credentials: Credentials) => ConnectionProbe) | null;
};

export function defineConnection<const Id extends string, Config extends z.ZodObject>(
  spec: ConnectionSpec<Id, Config>,
): ConnectionKind<Id> {
  const fields = fieldsOf(spec.config);
  const { describe, test } = spec;
  return {
    id: spec.id,
    name: spec.name,
    summary: spec.summary,
    docsUrl: spec.docsUrl,
    setup: spec.setup,
    fields,
    sample: spec.config.parse(spec.sample),
    schema: spec.config,
    secretKeys: new Set(fields.filter(({ widget }) => widget === "secret").map(({ key }) => key)),
    describe: (credentials) => {
      const { data } = spec.config.safeParse(credentials);
      return (data && describe?.(data)) ?? "";
    },
    test: test ? (credentials) => test(spec.config.parse(credentials)) : null,
  };
}
