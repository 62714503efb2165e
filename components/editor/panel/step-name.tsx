"use client";

import { useEditor } from "@/components/editor/store/editor-context";
import type { Node } from "@/lib/domain/workflow/graph";

/** The id of the field that F2 goes to. */
export const STEP_NAME_ID = "step-name";

/** The step's name, to be changed where it stands. Its id stays: what templates call it by. */
export function StepName({ node, kind }: { node: Node; kind: string }) {
  const changeNode = useEditor((state) => state.changeNode);
  return (
    <div className="flex min-w-0 flex-1 flex-col">
      <input
        id={STEP_NAME_ID}
        aria-label="Step name"
        maxLength={200}
        autoComplete="off"
        value={node.name}
        placeholder={node.id}
        onChange={(event) => changeNode(node.id, { name: event.target.value }, "name")}
        onKeyDown={(event) => {
          if (event.key === "Enter") event.currentTarget.blur();
        }}
        className="-ml-1.5 w-full truncate rounded-md border border-transparent bg-transparent px-1.5 font-semibold leading-6 hover:border-border focus:border-focus focus:bg-(--field-background)"
      />
      <span className="truncate text-muted text-xs">
        {kind} · <span className="font-mono">{node.id}</span>
      </span>
    </div>
  );
}
