"use client";

import { Dropdown, Separator } from "@heroui/react";
import { Ellipsis, Pause, Pencil, Play, Trash2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { callApi } from "@/components/api/call-api";
import { RenameDialog } from "@/components/endpoints/rename-dialog";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { IconButton } from "@/components/ui/icon-button";
import { notify } from "@/components/ui/notify";
import type { Endpoint } from "@/lib/domain/endpoints/endpoint";

type Asking = "rename" | "disable" | "delete" | null;

/** What can be done to an endpoint besides ringing it. */
export function EndpointActions({ endpoint }: { endpoint: Pick<Endpoint, "id" | "name" | "status"> }) {
  const router = useRouter();
  const [asking, setAsking] = useState<Asking>(null);
  const path = `/api/v1/endpoints/${endpoint.id}`;
  const isActive = endpoint.status === "active";
  const close = () => setAsking(null);

  async function setStatus(status: Endpoint["status"]) {
    const answer = await callApi("PATCH", path, { status });
    if (!answer.ok) return notify.bad(answer.error);
    notify.good(status === "active" ? "Enabled: it takes requests again." : "Disabled: nobody can ring it.");
    router.refresh();
  }

  async function remove() {
    const answer = await callApi("DELETE", path);
    if (!answer.ok) return notify.bad(answer.error);
    router.push("/endpoints");
    router.refresh();
  }

  function act(action: string) {
    if (action === "enable") void setStatus("active");
    else if (action === "rename" || action === "disable" || action === "delete") setAsking(action);
  }

  return (
    <>
      <Dropdown>
        <IconButton icon={Ellipsis} label="More actions" variant="outline" />
        <Dropdown.Popover placement="bottom end">
          <Dropdown.Menu aria-label="Actions" onAction={(key) => act(String(key))}>
            <Dropdown.Item id="rename" textValue="Rename">
              <Pencil aria-hidden className="size-4 text-muted" />
              Rename
            </Dropdown.Item>
            <Dropdown.Item id={isActive ? "disable" : "enable"} textValue={isActive ? "Disable" : "Enable"}>
              {isActive ? (
                <Pause aria-hidden className="size-4 text-muted" />
              ) : (
                <Play aria-hidden className="size-4 text-muted" />
              )}
              {isActive ? "Disable" : "Enable"}
            </Dropdown.Item>
            <Separator />
            <Dropdown.Item id="delete" textValue="Delete" variant="danger" className="text-bad">
              <Trash2 aria-hidden className="size-4" />
              Delete
            </Dropdown.Item>
          </Dropdown.Menu>
        </Dropdown.Popover>
      </Dropdown>
      {asking === "rename" ? <RenameDialog endpoint={endpoint} onClose={close} /> : null}
      <ConfirmDialog
        isOpen={asking === "disable"}
        onOpenChange={close}
        title="Disable this endpoint?"
        action="Disable endpoint"
        isDangerous={false}
        onConfirm={() => setStatus("disabled")}
      >
        Whoever rings is told that there is no such address, and may give up. What arrived before stays. You can enable
        it again.
      </ConfirmDialog>
      <ConfirmDialog
        isOpen={asking === "delete"}
        onOpenChange={close}
        title={`Delete “${endpoint.name}”?`}
        action="Delete endpoint"
        onConfirm={remove}
      >
        Its address stops working for good: a new endpoint gets a new one. Workflows that listen to it are no longer
        rung. The deliveries stay in the log.
      </ConfirmDialog>
    </>
  );
}
