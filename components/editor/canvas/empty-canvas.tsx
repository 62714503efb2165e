"use client";

import { Panel } from "reactflow";
import { NodeIcon } from "@/components/editor/node-icon";
import { useEditor } from "@/components/editor/store/editor-context";
import { nodes } from "@/lib/catalog/nodes/index";

const TRIGGERS = nodes.filter(({ kind }) => kind === "trigger");

/** What an empty canvas asks for: something that starts it. */
export function EmptyCanvas() {
  const add = useEditor((state) => state.add);
  const show = useEditor((state) => state.show);
  return (
    <Panel position="top-center" className="mt-[12vh]! w-[min(30rem,calc(100%-2rem))]">
      <div className="flex flex-col gap-4 rounded-2xl border border-field-border border-dashed bg-surface/85 px-5 py-6">
        <div className="flex flex-col gap-1 text-center">
          <p className="font-semibold">What starts it?</p>
          <p className="text-balance text-muted text-sm">
            Choose here<span className="max-md:hidden">, or drag it from the left</span>. Then say what should follow.
          </p>
        </div>
        <ul className="grid gap-2 sm:grid-cols-2">
          {TRIGGERS.map(({ type, name, summary, icon }) => (
            <li key={type} className="flex">
              <button
                type="button"
                onClick={() => {
                  add(type, null);
                  show({ isPanelOpen: true });
                }}
                className="flex flex-1 items-start gap-3 rounded-xl border border-border bg-surface p-3 text-left transition-colors hover:border-(--field-border-hover) hover:bg-surface-secondary"
              >
                <NodeIcon icon={icon} kind="trigger" />
                <span className="flex min-w-0 flex-col">
                  <span className="font-medium text-sm">{name}</span>
                  <span className="text-pretty text-muted text-xs">{summary}</span>
                </span>
              </button>
            </li>
          ))}
        </ul>
      </div>
    </Panel>
  );
}
