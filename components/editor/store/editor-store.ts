import { createStore } from "zustand";
import { clipboardActions } from "@/components/editor/store/clipboard-actions";
import type { EditorState, EditorStore } from "@/components/editor/store/editor-state";
import { historyActions } from "@/components/editor/store/history-actions";
import type { Offers } from "@/components/editor/store/offers";
import { findProblems } from "@/components/editor/store/problems";
import { stepActions } from "@/components/editor/store/step-actions";
import { beginHistory } from "@/lib/domain/workflow/history";
import type { Workflow } from "@/lib/domain/workflow/workflow";

/** A store for one editor, from what the server read. */
export function createEditorStore(workflow: Workflow, offers: Offers): EditorStore {
  return createStore<EditorState>()((set, _, store) => ({
    history: beginHistory(workflow.graph),
    problems: findProblems(workflow.graph, offers),
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
    ...offers,
    sample: null,
    ring: null,

    adding: null,
    toggledGroups: new Set(),
    toggleGroup: (title) =>
      set(({ toggledGroups }) => {
        const next = new Set(toggledGroups);
        if (!next.delete(title)) next.add(title);
        return { toggledGroups: next };
      }),
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
