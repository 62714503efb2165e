import { ArrowUpRight } from "lucide-react";
import Link from "next/link";
import { useId } from "react";
import { FieldFrame } from "@/components/fields/field-frame";
import { asText, type FieldProps } from "@/components/fields/field-props";
import { SelectBox } from "@/components/fields/select-box";
import { useWorkflowOptions } from "@/components/fields/workflow-options";
import type { Choice } from "@/lib/domain/forms/field";
import type { NamedWorkflow } from "@/lib/domain/workflow/workflow";

const ANY = "any";

/** Another workflow of this workspace; where none has to be chosen, any of them. */
export function WorkflowField({ field, value, onChange, problem }: FieldProps) {
  const id = useId();
  const workflows = useWorkflowOptions();
  const chosen = workflows.find((workflow) => workflow.id === value);
  const any = field.isRequired ? [] : [{ value: ANY, label: field.placeholder ?? "Any workflow" }];
  const isGone = asText(value) !== "" && !chosen;
  const complaint = isGone ? "The workflow that was chosen is not there any more. Choose another." : undefined;

  return (
    <FieldFrame
      htmlFor={id}
      label={field.label}
      isOptional={field.isOptional}
      help={field.help}
      problem={problem ?? complaint}
      hintId={`${id}-hint`}
    >
      <div className="flex items-center gap-1.5">
        <SelectBox
          id={id}
          className="flex-1"
          aria-describedby={`${id}-hint`}
          value={chosen?.id ?? (field.isRequired || isGone ? "" : ANY)}
          onChange={(next) => onChange(next === ANY ? undefined : next)}
          placeholder={workflows.length > 0 ? "Choose a workflow" : "There is no other workflow yet"}
          choices={[...any, ...workflows.map(choiceOf)]}
        />
        {chosen ? (
          <Link
            href={`/workflows/${chosen.id}`}
            aria-label={`Open ${chosen.name}`}
            className="grid size-9 shrink-0 place-items-center rounded-lg border border-border text-muted hover:text-foreground"
          >
            <ArrowUpRight aria-hidden className="size-4" />
          </Link>
        ) : null}
      </div>
      {chosen?.publishedVersion === null ? (
        <p className="text-pretty text-warn text-xs">It is not published yet, so it cannot run.</p>
      ) : null}
    </FieldFrame>
  );
}

function choiceOf({ id, name, publishedVersion }: NamedWorkflow): Choice {
  return { value: id, label: publishedVersion === null ? `${name} (not published)` : name };
}
