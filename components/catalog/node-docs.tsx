import { KindLogo } from "@/components/connections/kind-logo";
import { NodeIcon } from "@/components/editor/node-icon";
import { CodeBlock } from "@/components/ui/code-block";
import { findConnectionKind } from "@/lib/catalog/connections";
import type { NodeDefinition } from "@/lib/catalog/nodes/define-node";
import type { Choice, Field } from "@/lib/domain/forms/field";

const KINDS = { trigger: "Starts a run", logic: "Decides", action: "Does something" } as const;

/** A kind of node as its definition tells of it: what it asks for, the ways out, an example. */
export function NodeDocs({ node }: { node: NodeDefinition }) {
  return (
    <article id={node.type} className="panel scroll-mt-20 p-5">
      <div className="flex items-start gap-4">
        <NodeIcon icon={node.icon} kind={node.kind} name={node.name} />
        <div className="min-w-0 flex-1">
          <div className="flex flex-wrap items-baseline gap-x-3">
            <h3 className="font-semibold">{node.name}</h3>
            <code className="font-mono text-muted text-xs">{node.type}</code>
            <span className="ml-auto text-muted text-xs">{KINDS[node.kind]}</span>
          </div>
          <p className="text-muted text-sm">{node.summary}</p>
        </div>
      </div>

      <h4 className="eyebrow mt-5 mb-1">What it asks for</h4>
      <dl className="divide-y divide-separator text-sm">
        {node.fields.map((field) => (
          <FieldRow key={field.key} field={field} fields={node.fields} />
        ))}
      </dl>

      {node.connections.length > 0 ? (
        <>
          <h4 className="eyebrow mt-5 mb-2">Signs in with</h4>
          <ul className="flex flex-wrap gap-2 text-sm">
            {node.connections.map((kind) => (
              <li key={kind} className="flex items-center gap-2 rounded-full border border-border py-0.5 pr-3 pl-1">
                <KindLogo kind={kind} size="xs" />
                {findConnectionKind(kind)?.name ?? kind}
              </li>
            ))}
          </ul>
        </>
      ) : null}

      <h4 className="eyebrow mt-5 mb-2">Ways out</h4>
      <ul className="flex flex-wrap gap-2 text-sm">
        {node.ports(node.sample).map((port) => (
          <li key={port.id} className="rounded-full border border-border px-3 py-0.5">
            {port.name} <code className="font-mono text-muted text-xs">{port.id}</code>
          </li>
        ))}
      </ul>

      <div className="mt-5 grid items-start gap-4 lg:grid-cols-2">
        <CodeBlock label="Example settings" hasTitle height="tall" code={JSON.stringify(node.sample, null, 2)} />
        {node.outputExample === undefined ? null : (
          <CodeBlock label="What it gives" hasTitle height="tall" code={JSON.stringify(node.outputExample, null, 2)} />
        )}
      </div>
    </article>
  );
}

function FieldRow({ field, fields }: { field: Field; fields: readonly Field[] }) {
  return (
    <div className="grid gap-x-4 gap-y-0.5 py-2 sm:grid-cols-[12rem_1fr]">
      <dt className="flex flex-col">
        <span className="font-medium">{field.label}</span>
        <code className="wrap-anywhere font-mono text-muted text-xs">{field.key}</code>
      </dt>
      <dd className="flex flex-col text-muted">
        {field.help ? <span className="text-pretty text-foreground">{field.help}</span> : null}
        {field.choices ? <span>{choiceWords(field.choices)}</span> : null}
        <span>{field.isRequired ? "Needed." : "Can be left as it is."}</span>
        {field.shownWhen ? <span>{conditionWords(field.shownWhen, fields)}</span> : null}
      </dd>
    </div>
  );
}

function conditionWords({ key, is }: NonNullable<Field["shownWhen"]>, fields: readonly Field[]): string {
  const other = fields.find((field) => field.key === key);
  const words = is.map((value) => `“${other?.choices?.find((choice) => choice.value === value)?.label ?? value}”`);
  return `Only when “${other?.label ?? key}” is ${words.join(" or ")}.`;
}

/** So many are told one by one. */
const CHOICES_TOLD = 12;

function choiceWords(choices: readonly Choice[]): string {
  const told = choices.slice(0, CHOICES_TOLD).map(({ label }) => label);
  const isCut = choices.length > told.length;
  return `One of${isCut ? ` ${choices.length}` : ""}: ${told.join(", ")}${isCut ? " and so on" : ""}.`;
}
