"use client";

import { Button, Modal } from "@heroui/react";
import type { FormEvent, ReactNode } from "react";
import { Notice } from "@/components/ui/notice";

type FormDialogProps = {
  title: string;
  size?: "md" | "lg";
  children: ReactNode;
  /** What went wrong with the last try. */
  complaint: string | undefined;
  submit: { label: string; isPending: boolean; isDisabled?: boolean; autoFocus?: boolean };
  onSubmit: (event: FormEvent) => void;
  onClose: () => void;
};

/** A dialog that is one form: what it asks, what went wrong, and the two ways out. The caller checks what was entered. */
export function FormDialog({ title, size = "lg", children, complaint, submit, onSubmit, onClose }: FormDialogProps) {
  const { label, ...button } = submit;
  return (
    <Modal.Backdrop isOpen onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}>
      <Modal.Container size={size} scroll="inside">
        <Modal.Dialog>
          <Modal.Header>
            <Modal.Heading>{title}</Modal.Heading>
          </Modal.Header>
          <form onSubmit={onSubmit} noValidate className="contents">
            <Modal.Body className={`flex flex-col px-0.5 pb-1 ${size === "lg" ? "gap-5" : "gap-4"}`}>
              {children}
              {complaint ? (
                <Notice tone="bad" isAlert>
                  {complaint}
                </Notice>
              ) : null}
            </Modal.Body>
            <Modal.Footer>
              <Button variant="tertiary" onPress={onClose}>
                Cancel
              </Button>
              <Button type="submit" {...button}>
                {label}
              </Button>
            </Modal.Footer>
          </form>
        </Modal.Dialog>
      </Modal.Container>
    </Modal.Backdrop>
  );
}
