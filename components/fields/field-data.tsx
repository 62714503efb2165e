"use client";

import {
  createContext,
  type Dispatch,
  type ReactNode,
  type SetStateAction,
  useContext,
  useMemo,
  useState,
} from "react";
import type { DataGroup } from "@/components/fields/picker/data-rows";
import type { Scope } from "@/lib/domain/templates/scope";

/** A field that data can be put into: `insert` takes a placeholder. */
export type PickTarget = { id: string; label: string; insert: (placeholder: string) => void };

type FieldData = {
  scope: Scope;
  groups: readonly DataGroup[];
  /** What the values are from, as in “the latest delivery”. Null when there are none yet. */
  origin: string | null;
  /** Types of events to suggest. */
  eventTypes: readonly string[];
  target: PickTarget | null;
  setTarget: Dispatch<SetStateAction<PickTarget | null>>;
};

const FieldDataContext = createContext<FieldData | null>(null);

type FieldDataProviderProps = Omit<FieldData, "target" | "setTarget"> & { children: ReactNode };

/** Gives the fields within it the data that their templates can name. */
export function FieldDataProvider({ scope, groups, origin, eventTypes, children }: FieldDataProviderProps) {
  const [target, setTarget] = useState<PickTarget | null>(null);
  const data = useMemo(
    () => ({ scope, groups, origin, eventTypes, target, setTarget }),
    [scope, groups, origin, eventTypes, target],
  );
  return <FieldDataContext value={data}>{children}</FieldDataContext>;
}

export function useFieldData(): FieldData {
  const data = useContext(FieldDataContext);
  if (!data) throw new Error("Fields have to stand within a FieldDataProvider.");
  return data;
}
