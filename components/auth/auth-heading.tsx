import type { ReactNode } from "react";

/** The head of a sign-in screen. */
export function AuthHeading({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="flex flex-col gap-1.5">
      <h1 className="font-semibold text-2xl tracking-tight">{title}</h1>
      <p className="text-pretty text-muted text-sm">{children}</p>
    </div>
  );
}
