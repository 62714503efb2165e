"use client";

import { useId } from "react";
import { METHODS } from "@/lib/domain/endpoints/endpoint-options";

type MethodChoiceProps = {
  value: readonly string[];
  onChange: (methods: string[]) => void;
  error: string | undefined;
};

/** Which methods are taken: the browser's own boxes to tick, drawn as chips. */
export function MethodChoice({ value, onChange, error }: MethodChoiceProps) {
  const id = useId();
  const toggle = (method: string) =>
    onChange(value.includes(method) ? value.filter((other) => other !== method) : [...value, method]);
  return (
    <fieldset className="flex flex-col gap-2" aria-describedby={id}>
      <legend className="mb-2 font-medium text-sm">Methods</legend>
      <div className="flex flex-wrap gap-1.5">
        {METHODS.map((method) => (
          <label
            key={method}
            className="flex h-8 cursor-pointer select-none items-center rounded-lg border border-field-border bg-(--field-background) px-3 font-medium font-mono text-muted text-xs transition-colors hover:text-foreground has-checked:border-focus has-checked:bg-accent-soft has-checked:text-accent-soft-foreground has-focus-visible:outline-2 has-focus-visible:outline-focus"
          >
            <input
              type="checkbox"
              className="sr-only"
              checked={value.includes(method)}
              onChange={() => toggle(method)}
            />
            {method}
          </label>
        ))}
      </div>
      <p id={id} className={error ? "text-bad text-xs" : "text-muted text-xs"}>
        {error ?? "Almost every sender uses POST. Others are refused."}
      </p>
    </fieldset>
  );
}
