import type { ReactNode } from "react";

type FormGroupProps = { title: string; description: string; children: ReactNode };

/** Some fields that belong together: what they are about on the left, and the fields beside it. */
export function FormGroup({ title, description, children }: FormGroupProps) {
  return (
    <section className="grid gap-x-8 gap-y-4 px-4 py-6 sm:px-5 lg:grid-cols-[15rem_minmax(0,1fr)]">
      <div className="flex flex-col gap-1">
        <h2 className="font-semibold text-[0.9375rem]">{title}</h2>
        <p className="text-pretty text-muted text-sm">{description}</p>
      </div>
      <div className="flex min-w-0 max-w-2xl flex-col gap-5">{children}</div>
    </section>
  );
}
