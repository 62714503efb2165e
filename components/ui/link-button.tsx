import { type ButtonVariants, buttonVariants, cn } from "@heroui/styles";
import Link from "next/link";
import type { ComponentProps } from "react";

type LinkButtonProps = ComponentProps<typeof Link> &
  Pick<ButtonVariants, "variant" | "size" | "fullWidth" | "isIconOnly">;

/** A link that looks like a button, for going somewhere. */
export function LinkButton({ variant, size, fullWidth, isIconOnly, className, ...link }: LinkButtonProps) {
  return <Link {...link} className={cn(buttonVariants({ variant, size, fullWidth, isIconOnly }), className)} />;
}
