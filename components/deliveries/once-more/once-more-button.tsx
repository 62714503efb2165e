"use client";

import { Button, type ButtonProps } from "@heroui/react";
import { History } from "lucide-react";
import { useState } from "react";
import { type OnceMore, OnceMoreDialog } from "@/components/deliveries/once-more/once-more-dialog";
import { useLogKeys } from "@/components/log/use-log-keys";

type OnceMoreButtonProps = { onceMore: OnceMore; words: string; variant?: ButtonProps["variant"]; hasKey?: boolean };

/** Runs a delivery once more, after asking how; with `hasKey`, the key r does the same. */
export function OnceMoreButton({ onceMore, words, variant = "outline", hasKey = false }: OnceMoreButtonProps) {
  const [isOpen, setIsOpen] = useState(false);
  useLogKeys(hasKey ? { onRetry: () => setIsOpen(true) } : {});
  return (
    <>
      <Button variant={variant} onPress={() => setIsOpen(true)}>
        <History aria-hidden />
        {words}
      </Button>
      {isOpen ? <OnceMoreDialog onceMore={onceMore} onClose={() => setIsOpen(false)} /> : null}
    </>
  );
}
