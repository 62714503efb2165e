"use client";

import { CircleCheck, TriangleAlert } from "lucide-react";
import { useEditor } from "@/components/editor/store/editor-context";
import { nodeLabel } from "@/lib/domain/workflow/graph";
import { SETTINGS_FIELD } from "@/lib/domain/workflow/settings-problems";

/** What keeps the drawing from being published; each leads to where it is. */
export function ProblemList({ onGone }: { onGone: () => void }) {
  const problems = useEditor((state) => state.problems.all);
  const nodes = useEditor((state) => state.history.present.nodes);
  const goTo = useEditor((state) => state.goTo);
  const show = useEditor((state) => state.show);
  if (problems.length === 0) {
    return (
      <p className="flex items-center gap-2 text-good text-sm">
        <CircleCheck aria-hidden className="size-4 shrink-0" />
        Nothing is missing. It can be published.
      </p>
    );
  }
  return (
    <ul className="flex flex-col gap-0.5">
      {problems.map((problem) => {
        const node = nodes.find(({ id }) => id === problem.nodeId);
        return (
          <li key={`${problem.nodeId} ${problem.field} ${problem.message}`}>
            <button
              type="button"
              disabled={!node && problem.field !== SETTINGS_FIELD}
              onClick={() => {
                onGone();
                if (node) goTo(node.id);
                else show({ isSettingsOpen: true });
              }}
              className="flex w-full items-start gap-2 rounded-lg px-2 py-1.5 text-left text-sm enabled:hover:bg-surface-secondary"
            >
              <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-warn" />
              <span className="min-w-0">
                {node ? <span className="font-medium">{nodeLabel(node)}: </span> : null}
                <span className="text-muted">{problem.message}</span>
              </span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
