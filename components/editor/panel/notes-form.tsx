"use client";

import { useEditor } from "@/components/editor/store/editor-context";
import type { Node } from "@/lib/domain/workflow/graph";

/** A remark for whoever looks at this next. */
export function NotesForm({ node }: { node: Node }) {
  const changeNode = useEditor((state) => state.changeNode);
  return (
    <div className="flex flex-col gap-1.5">
      <label htmlFor="step-note" className="font-medium text-sm">
        Note
      </label>
      <textarea
        id="step-note"
        rows={6}
        maxLength={2_000}
        value={node.note ?? ""}
        placeholder="Why this step is here, whom to ask about it."
        onChange={(event) => changeNode(node.id, { note: event.target.value }, "note")}
        className="box-input"
      />
      <p className="text-muted text-xs">For you and your team. It changes nothing about what happens.</p>
    </div>
  );
}
