"use client";

import { Pause, Play } from "lucide-react";
import { useState } from "react";
import { callApi } from "@/components/api/call-api";
import { useEditor, useEditorStore } from "@/components/editor/store/editor-context";
import { IconButton } from "@/components/ui/icon-button";
import { notify } from "@/components/ui/notify";

/** Stops new runs, or lets them start again. Only for what is published. */
export function PauseButton() {
  const store = useEditorStore();
  const isPaused = useEditor((state) => state.status === "paused");
  const isPublished = useEditor((state) => state.publishedVersion !== null);
  const [isPending, setIsPending] = useState(false);
  if (!isPublished) return null;

  async function toggle() {
    setIsPending(true);
    const answer = await callApi(
      "POST",
      `/api/v1/workflows/${store.getState().id}/${isPaused ? "resume" : "pause"}`,
      {},
    );
    setIsPending(false);
    if (!answer.ok) {
      notify.bad(answer.error);
      return;
    }
    store.setState({ status: isPaused ? "active" : "paused" });
    store.getState().announce(isPaused ? "Active again." : "Paused.");
  }

  return (
    <IconButton
      icon={isPaused ? Play : Pause}
      size="sm"
      label={isPaused ? "Resume" : "Pause"}
      isPending={isPending}
      onPress={toggle}
    />
  );
}
