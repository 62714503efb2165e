import type { ComponentProps } from "react";
import { Monogram } from "@/components/ui/monogram";
import { findConnectionKind } from "@/lib/catalog/connections";
import { findSource } from "@/lib/catalog/sources";

type KindLogoProps = { kind: string; size?: NonNullable<ComponentProps<typeof Monogram>["size"]> };

/** The monogram of a kind of connection, in the colour of its service. Its name has to stand beside it. */
export function KindLogo({ kind, size = "md" }: KindLogoProps) {
  const name = findConnectionKind(kind)?.name ?? "?";
  return <Monogram name={name} color={serviceColor(kind) ?? colorOf(kind)} size={size} />;
}

/** Of the source of that name; the kind `slack-webhook` has the colour of Slack. */
function serviceColor(kind: string): string | undefined {
  const [service = ""] = kind.split("-");
  return (findSource(kind) ?? findSource(service))?.color;
}

/** For services that ring nobody, and so have no colour among the sources. */
const COLORS = ["#3b5b92", "#2f6f62", "#7a4a8c", "#9a5b2c", "#5a6472", "#8a3f52"];

function colorOf(kind: string): string {
  const sum = [...kind].reduce((total, letter) => total + letter.charCodeAt(0), 0);
  return COLORS[sum % COLORS.length] ?? "#5a6472";
}
