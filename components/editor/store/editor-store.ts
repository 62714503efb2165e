import { createStore } from "zustand";
import { clipboardActions } from "@/components/editor/store/clipboard-actions";
import type { EditorState, EditorStore } from "@/components/editor/store/editor-state";
import { historyActions } from "@/components/editor/store/history-actions";
import { findProblems } from "@/components/editor/store/problems";
import { stepActions } from "@/components/editor/store/step-actions";
import type { Endpoint } from "@/lib/domain/endpoints/endpoint";
import { beginHistory } from "@/lib/domain/workflow/history";
import type { Workflow } from "@/lib/domain/workflow/workflow";

/** A store for one editor, from what the server read. */
export function createEditorStore(workflow: Workflow, endpoints: readonly Endpoint[]): EditorStore {
  return createStore<EditorState>()((set, _, store) => ({
    history: beginHistory(workflow.graph),
    problems: findProblems(workflow.graph, endpoints),
    selected: new Set(),
    announcement: { text: "", number: 0 },
    ...historyActions(store),
    ...stepActions(store),
    ...clipboardActions(store),

    id: workflow.id,
    name: workflow.name,
    status: workflow.status,
    publishedVersion: workflow.publishedVersion,
    hasUnpublishedChanges: workflow.hasUnpublishedChanges,
    manualForm: workflow.manualForm,
    revision: workflow.revision,
    save: { kind: "saved" },
    endpoints,
    sample: null,
    ring: null,

    adding: null,
    side: "palette",
    sheet: null,
    isPanelOpen: false,
    isSettingsOpen: false,
    isHelpOpen: false,
    isPublishOpen: false,
    wanted: null,
    // A step's settings and the workflow's stand in the same place.
    show: (view) => set(view.isPanelOpen ? { ...view, isSettingsOpen: false } : view),
    goTo: (nodeId) =>
      set(({ wanted }) => ({
        selected: new Set([nodeId]),
        isPanelOpen: true,
        isSettingsOpen: false,
        sheet: null,
        wanted: { nodeId, number: (wanted?.number ?? 0) + 1 },
      })),
  }));
}
