"use client";

import { AlertDialog, Button } from "@heroui/react";
import { type ReactNode, useState } from "react";

type ConfirmDialogProps = {
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  /** The question: “Delete this endpoint?” */
  title: string;
  /** What follows from a yes. */
  children: ReactNode;
  /** The verb on the button: “Delete endpoint”. */
  action: string;
  /** The word for a no. */
  stay?: string;
  isDangerous?: boolean;
  /** The dialog stays open, and waiting, until this is done. */
  onConfirm: () => Promise<void> | void;
};

/** Asks before something that cannot be taken back. */
export function ConfirmDialog({
  isOpen,
  onOpenChange,
  title,
  children,
  action,
  stay = "Cancel",
  isDangerous = true,
  onConfirm,
}: ConfirmDialogProps) {
  const [isPending, setIsPending] = useState(false);

  async function confirm() {
    setIsPending(true);
    try {
      await onConfirm();
      onOpenChange(false);
    } finally {
      setIsPending(false);
    }
  }

  return (
    <AlertDialog.Backdrop isOpen={isOpen} onOpenChange={onOpenChange}>
      <AlertDialog.Container size="sm">
        <AlertDialog.Dialog>
          <AlertDialog.Header>
            <AlertDialog.Heading>{title}</AlertDialog.Heading>
          </AlertDialog.Header>
          <AlertDialog.Body className="text-muted text-sm">{children}</AlertDialog.Body>
          <AlertDialog.Footer>
            <Button variant="tertiary" slot="close">
              {stay}
            </Button>
            <Button variant={isDangerous ? "danger" : "primary"} isPending={isPending} onPress={confirm}>
              {action}
            </Button>
          </AlertDialog.Footer>
        </AlertDialog.Dialog>
      </AlertDialog.Container>
    </AlertDialog.Backdrop>
  );
}
