"use client";

import { Button, Dropdown } from "@heroui/react";
import { Ellipsis } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { callApi } from "@/components/api/call-api";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { notify } from "@/components/ui/notify";
import { RunNowDialog } from "@/components/workflows/run-now/run-now-dialog";
import type { WorkflowSummary } from "@/lib/domain/workflow/workflow";

type WorkflowMenuProps = {
  workflow: Pick<WorkflowSummary, "id" | "name" | "status" | "publishedVersion" | "manualForm">;
};

/** What can be done with a workflow without opening it. */
export function WorkflowMenu({ workflow }: WorkflowMenuProps) {
  const router = useRouter();
  const [isDeleting, setIsDeleting] = useState(false);
  const [isStarting, setIsStarting] = useState(false);
  const path = `/api/v1/workflows/${workflow.id}`;
  const isPaused = workflow.status === "paused";

  async function change(call: ReturnType<typeof callApi>) {
    const answer = await call;
    if (answer.ok) router.refresh();
    else notify.bad(answer.error);
  }

  function act(key: string) {
    if (key === "delete") setIsDeleting(true);
    else if (key === "run") setIsStarting(true);
    else void change(callApi("POST", `${path}/${key}`, {}));
  }

  return (
    <>
      <Dropdown>
        <Button size="sm" variant="ghost" isIconOnly aria-label={`More about ${workflow.name}`}>
          <Ellipsis aria-hidden />
        </Button>
        <Dropdown.Popover placement="bottom end">
          <Dropdown.Menu aria-label={`For ${workflow.name}`} onAction={(key) => act(String(key))}>
            {workflow.manualForm && !isPaused ? (
              <Dropdown.Item id="run" textValue="Run now">
                Run now…
              </Dropdown.Item>
            ) : null}
            {workflow.publishedVersion === null ? null : (
              <Dropdown.Item id={isPaused ? "resume" : "pause"} textValue={isPaused ? "Resume" : "Pause"}>
                {isPaused ? "Resume" : "Pause"}
              </Dropdown.Item>
            )}
            <Dropdown.Item id="delete" textValue="Delete" variant="danger">
              Delete
            </Dropdown.Item>
          </Dropdown.Menu>
        </Dropdown.Popover>
      </Dropdown>
      {isStarting && workflow.manualForm ? (
        <RunNowDialog
          workflow={{ ...workflow, fields: workflow.manualForm }}
          onClose={() => setIsStarting(false)}
          onStarted={({ id }) => router.push(`/runs/${id}`)}
        />
      ) : null}
      <ConfirmDialog
        isOpen={isDeleting}
        onOpenChange={setIsDeleting}
        title={`Delete “${workflow.name}”?`}
        action="Delete workflow"
        onConfirm={() => change(callApi("DELETE", path))}
      >
        It no longer runs, and its drawing and versions are gone. Its endpoint stays, and so do the deliveries.
      </ConfirmDialog>
    </>
  );
}
