"use client";

import { Button, type ButtonProps } from "@heroui/react";
import { Plus } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { callApi } from "@/components/api/call-api";
import { notify } from "@/components/ui/notify";
import type { Graph } from "@/lib/domain/workflow/graph";

type NewWorkflowButtonProps = Pick<ButtonProps, "variant" | "size"> & {
  /** What the drawing begins with. */
  graph?: Graph;
  name?: string;
  label?: string;
};

/** Makes a workflow and opens its canvas. */
export function NewWorkflowButton({
  graph,
  name = "New workflow",
  label = "New workflow",
  ...button
}: NewWorkflowButtonProps) {
  const router = useRouter();
  const [isPending, setIsPending] = useState(false);

  async function make() {
    setIsPending(true);
    const body = { name, graph: graph ?? { nodes: [], edges: [] } };
    const answer = await callApi<{ id: string }>("POST", "/api/v1/workflows", body);
    if (answer.ok) {
      router.push(`/workflows/${answer.value.id}`);
      return;
    }
    setIsPending(false);
    notify.bad(answer.error);
  }

  return (
    <Button {...button} isPending={isPending} onPress={make}>
      <Plus aria-hidden />
      {label}
    </Button>
  );
}
