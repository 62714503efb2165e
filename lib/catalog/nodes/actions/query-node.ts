import { z } from "zod";
import { databaseServerOf } from "@/lib/catalog/connections/database-server";
import { neededConnection } from "@/lib/catalog/nodes/connection-field";
import type { Context } from "@/lib/catalog/nodes/define-node";
import { field } from "@/lib/domain/forms/field";
import { countPlaces, type Dialect } from "@/lib/domain/queries/count-places";
import { queryValue } from "@/lib/domain/queries/query-value";
import type { Effect, QueryValue } from "@/lib/domain/runs/effect";

const VALUES_MAX = 200;

type Wording = { dialect: Dialect; usualPort: number; example: string; place: string };

/** What the nodes of both kinds of database have in common. The statement is never a template: values only fill its places. */
export function queryNode({ dialect, usualPort, example, place }: Wording) {
  const config = z.strictObject({
    connectionId: neededConnection,
    statement: field(z.string("Write the statement.").trim().min(1, "Write the statement.").max(100_000), {
      label: "Statement",
      widget: "code",
      placeholder: example,
      help: `One SQL statement. Where a value goes, write ${place}: never the value itself.`,
    }),
    values: field(z.array(z.string().max(100_000)).max(VALUES_MAX).default([]), {
      label: "Values",
      widget: "texts",
      noun: "value",
      isOptional: false,
      placeholder: "{{ trigger.body.id }}",
      help: "One for each place, in their order. What is missing goes in as NULL, lists and objects as JSON.",
    }),
  });
  type Config = z.infer<typeof config>;

  const valuesOf = ({ values }: Config, { fill }: Pick<Context, "fill">): QueryValue[] =>
    values.map((template) => queryValue(fill.value(template), dialect));

  return {
    config,
    ports: [{ id: "out", name: "Then" }],
    describe: ({ statement }: Config) => statement.replaceAll(/\s+/g, " ").slice(0, 80),
    check: ({ statement, values }: Config) => {
      if (statement.includes("{{")) return [{ field: "statement", message: `${NO_TEMPLATE} ${place}.` }];
      const places = countPlaces(statement, dialect);
      if (places === values.length) return [];
      return [
        {
          field: "values",
          message: `The statement has ${counted(places, "place")} for values, and there ${values.length === 1 ? "is" : "are"} ${counted(values.length, "value")}.`,
        },
      ];
    },
    input: (config: Config, context: Context) => ({ statement: config.statement, values: valuesOf(config, context) }),
    plan: (config: Config, context: Context): Effect => ({
      kind: "query",
      query: {
        dialect,
        server: databaseServerOf(context.credentials, usualPort),
        statement: config.statement,
        values: valuesOf(config, context),
      },
    }),
  };
}

const NO_TEMPLATE =
  "A statement is sent as it is written, without placeholders, so that nothing in the data can become a command. Put the value into the list below, and in its place write";

function counted(count: number, what: string): string {
  return `${count === 0 ? "no" : count} ${what}${count === 1 ? "" : "s"}`;
}
