import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { requireActor } from "@/app/actor";
import { COUNTED_MAX } from "@/components/approvals/waiting-count";
import { Shell } from "@/components/shell/shell";
import { parseTheme, THEME_COOKIE } from "@/components/shell/theme";
import { listApprovals } from "@/lib/services/list-approvals";
import { readAccount } from "@/lib/services/read-account";

export default async function ConsoleLayout({ children }: { children: ReactNode }) {
  const actor = await requireActor();
  const [{ name, email }, { items: waiting }] = await Promise.all([
    readAccount(actor),
    listApprovals(actor, { status: "open", limit: COUNTED_MAX }),
  ]);
  const theme = parseTheme((await cookies()).get(THEME_COOKIE)?.value);
  return (
    <Shell account={{ name, email }} theme={theme} waiting={waiting.length}>
      {children}
    </Shell>
  );
}
