"use client";

import { Modal } from "@heroui/react";
import { SHORTCUTS } from "@/components/editor/keys/shortcuts";
import { useEditor } from "@/components/editor/store/editor-context";

/** The shortcuts, on one sheet. */
export function HelpSheet() {
  const isOpen = useEditor((state) => state.isHelpOpen);
  const show = useEditor((state) => state.show);
  const mod = typeof navigator !== "undefined" && /Mac|iPhone|iPad/.test(navigator.userAgent) ? "⌘" : "Ctrl";
  return (
    <Modal.Backdrop isOpen={isOpen} onOpenChange={(isHelpOpen) => show({ isHelpOpen })}>
      <Modal.Container size="lg">
        <Modal.Dialog aria-label="Shortcuts">
          <Modal.CloseTrigger />
          <Modal.Header>
            <Modal.Heading>Shortcuts</Modal.Heading>
          </Modal.Header>
          <Modal.Body className="grid gap-6 sm:grid-cols-3">
            {SHORTCUTS.map((group) => (
              <section key={group.title} className="flex flex-col gap-2">
                <h3 className="eyebrow">{group.title}</h3>
                <dl className="flex flex-col gap-2 text-sm">
                  {group.keys.map(({ keys, what }) => (
                    <div key={keys} className="flex flex-col">
                      <dt className="font-mono text-accent-soft-foreground text-xs">{keys.replaceAll("mod", mod)}</dt>
                      <dd>{what}</dd>
                    </div>
                  ))}
                </dl>
              </section>
            ))}
          </Modal.Body>
        </Modal.Dialog>
      </Modal.Container>
    </Modal.Backdrop>
  );
}
