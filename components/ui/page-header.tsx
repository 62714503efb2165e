import { ArrowLeft } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";

type PageHeaderProps = {
  title: ReactNode;
  /** A line beneath the title. */
  description?: ReactNode;
  /** Where this screen hangs: a link above the title. */
  back?: { href: string; label: string };
  /** Beside the title: a status, a logo. */
  beside?: ReactNode;
  /** What can be done here, most wanted last. */
  actions?: ReactNode;
};

/** The head of a screen, with its one h1. */
export function PageHeader({ title, description, back, beside, actions }: PageHeaderProps) {
  return (
    <header className="flex flex-col gap-3">
      {back ? (
        <Link
          href={back.href}
          className="-ml-1 inline-flex w-fit items-center gap-1.5 rounded-md px-1 text-muted text-sm hover:text-foreground"
        >
          <ArrowLeft aria-hidden className="size-4" />
          {back.label}
        </Link>
      ) : null}
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div className="flex min-w-0 flex-col gap-1">
          <div className="flex min-w-0 flex-wrap items-center gap-3">
            <h1 className="wrap-anywhere min-w-0 font-semibold text-2xl tracking-tight">{title}</h1>
            {beside}
          </div>
          {description ? <p className="max-w-2xl text-pretty text-muted text-sm">{description}</p> : null}
        </div>
        {actions ? <div className="flex flex-wrap items-center gap-2">{actions}</div> : null}
      </div>
    </header>
  );
}
