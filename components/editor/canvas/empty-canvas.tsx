"use client";

import { Button } from "@heroui/react";
import { BellRing } from "lucide-react";
import { Panel } from "reactflow";
import { useEditor } from "@/components/editor/store/editor-context";

/** What an empty canvas asks for: somebody who rings. */
export function EmptyCanvas() {
  const add = useEditor((state) => state.add);
  const show = useEditor((state) => state.show);
  return (
    <Panel position="top-center" className="mt-[18vh]! w-[min(26rem,calc(100%-2rem))]">
      <div className="flex flex-col items-center gap-3 rounded-2xl border border-field-border border-dashed bg-surface/85 px-6 py-7 text-center">
        <span aria-hidden className="grid size-12 place-items-center rounded-full bg-accent text-accent-foreground">
          <BellRing className="size-5.5" />
        </span>
        <p className="font-semibold">Who rings?</p>
        <p className="text-balance text-muted text-sm">
          Every workflow starts with a webhook. Add it here, or drag it from the left, then say what should follow.
        </p>
        <Button
          onPress={() => {
            add("webhook", null);
            show({ isPanelOpen: true });
          }}
        >
          Add the first step
        </Button>
      </div>
    </Panel>
  );
}
