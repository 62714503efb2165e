import { Eye } from "lucide-react";

/** In place of the buttons, for whoever may only look. */
export function WhoDecides() {
  return (
    <p className="flex items-start gap-2 text-pretty text-muted text-sm">
      <Eye aria-hidden className="mt-0.5 size-4 shrink-0" />
      You can look, not decide: that is for editors, admins and owners, and for whoever was sent the link.
    </p>
  );
}
