"use client";

import { callApi } from "@/components/api/call-api";
import { UseList } from "@/components/connections/use-list";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { notify } from "@/components/ui/notify";
import type { Connection, ConnectionUse } from "@/lib/domain/connections/connection";

type DeleteDialogProps = {
  connection: Pick<Connection, "id" | "name">;
  uses: readonly ConnectionUse[];
  onClose: () => void;
  onDeleted: () => void;
};

/** Asks before a connection is deleted; one in use only after its workflows were named. */
export function DeleteDialog({ connection, uses, onClose, onDeleted }: DeleteDialogProps) {
  const isUsed = uses.length > 0;

  async function remove() {
    const path = `/api/v1/connections/${connection.id}`;
    const answer = await callApi("DELETE", isUsed ? `${path}?force=true` : path);
    if (!answer.ok) return notify.bad(answer.error);
    notify.good(`“${connection.name}” is deleted.`);
    onDeleted();
  }

  return (
    <ConfirmDialog
      isOpen
      onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}
      title={isUsed ? `“${connection.name}” is in use. Delete it anyway?` : `Delete “${connection.name}”?`}
      action={isUsed ? "Delete anyway" : "Delete connection"}
      onConfirm={remove}
    >
      {isUsed ? (
        <div className="mb-3 flex flex-col gap-2 text-foreground">
          <p>
            {uses.length === 1 ? "The runs of this workflow fail from now on:" : "The runs of these fail from now on:"}
          </p>
          <UseList uses={uses} />
        </div>
      ) : null}
      Its secrets are gone for good. The account at the service itself stays as it is: end the key there, too.
    </ConfirmDialog>
  );
}
