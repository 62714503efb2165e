import type { StoreApi } from "zustand";
import type { SampleEvent } from "@/components/editor/data/sample-event";
import type { AddSpot } from "@/components/editor/store/add-spot";
import type { Offers } from "@/components/editor/store/offers";
import type { Problems } from "@/components/editor/store/problems";
import type { Id } from "@/lib/domain/ids";
import type { Run } from "@/lib/domain/runs/run";
import type { NodeChange } from "@/lib/domain/workflow/edit/change-node";
import type { SettingsChange } from "@/lib/domain/workflow/edit/change-settings";
import type { Clipping } from "@/lib/domain/workflow/edit/paste";
import type { Edge, Graph, Node } from "@/lib/domain/workflow/graph";
import type { Change, History } from "@/lib/domain/workflow/history";
import type { ManualField } from "@/lib/domain/workflow/manual-form";
import type { WorkflowStatus } from "@/lib/domain/workflow/workflow";

/** How far the drawing is saved. `conflict`: somebody else saved in between. `refused`: the server will not have it. */
export type SaveState =
  | { kind: "saved" | "unsaved" | "saving" | "offline" | "conflict" }
  | { kind: "refused"; message: string };

/** A ring from this canvas or a start by hand, and the run that came of it. */
export type Ring = {
  /** Null when it was started by hand, or was not let in. */
  deliveryId: Id<"delivery"> | null;
  /** What the sender was answered. */
  status: number;
  run: Run | null;
  /** No run has come of it, and none is expected any more. */
  isOver: boolean;
};

/** What a screen reader is told. The number makes the same words heard twice. */
type Announcement = { text: string; number: number };

/** All that the editor knows of one workflow. */
export type EditorState = DrawingState & DrawingActions & WorkflowState & ViewState;

export type EditorStore = StoreApi<EditorState>;

type DrawingState = {
  history: History<Graph>;
  problems: Problems;
  /** Ids of nodes and of edges. */
  selected: ReadonlySet<string>;
  announcement: Announcement;
};

type DrawingActions = {
  /** Makes a change that can be undone. */
  edit: (next: Graph, change?: Change | null) => void;
  undo: () => void;
  redo: () => void;
  select: (ids: Iterable<string>) => void;
  announce: (text: string) => void;
  /** Adds a node: at the spot, else after what is selected, else where it is free. */
  add: (type: string, spot: AddSpot | null) => void;
  connect: (edge: Edge) => void;
  deleteSelected: () => void;
  /** Of the nodes; undefined when none is selected. */
  copySelected: () => Clipping | undefined;
  paste: (clipping: Clipping) => void;
  duplicateSelected: () => void;
  changeNode: (id: string, change: NodeChange, changeKey?: string) => void;
  changeSettings: (change: SettingsChange, changeKey?: string) => void;
  moveNodes: (places: ReadonlyMap<string, Node["position"]>, changeKey: string) => void;
  dropOnEdge: (nodeId: string, edge: Edge) => void;
  tidy: () => void;
};

type WorkflowState = Offers & {
  id: Id<"workflow">;
  name: string;
  status: WorkflowStatus;
  publishedVersion: number | null;
  hasUnpublishedChanges: boolean;
  /** What the version that runs asks whoever starts it by hand for; null when it cannot be started so. */
  manualForm: ManualField[] | null;
  revision: number;
  save: SaveState;
  /** What the drawing can be tried with: the latest delivery, or a sample. */
  sample: SampleEvent | null;
  ring: Ring | null;
};

type ViewState = {
  /** Where the palette's popover adds; null when it is closed. */
  adding: AddSpot | null;
  /** Groups of the palette that are not as they start: folded, or opened. */
  toggledGroups: ReadonlySet<string>;
  toggleGroup: (title: string) => void;
  side: "palette" | "outline";
  /** What covers the lower half of a narrow screen. */
  sheet: "palette" | "outline" | null;
  isPanelOpen: boolean;
  /** Whether how the workflow runs takes the panel's place. */
  isSettingsOpen: boolean;
  isHelpOpen: boolean;
  isPublishOpen: boolean;
  /** Set to have the canvas bring a node into view. */
  wanted: { nodeId: string; number: number } | null;
  show: (
    view: Partial<
      Pick<EditorState, "adding" | "side" | "sheet" | "isPanelOpen" | "isSettingsOpen" | "isHelpOpen" | "isPublishOpen">
    >,
  ) => void;
  /** Selects a node, brings it into view and opens its panel. */
  goTo: (nodeId: string) => void;
};
