import { ExternalLink } from "lucide-react";
import type { ReactNode } from "react";

/** A link to somebody else's page, which opens a tab of its own. */
export function OutsideLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <a
      href={href}
      target="_blank"
      rel="noreferrer"
      className="text-link inline-flex w-fit items-center gap-1.5 text-sm"
    >
      {children}
      <ExternalLink aria-hidden className="size-3.5" />
      <span className="sr-only">(opens a new tab)</span>
    </a>
  );
}
