"use client";

import { Button, Tooltip } from "@heroui/react";
import { Check, Copy } from "lucide-react";
import { useEffect, useState } from "react";
import { copyText } from "@/components/ui/copy-text";
import { notify } from "@/components/ui/notify";

const SHOWN_MS = 1_800;

type CopyButtonProps = {
  value: string;
  /** What the button is called, as in “Copy URL”. */
  label?: string;
  /** Shows the label beside the icon; otherwise it is a tooltip. */
  isLabelled?: boolean;
  variant?: "ghost" | "outline" | "tertiary" | "primary";
  size?: "sm" | "md";
};

/** Copies a text, and says so for a moment. */
export function CopyButton({
  value,
  label = "Copy",
  isLabelled = false,
  variant = "ghost",
  size = "sm",
}: CopyButtonProps) {
  const [isCopied, setIsCopied] = useState(false);

  useEffect(() => {
    if (!isCopied) return;
    const timer = setTimeout(() => setIsCopied(false), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [isCopied]);

  async function copy() {
    if (await copyText(value)) setIsCopied(true);
    else notify.bad("This browser does not let Doorbell copy. Select the text and copy it by hand.");
  }

  const icon = isCopied ? <Check aria-hidden className="text-good" /> : <Copy aria-hidden />;
  const button = (
    <Button variant={variant} size={size} isIconOnly={!isLabelled} aria-label={label} onPress={copy}>
      {icon}
      {isLabelled ? (isCopied ? "Copied" : label) : null}
    </Button>
  );
  return (
    <>
      {isLabelled ? (
        button
      ) : (
        <Tooltip>
          {button}
          <Tooltip.Content>{isCopied ? "Copied" : label}</Tooltip.Content>
        </Tooltip>
      )}
      <span role="status" className="sr-only">
        {isCopied ? "Copied" : ""}
      </span>
    </>
  );
}
