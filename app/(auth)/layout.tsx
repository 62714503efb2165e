import type { ReactNode } from "react";
import { Doorway } from "@/components/auth/doorway";
import { Mark } from "@/components/shell/mark";

export default function AuthLayout({ children }: { children: ReactNode }) {
  return (
    <div className="grid min-h-dvh lg:grid-cols-[minmax(0,1fr)_minmax(0,1.1fr)]">
      <Doorway />
      <main className="flex flex-col items-center justify-center px-5 py-10 sm:px-10">
        <div className="flex w-full max-w-sm flex-col gap-7">
          <div className="flex items-center gap-2.5 lg:hidden">
            <Mark className="size-9" />
            <span className="font-semibold text-xl tracking-tight">Doorbell</span>
          </div>
          {children}
        </div>
      </main>
    </div>
  );
}
