import type { ReactNode } from "react";
import { Mark } from "@/components/shell/mark";

/** For whoever has a link, member or not: nothing here leads into the console. */
export default function ApproveLayout({ children }: { children: ReactNode }) {
  return (
    <main className="grid min-h-dvh place-items-center px-4 py-10">
      <div className="flex w-full max-w-lg flex-col gap-6">
        <div className="flex items-center gap-2.5">
          <Mark className="size-9" />
          <span className="font-semibold text-xl tracking-tight">Doorbell</span>
        </div>
        {children}
      </div>
    </main>
  );
}
