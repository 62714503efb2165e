"use client";

import { createContext, useContext } from "react";
import type { NamedWorkflow } from "@/lib/domain/workflow/workflow";

const WorkflowOptionsContext = createContext<readonly NamedWorkflow[]>([]);

/** Gives workflow fields something to choose from. */
export const WorkflowOptionsProvider = WorkflowOptionsContext.Provider;

export function useWorkflowOptions(): readonly NamedWorkflow[] {
  return useContext(WorkflowOptionsContext);
}
