"use client";

import { Button, Popover } from "@heroui/react";
import { CircleCheck, TriangleAlert } from "lucide-react";
import { useState } from "react";
import { ProblemList } from "@/components/editor/bar/problem-list";
import { useEditor } from "@/components/editor/store/editor-context";

/** How much is still to do before this can be published, and where. */
export function ProblemsButton() {
  const [isOpen, setIsOpen] = useState(false);
  const count = useEditor((state) => state.problems.all.length);
  const Icon = count === 0 ? CircleCheck : TriangleAlert;
  return (
    <Popover isOpen={isOpen} onOpenChange={setIsOpen}>
      <Button
        size="sm"
        variant="ghost"
        className={count === 0 ? "text-muted" : "text-warn"}
        aria-label={`To do: ${count}`}
      >
        <Icon aria-hidden />
        <span className="max-lg:hidden">{count === 0 ? "Ready" : `${count} to do`}</span>
      </Button>
      <Popover.Content placement="bottom end" className="w-80">
        <Popover.Dialog aria-label="To do before publishing" className="p-3">
          <ProblemList onGone={() => setIsOpen(false)} />
        </Popover.Dialog>
      </Popover.Content>
    </Popover>
  );
}
