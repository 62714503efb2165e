"use client";

import { Button, type ButtonProps, Tooltip } from "@heroui/react";
import type { LucideIcon } from "lucide-react";

type IconButtonProps = Omit<ButtonProps, "children" | "isIconOnly" | "aria-label"> & {
  icon: LucideIcon;
  label: string;
};

/** A button that is only an icon, with its name as tooltip and for screen readers. */
export function IconButton({ icon: Icon, label, variant = "ghost", ...button }: IconButtonProps) {
  return (
    <Tooltip>
      <Button {...button} variant={variant} isIconOnly aria-label={label}>
        <Icon aria-hidden />
      </Button>
      <Tooltip.Content>{label}</Tooltip.Content>
    </Tooltip>
  );
}
