"use client";

import { Dropdown, Separator } from "@heroui/react";
import { Ellipsis, Pencil, PlugZap, Trash2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { callApi } from "@/components/api/call-api";
import { DeleteDialog } from "@/components/connections/delete-dialog";
import { IconButton } from "@/components/ui/icon-button";
import { notify } from "@/components/ui/notify";
import { findConnectionKind } from "@/lib/catalog/connections";
import type { Connection, ConnectionTest, ConnectionUse } from "@/lib/domain/connections/connection";

type ConnectionMenuProps = {
  connection: Connection;
  uses: readonly ConnectionUse[];
  mayTest: boolean;
  mayChange: boolean;
};

/** What can be done with a connection without opening it. */
export function ConnectionMenu({ connection, uses, mayTest, mayChange }: ConnectionMenuProps) {
  const router = useRouter();
  const [isDeleting, setIsDeleting] = useState(false);
  const canTest = mayTest && findConnectionKind(connection.kind)?.test !== null;

  async function test() {
    const answer = await callApi<ConnectionTest>("POST", `/api/v1/connections/${connection.id}/test`, {});
    if (!answer.ok) return notify.bad(answer.error);
    if (answer.value.ok) notify.good(answer.value.message);
    else notify.bad(answer.value.message);
  }

  function act(key: string) {
    if (key === "open") router.push(`/connections/${connection.id}`);
    else if (key === "test") void test();
    else setIsDeleting(true);
  }

  return (
    <>
      <Dropdown>
        <IconButton icon={Ellipsis} size="sm" label={`More about ${connection.name}`} />
        <Dropdown.Popover placement="bottom end">
          <Dropdown.Menu aria-label={`For ${connection.name}`} onAction={(key) => act(String(key))}>
            <Dropdown.Item id="open" textValue={mayChange ? "Edit" : "Open"}>
              <Pencil aria-hidden className="size-4 text-muted" />
              {mayChange ? "Edit" : "Open"}
            </Dropdown.Item>
            {canTest ? (
              <Dropdown.Item id="test" textValue="Test connection">
                <PlugZap aria-hidden className="size-4 text-muted" />
                Test connection
              </Dropdown.Item>
            ) : null}
            {mayChange ? (
              <>
                <Separator />
                <Dropdown.Item id="delete" textValue="Delete" variant="danger" className="text-bad">
                  <Trash2 aria-hidden className="size-4" />
                  Delete
                </Dropdown.Item>
              </>
            ) : null}
          </Dropdown.Menu>
        </Dropdown.Popover>
      </Dropdown>
      {isDeleting ? (
        <DeleteDialog
          connection={connection}
          uses={uses}
          onClose={() => setIsDeleting(false)}
          onDeleted={() => router.refresh()}
        />
      ) : null}
    </>
  );
}
