import { expect, test } from "vitest";
import { createEditorStore } from "@/components/editor/store/editor-store";
import { newId } from "@/lib/domain/ids";
import { EMPTY_GRAPH } from "@/lib/domain/workflow/graph";

const now = new Date().toISOString();

function start() {
  return createEditorStore(
    {
      id: newId("workflow"),
      name: "Untitled workflow",
      status: "active",
      publishedVersion: null,
      hasUnpublishedChanges: true,
      manualForm: null,
      createdAt: now,
      updatedAt: now,
      graph: EMPTY_GRAPH,
      revision: 1,
      problems: [],
    },
    { endpoints: [], connections: [], mayConnect: false, workflows: [] },
  );
}

function drawn() {
  const store = start();
  for (const type of ["webhook", "filter", "http-request"]) store.getState().add(type, null);
  return store;
}

const edgesOf = (store: ReturnType<typeof start>) =>
  store.getState().history.present.edges.map(({ from, port, to }) => `${from} ${port} ${to}`);

test("what is added one after the other is connected by the usual ways", () => {
  expect(edgesOf(drawn())).toEqual(["webhook out filter", "filter pass http-request"]);
});

test("a new step begins with the defaults of its form, and is selected", () => {
  const store = drawn();
  const { history, selected } = store.getState();
  expect(history.present.nodes.at(-1)?.config).toEqual({ method: "POST", headers: [], body: "" });
  expect([...selected]).toEqual(["http-request"]);
});

test("after a step whose ways out are all taken, a new one goes into the usual one", () => {
  const store = drawn();
  store.getState().select(["webhook"]);
  store.getState().add("filter", null);
  expect(edgesOf(store)).toContain("webhook out filter-2");
  expect(edgesOf(store)).toContain("filter-2 pass filter");
});

test("a trigger is never put where something leads to it", () => {
  const store = drawn();
  store.getState().add("webhook", { kind: "port", from: "filter", port: "fail" });
  expect(store.getState().history.present.nodes).toHaveLength(3);
});

test("a deleted step is bridged, and undo brings it back with its lines", () => {
  const store = drawn();
  const before = store.getState().history.present;
  store.getState().select(["filter"]);
  store.getState().deleteSelected();
  expect(edgesOf(store)).toEqual(["webhook out http-request"]);
  store.getState().undo();
  expect(store.getState().history.present).toBe(before);
});

test("a change that changes nothing leaves the drawing saved", () => {
  const store = start();
  store.getState().edit(EMPTY_GRAPH);
  expect(store.getState().save.kind).toBe("saved");
  store.getState().add("webhook", null);
  expect(store.getState().save.kind).toBe("unsaved");
});

test("a refused line says why, and changes nothing", () => {
  const store = drawn();
  const before = store.getState().history;
  store.getState().connect({ from: "http-request", port: "out", to: "webhook" });
  expect(store.getState().history).toBe(before);
  expect(store.getState().announcement.text).toContain("starts the workflow");
});

test("duplicates are copies of their own, beside the originals", () => {
  const store = drawn();
  store.getState().select(["filter", "http-request"]);
  store.getState().duplicateSelected();
  expect([...store.getState().selected]).toEqual(["filter-2", "http-request-2"]);
  expect(edgesOf(store)).toContain("filter-2 pass http-request-2");
});

test("undo drops from the selection what is no longer there", () => {
  const store = drawn();
  store.getState().undo();
  expect([...store.getState().selected]).toEqual([]);
});

test("how a workflow runs is part of the drawing: it can be undone, and letters typed in a row are one change", () => {
  const store = drawn();
  const settingsOf = () => store.getState().history.present.settings;
  store.getState().changeSettings({ concurrency: { limit: 1 } });
  store.getState().changeSettings({ concurrency: { limit: 1, key: "{" } }, "concurrency.key");
  store.getState().changeSettings({ concurrency: { limit: 1, key: "{{" } }, "concurrency.key");
  expect(settingsOf()).toEqual({ concurrency: { limit: 1, key: "{{" } });
  store.getState().undo();
  expect(settingsOf()).toEqual({ concurrency: { limit: 1 } });
  store.getState().undo();
  expect(settingsOf()).toBeUndefined();
});

test("a step's settings and the workflow's take turns in the panel", () => {
  const store = drawn();
  store.getState().show({ isSettingsOpen: true });
  store.getState().show({ isPanelOpen: true });
  expect(store.getState().isSettingsOpen).toBe(false);
});
