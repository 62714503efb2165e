import { cn } from "@heroui/react";
import type { ReactNode } from "react";

type SectionProps = {
  title: ReactNode;
  description?: ReactNode;
  actions?: ReactNode;
  /** Without the padding around its content, for lists and tables that reach the frame. */
  isFlush?: boolean;
  /** For links to this part of the page. */
  id?: string;
  children: ReactNode;
};

/** A framed part of a screen with a heading. */
export function Section({ title, description, actions, isFlush = false, id, children }: SectionProps) {
  return (
    <section id={id} className="panel overflow-hidden">
      <div className="flex min-h-13 flex-wrap items-center justify-between gap-x-4 gap-y-2 px-4 pt-3.5 pb-3 sm:px-5">
        <div className="flex min-w-0 flex-col gap-0.5">
          <h2 className="font-semibold text-[0.9375rem]">{title}</h2>
          {description ? <p className="text-pretty text-muted text-sm">{description}</p> : null}
        </div>
        {actions ? <div className="flex flex-wrap items-center gap-2">{actions}</div> : null}
      </div>
      <div className={cn(isFlush ? "" : "px-4 pb-4 sm:px-5 sm:pb-5")}>{children}</div>
    </section>
  );
}
