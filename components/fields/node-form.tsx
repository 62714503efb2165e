"use client";

import type { ComponentType } from "react";
import { ConditionsField } from "@/components/fields/conditions-field";
import { EndpointField } from "@/components/fields/endpoint-field";
import { EventTypesField } from "@/components/fields/event-types-field";
import type { FieldProps } from "@/components/fields/field-props";
import { FormNodeProvider } from "@/components/fields/form-node";
import { HeaderListField } from "@/components/fields/header-list-field";
import { LongTextField } from "@/components/fields/long-text-field";
import { NumberFieldInput } from "@/components/fields/number-field";
import { SelectField } from "@/components/fields/select-field";
import { SwitchField } from "@/components/fields/switch-field";
import { TemplateField } from "@/components/fields/template-field";
import { TextFieldInput } from "@/components/fields/text-field";
import type { NodeDefinition } from "@/lib/catalog/nodes/define-node";
import type { Widget } from "@/lib/domain/forms/field";
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
  connection: TextFieldInput,
  secret: TextFieldInput,
  mapping: HeaderListField,
  texts: TextFieldInput,
  cases: TextFieldInput,
  workflow: TextFieldInput,
  duration: NumberFieldInput,
  code: TemplateField,
  cron: TextFieldInput,
  "input-fields": TextFieldInput,
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
  return (
    <FormNodeProvider value={{ definition, config }}>
      <div className="flex flex-col gap-5">
        {definition.fields.map((field) => {
          const Widget = WIDGETS[field.widget];
          return (
            <Widget
              key={field.key}
              field={field}
              value={config[field.key]}
              problem={problems.find((problem) => problem.field === field.key)?.message}
              onChange={(value) => onChange({ ...config, [field.key]: value }, field.key)}
            />
          );
        })}
      </div>
    </FormNodeProvider>
  );
}
