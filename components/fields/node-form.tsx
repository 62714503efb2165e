"use client";

import type { ComponentType } from "react";
import { CasesField } from "@/components/fields/cases/cases-field";
import { CodeField } from "@/components/fields/code/code-field";
import { ConditionsField } from "@/components/fields/conditions-field";
import { ConnectionField } from "@/components/fields/connection/connection-field";
import { CronField } from "@/components/fields/cron/cron-field";
import { DurationField } from "@/components/fields/duration-field";
import { EndpointField } from "@/components/fields/endpoint-field";
import { EventTypesField } from "@/components/fields/event-types-field";
import type { FieldProps } from "@/components/fields/field-props";
import { FormNodeProvider } from "@/components/fields/form-node";
import { HeaderListField } from "@/components/fields/header-list-field";
import { InputFieldsField } from "@/components/fields/inputs/input-fields-field";
import { LongTextField } from "@/components/fields/long-text-field";
import { MappingField } from "@/components/fields/mapping-field";
import { NumberFieldInput } from "@/components/fields/number-field";
import { SecretField } from "@/components/fields/secret-field";
import { SelectField } from "@/components/fields/select-field";
import { SwitchField } from "@/components/fields/switch-field";
import { TemplateField } from "@/components/fields/template-field";
import { TextFieldInput } from "@/components/fields/text-field";
import { TextsField } from "@/components/fields/texts-field";
import { WorkflowField } from "@/components/fields/workflow-field";
import type { NodeDefinition } from "@/lib/catalog/nodes/define-node";
import { isShown, type Widget } from "@/lib/domain/forms/field";
import type { Node } from "@/lib/domain/workflow/graph";
import type { Problem } from "@/lib/domain/workflow/problem";

const WIDGETS: Record<Widget, ComponentType<FieldProps>> = {
  text: TextFieldInput,
  "long-text": LongTextField,
  template: TemplateField,
  "long-template": TemplateField,
  select: SelectField,
  number: NumberFieldInput,
  switch: SwitchField,
  endpoint: EndpointField,
  "event-types": EventTypesField,
  conditions: ConditionsField,
  "header-list": HeaderListField,
  connection: ConnectionField,
  secret: SecretField,
  mapping: MappingField,
  texts: TextsField,
  cases: CasesField,
  workflow: WorkflowField,
  duration: DurationField,
  code: CodeField,
  cron: CronField,
  "input-fields": InputFieldsField,
};

type NodeFormProps = {
  definition: NodeDefinition;
  config: Node["config"];
  problems: readonly Problem[];
  /** The new config, and which field made it. */
  onChange: (config: Node["config"], key: string) => void;
};

/** A node's settings, as its definition describes them. */
export function NodeForm({ definition, config, problems, onChange }: NodeFormProps) {
  const shown = definition.fields.filter((field) => isShown(field, config, definition.fields));
  return (
    <FormNodeProvider value={{ definition, config }}>
      <div className="flex flex-col gap-5">
        {shown.map((field) => {
          const Widget = WIDGETS[field.widget];
          return (
            <Widget
              key={field.key}
              field={field}
              value={config[field.key]}
              problem={problems.find((problem) => problem.field === field.key)?.message}
              onChange={(value) => onChange(withSetting(config, field.key, value), field.key)}
            />
          );
        })}
      </div>
    </FormNodeProvider>
  );
}

/** Without a value, a setting is not there. */
function withSetting(config: Node["config"], key: string, value: unknown): Node["config"] {
  const { [key]: _, ...others } = config;
  return value === undefined ? others : { ...config, [key]: value };
}
