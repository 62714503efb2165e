import type { ComponentProps } from "react";
import { Monogram } from "@/components/ui/monogram";
import { findSource } from "@/lib/catalog/sources";

type SourceLogoProps = { source: string; size?: NonNullable<ComponentProps<typeof Monogram>["size"]> };

/** A source's monogram in its colour. Its name has to stand beside it. */
export function SourceLogo({ source, size = "md" }: SourceLogoProps) {
  const { name, color } = findSource(source) ?? { name: "?", color: "#6b7280" };
  return <Monogram name={name} color={color} size={size} />;
}
