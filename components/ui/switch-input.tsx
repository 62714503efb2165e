"use client";

import { Switch } from "@heroui/react";
import { type ReactNode, useId } from "react";

type SwitchInputProps = { label: string; isOn: boolean; onChange: (isOn: boolean) => void; help?: ReactNode };

/** Something that is on or off, with a line on what that means. */
export function SwitchInput({ label, isOn, onChange, help }: SwitchInputProps) {
  const helpId = useId();
  return (
    <div className="flex flex-col gap-1">
      <Switch
        className="flex w-fit flex-row items-center gap-3"
        isSelected={isOn}
        onChange={onChange}
        {...(help ? { "aria-describedby": helpId } : {})}
      >
        <Switch.Control>
          <Switch.Thumb />
        </Switch.Control>
        <Switch.Content className="font-medium text-sm">{label}</Switch.Content>
      </Switch>
      {help ? (
        <p id={helpId} className="text-muted text-sm">
          {help}
        </p>
      ) : null}
    </div>
  );
}
