import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { requireActor } from "@/app/actor";
import { Shell } from "@/components/shell/shell";
import { parseTheme, THEME_COOKIE } from "@/components/shell/theme";
import { readAccount } from "@/lib/services/read-account";

export default async function ConsoleLayout({ children }: { children: ReactNode }) {
  const { name, email } = await readAccount(await requireActor());
  const theme = parseTheme((await cookies()).get(THEME_COOKIE)?.value);
  return (
    <Shell account={{ name, email }} theme={theme}>
      {children}
    </Shell>
  );
}
