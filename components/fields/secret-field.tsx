import { Eye, EyeOff } from "lucide-react";
import { useId, useState } from "react";
import { FieldFrame } from "@/components/fields/field-frame";
import { asText, type FieldProps } from "@/components/fields/field-props";

/** A text that nobody behind you should read, unless you let them. */
export function SecretField({ field, value, onChange, problem }: FieldProps) {
  const id = useId();
  const [isShown, setIsShown] = useState(false);
  const Icon = isShown ? EyeOff : Eye;
  return (
    <FieldFrame htmlFor={id} label={field.label} help={field.help} problem={problem} hintId={`${id}-hint`}>
      <div className="relative">
        <input
          id={id}
          type={isShown ? "text" : "password"}
          className="box-input pr-10 font-mono text-[0.8125rem]"
          autoComplete="off"
          data-1p-ignore
          spellCheck={false}
          aria-describedby={`${id}-hint`}
          value={asText(value)}
          onChange={(event) => onChange(event.target.value)}
          {...(field.placeholder ? { placeholder: field.placeholder } : {})}
        />
        <button
          type="button"
          aria-label={isShown ? "Hide what is typed" : "Show what is typed"}
          onClick={() => setIsShown(!isShown)}
          className="absolute top-1 right-1 grid size-7 place-items-center rounded-md text-muted hover:text-foreground"
        >
          <Icon aria-hidden className="size-4" />
        </button>
      </div>
    </FieldFrame>
  );
}
