"use client";

import type { ButtonProps } from "@heroui/react";
import { NewWorkflowButton } from "@/components/home/new-workflow-button";

type DrawButtonProps = { endpoint: { id: string; name: string }; variant?: ButtonProps["variant"] };

/** Makes a workflow that begins with this endpoint, and opens its canvas. */
export function DrawButton({ endpoint, variant = "primary" }: DrawButtonProps) {
  const ring = {
    id: "ring",
    type: "webhook",
    name: endpoint.name,
    position: { x: 0, y: 0 },
    config: { endpointId: endpoint.id, eventTypes: [] },
  };
  return (
    <NewWorkflowButton
      variant={variant}
      name={endpoint.name}
      graph={{ nodes: [ring], edges: [] }}
      label="Draw what should happen"
    />
  );
}
