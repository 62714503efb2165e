"use client";

import { useState } from "react";
import { callApi } from "@/components/api/call-api";
import { useEditor, useEditorStore } from "@/components/editor/store/editor-context";
import { notify } from "@/components/ui/notify";

/** The workflow's name, to be changed where it stands. */
export function WorkflowName() {
  const store = useEditorStore();
  const name = useEditor((state) => state.name);
  const [draft, setDraft] = useState<string>();

  async function rename() {
    const next = draft?.trim();
    setDraft(undefined);
    if (!next || next === name) return;
    store.setState({ name: next });
    const answer = await callApi("PATCH", `/api/v1/workflows/${store.getState().id}`, { name: next });
    if (answer.ok) return;
    store.setState({ name });
    notify.bad(answer.error);
  }

  return (
    <h1 className="min-w-0 shrink">
      <input
        aria-label="Workflow name"
        maxLength={100}
        autoComplete="off"
        value={draft ?? name}
        onChange={(event) => setDraft(event.target.value)}
        onBlur={rename}
        onKeyDown={(event) => {
          if (event.key === "Enter") event.currentTarget.blur();
          if (event.key === "Escape") setDraft(undefined);
        }}
        className="field-sizing-content h-8 min-w-20 max-w-full truncate rounded-lg border border-transparent bg-transparent px-2 font-semibold text-[0.9375rem] hover:border-border focus:border-focus focus:bg-(--field-background) md:max-w-72"
      />
    </h1>
  );
}
