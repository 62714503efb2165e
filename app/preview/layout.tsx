import { Shell } from "@/components/shell/shell";
import type { ReactNode } from "react";
export default function L({ children }: { children: ReactNode }) {
  return <Shell account={{ name: "Ada Okafor", email: "ada@example.com" }} theme="system">{children}</Shell>;
}
