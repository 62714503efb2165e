"use client";

import { Button, Modal } from "@heroui/react";
import { useState } from "react";
import { callApi } from "@/components/api/call-api";
import { ProblemList } from "@/components/editor/bar/problem-list";
import { useAutosave } from "@/components/editor/store/autosave-context";
import { useEditor, useEditorStore } from "@/components/editor/store/editor-context";
import { findProblems } from "@/components/editor/store/problems";
import { isChanged, rungFor } from "@/components/editor/store/selectors";
import { Notice } from "@/components/ui/notice";
import { notify } from "@/components/ui/notify";
import { manualFormOf } from "@/lib/domain/workflow/manual-form";

/** Asks for a note, says what is still missing, and publishes. */
export function PublishDialog() {
  const isOpen = useEditor((state) => state.isPublishOpen);
  const show = useEditor((state) => state.show);
  return (
    <Modal.Backdrop isOpen={isOpen} onOpenChange={(isPublishOpen) => show({ isPublishOpen })}>
      <Modal.Container size="sm">
        <Modal.Dialog aria-label="Publish">
          <PublishForm />
        </Modal.Dialog>
      </Modal.Container>
    </Modal.Backdrop>
  );
}

function PublishForm() {
  const store = useEditorStore();
  const autosave = useAutosave();
  const published = useEditor((state) => state.publishedVersion);
  const isNew = useEditor((state) => state.publishedVersion === null || isChanged(state));
  const isOpenDoor = useEditor((state) => rungFor(state)?.endpoint.source === "anyone");
  // Looked for right now: the store's own list is a moment behind.
  const graph = useEditor((state) => state.history.present);
  const endpoints = useEditor((state) => state.endpoints);
  const connections = useEditor((state) => state.connections);
  const isReady = findProblems(graph, { endpoints, connections }).all.length === 0;
  const [note, setNote] = useState("");
  const [complaint, setComplaint] = useState<string>();
  const [isPending, setIsPending] = useState(false);
  const close = () => store.getState().show({ isPublishOpen: false });

  async function publish() {
    setIsPending(true);
    setComplaint(undefined);
    const isSaved = await autosave()?.flush();
    const { id } = store.getState();
    const answer = isSaved
      ? await callApi<{ version: number }>("POST", `/api/v1/workflows/${id}/publish`, { note })
      : null;
    setIsPending(false);
    if (answer?.ok) {
      const { version } = answer.value;
      const manualForm = manualFormOf(store.getState().history.present)?.fields ?? null;
      store.setState({ publishedVersion: version, hasUnpublishedChanges: false, manualForm, ring: null });
      close();
      notify.good(`Version ${version} is published. It runs from the next delivery on.`);
    } else
      setComplaint(answer?.error ?? "The drawing could not be saved, so it was not published. Try again in a moment.");
  }

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void publish();
      }}
    >
      <Modal.Header>
        <Modal.Heading>Publish this workflow</Modal.Heading>
      </Modal.Header>
      <Modal.Body className="flex flex-col gap-4">
        <p className="text-muted text-sm">
          {isNew
            ? `This becomes version ${(published ?? 0) + 1}, and runs from the next delivery on. Runs under way end as they began.`
            : `Nothing has changed since version ${published} was published.`}
        </p>
        <div className="rounded-xl border border-border p-2.5">
          <ProblemList onGone={close} />
          {isReady && isOpenDoor ? (
            <p className="mt-2 text-pretty text-muted text-sm">
              Its endpoint takes requests from anyone who knows the address. If the sender can sign, choose a source
              that checks.
            </p>
          ) : null}
        </div>
        <div className="flex flex-col gap-1.5">
          <label htmlFor="publish-note" className="font-medium text-sm">
            Note <span className="font-normal text-muted">(optional)</span>
          </label>
          <input
            id="publish-note"
            className="box-input"
            maxLength={500}
            autoComplete="off"
            placeholder="What is different now?"
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
        </div>
        {complaint ? (
          <Notice tone="bad" isAlert>
            {complaint}
          </Notice>
        ) : null}
      </Modal.Body>
      <Modal.Footer>
        {isReady ? null : <span className="mr-auto text-sm text-warn">Solve what is listed first.</span>}
        <Button variant="tertiary" onPress={close}>
          Cancel
        </Button>
        <Button type="submit" isPending={isPending} isDisabled={!isReady || !isNew}>
          {isPending ? "Publishing…" : "Publish"}
        </Button>
      </Modal.Footer>
    </form>
  );
}
