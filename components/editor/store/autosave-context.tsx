"use client";

import { createContext, useContext } from "react";
import type { Autosave } from "@/components/editor/store/autosave";

const AutosaveContext = createContext<() => Autosave | null>(() => null);

export const AutosaveProvider = AutosaveContext.Provider;

/** The saving of the editor around this; null before it has started. */
export function useAutosave(): () => Autosave | null {
  return useContext(AutosaveContext);
}
