import { TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";

type FieldFrameProps = {
  /** The control's id, which the label is for; absent when it labels a group. */
  htmlFor?: string;
  /** The id of the label itself, for a group to be named by. */
  labelId?: string;
  label: string;
  isOptional?: boolean;
  help?: string | undefined;
  problem?: string | undefined;
  /** Beside the label. */
  aside?: ReactNode;
  /** The id of what is said beneath, for the control to be described by. */
  hintId?: string;
  children: ReactNode;
};

/** A field's label, its help, and what is wrong with it. */
export function FieldFrame(props: FieldFrameProps) {
  const { htmlFor, labelId, label, isOptional = false, help, problem, aside, hintId, children } = props;
  const words = (
    <>
      {label}
      {isOptional ? <span className="font-normal text-muted"> (optional)</span> : null}
    </>
  );
  return (
    <div className="flex min-w-0 flex-col gap-1.5">
      <div className="flex min-h-6 items-center justify-between gap-3">
        {htmlFor ? (
          <label htmlFor={htmlFor} className="font-medium text-sm">
            {words}
          </label>
        ) : (
          <span id={labelId} className="font-medium text-sm">
            {words}
          </span>
        )}
        {aside}
      </div>
      {children}
      <div id={hintId} className="flex flex-col gap-1 empty:hidden">
        {problem ? (
          <p className="flex items-start gap-1.5 text-sm text-warn">
            <TriangleAlert aria-hidden className="mt-0.75 size-3.5 shrink-0" />
            {problem}
          </p>
        ) : null}
        {help ? <p className="text-pretty text-muted text-xs leading-relaxed">{help}</p> : null}
      </div>
    </div>
  );
}
