import { Switch } from "@heroui/react";
import type { FieldProps } from "@/components/fields/field-props";

export function SwitchField({ field, value, onChange, problem }: FieldProps) {
  return (
    <div className="flex flex-col gap-1.5">
      <Switch
        className="flex w-fit flex-row items-center gap-3"
        isSelected={(value ?? field.default) === true}
        onChange={onChange}
      >
        <Switch.Control>
          <Switch.Thumb />
        </Switch.Control>
        <Switch.Content className="font-medium text-sm">{field.label}</Switch.Content>
      </Switch>
      {field.help ? <p className="text-muted text-xs leading-relaxed">{field.help}</p> : null}
      {problem ? <p className="text-sm text-warn">{problem}</p> : null}
    </div>
  );
}
