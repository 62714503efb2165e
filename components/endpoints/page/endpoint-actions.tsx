"use client";

import { Dropdown, Separator } from "@heroui/react";
import { Ellipsis, Pause, Pencil, Play, Power, PowerOff, Trash2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { callApi } from "@/components/api/call-api";
import { RenameDialog } from "@/components/endpoints/page/rename-dialog";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { IconButton } from "@/components/ui/icon-button";
import { notify } from "@/components/ui/notify";
import type { Endpoint } from "@/lib/domain/endpoints/endpoint";

type Asking = "rename" | "pause" | "disable" | "delete" | null;

const SAID = {
  active: "Active: what arrives runs at once.",
  paused: "Paused: what arrives is kept, and waits.",
  disabled: "Switched off: nobody can ring it.",
} as const;

/** What can be done to an endpoint besides ringing it. */
export function EndpointActions({ endpoint }: { endpoint: Pick<Endpoint, "id" | "name" | "status"> }) {
  const router = useRouter();
  const [asking, setAsking] = useState<Asking>(null);
  const path = `/api/v1/endpoints/${endpoint.id}`;
  const { status } = endpoint;
  const close = () => setAsking(null);

  async function setStatus(next: Endpoint["status"]) {
    const answer = await callApi("PATCH", path, { status: next });
    if (!answer.ok) return notify.bad(answer.error);
    notify.good(SAID[next]);
    router.refresh();
  }

  async function remove() {
    const answer = await callApi("DELETE", path);
    if (!answer.ok) return notify.bad(answer.error);
    router.push("/endpoints");
    router.refresh();
  }

  function act(action: string) {
    if (action === "activate") void setStatus("active");
    else if (action === "rename" || action === "pause" || action === "disable" || action === "delete")
      setAsking(action);
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
            {status === "active" ? (
              <Dropdown.Item id="pause" textValue="Pause">
                <Pause aria-hidden className="size-4 text-muted" />
                Pause
              </Dropdown.Item>
            ) : (
              <Dropdown.Item id="activate" textValue={status === "paused" ? "Resume" : "Switch on"}>
                {status === "paused" ? (
                  <Play aria-hidden className="size-4 text-muted" />
                ) : (
                  <Power aria-hidden className="size-4 text-muted" />
                )}
                {status === "paused" ? "Resume" : "Switch on"}
              </Dropdown.Item>
            )}
            {status === "disabled" ? null : (
              <Dropdown.Item id="disable" textValue="Switch off">
                <PowerOff aria-hidden className="size-4 text-muted" />
                Switch off
              </Dropdown.Item>
            )}
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
        isOpen={asking === "pause"}
        onOpenChange={close}
        title="Pause this endpoint?"
        action="Pause endpoint"
        isDangerous={false}
        onConfirm={() => setStatus("paused")}
      >
        What arrives is still checked and kept, and the sender is told that all is well. No workflow runs until you
        release it.
      </ConfirmDialog>
      <ConfirmDialog
        isOpen={asking === "disable"}
        onOpenChange={close}
        title="Switch this endpoint off?"
        action="Switch off"
        isDangerous={false}
        onConfirm={() => setStatus("disabled")}
      >
        Whoever rings is told that there is no such address, and may give up for good. Nothing is kept meanwhile. To
        keep what arrives, pause it instead.
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
