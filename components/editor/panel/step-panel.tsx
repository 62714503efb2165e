"use client";

import { Tabs } from "@heroui/react";
import { X } from "lucide-react";
import { useMemo, useState } from "react";
import { eventName } from "@/components/deliveries/sample/event-tag";
import { nodeData } from "@/components/editor/data/node-data";
import { SampleNote } from "@/components/editor/data/sample-note";
import { findNodeElement, focusSoon } from "@/components/editor/keys/focus-soon";
import { NodeIcon } from "@/components/editor/node-icon";
import { FieldOptions } from "@/components/editor/panel/field-options";
import { NotesForm } from "@/components/editor/panel/notes-form";
import { PanelFrame } from "@/components/editor/panel/panel-frame";
import { RetryForm } from "@/components/editor/panel/retry-form";
import { StepActions } from "@/components/editor/panel/step-actions";
import { StepName } from "@/components/editor/panel/step-name";
import { useEditor, useEditorStore } from "@/components/editor/store/editor-context";
import { selectedNode } from "@/components/editor/store/selectors";
import { FieldDataProvider } from "@/components/fields/field-data";
import { NodeForm } from "@/components/fields/node-form";
import { DataPicker } from "@/components/fields/picker/data-picker";
import { IconButton } from "@/components/ui/icon-button";
import { findNode } from "@/lib/catalog/nodes/index";
import type { Node } from "@/lib/domain/workflow/graph";
import type { Problem } from "@/lib/domain/workflow/problem";

const NO_PROBLEMS: readonly Problem[] = [];

/** The settings of the one node that is selected. */
export function StepPanel() {
  const node = useEditor(selectedNode);
  const isOpen = useEditor((state) => state.isPanelOpen && !state.isSettingsOpen);
  return node && isOpen ? <OpenPanel key={node.id} node={node} /> : null;
}

function OpenPanel({ node }: { node: Node }) {
  const store = useEditorStore();
  const [tab, setTab] = useState("set-up");
  const definition = findNode(node.type);
  const graph = useEditor((state) => state.history.present);
  const sample = useEditor((state) => state.sample);
  const run = useEditor((state) => state.ring?.run ?? null);
  const problems = useEditor((state) => state.problems.byNode.get(node.id) ?? NO_PROBLEMS);
  const data = useMemo(() => nodeData(graph, node.id, { sample, run }), [graph, node.id, sample, run]);
  const { changeNode, show } = store.getState();
  /** And back to where one came from. */
  function close() {
    show({ isPanelOpen: false });
    focusSoon(() => findNodeElement(node.id));
  }
  const tabs = [
    { id: "set-up", name: "Set up" },
    ...(definition?.hasRetry ? [{ id: "retry", name: "Errors & retries" }] : []),
    { id: "notes", name: "Notes" },
  ];

  return (
    <FieldDataProvider {...data} origin={sample && eventName(sample)} eventTypes={sample?.eventTypes ?? []}>
      <PanelFrame label={`Step ${node.name || node.id}`} aside={<DataPicker note={<SampleNote />} />} onClose={close}>
        <div className="flex items-center gap-3 px-4 pt-4 pb-2">
          <NodeIcon icon={definition?.icon ?? "box"} kind={definition?.kind ?? "logic"} name={definition?.name} />
          <StepName node={node} kind={definition?.name ?? node.type} />
          <IconButton icon={X} size="sm" label="Close the panel" onPress={() => show({ isPanelOpen: false })} />
        </div>
        <Tabs
          variant="secondary"
          selectedKey={tab}
          onSelectionChange={(key) => setTab(String(key))}
          className="flex min-h-0 flex-1 flex-col"
        >
          <Tabs.ListContainer className="px-4">
            <Tabs.List aria-label="What to set">
              {tabs.map(({ id, name }) => (
                <Tabs.Tab key={id} id={id} className="w-auto px-3 text-sm">
                  {name}
                  <Tabs.Indicator />
                </Tabs.Tab>
              ))}
            </Tabs.List>
          </Tabs.ListContainer>
          <Tabs.Panel id="set-up" className="min-h-0 flex-1 overflow-y-auto px-4 py-4">
            <FieldOptions>
              {definition ? (
                <NodeForm
                  definition={definition}
                  config={node.config}
                  problems={problems}
                  onChange={(config, key) => changeNode(node.id, { config }, `config.${key}`)}
                />
              ) : (
                <p className="text-muted text-sm">This version of Doorbell does not know “{node.type}”.</p>
              )}
            </FieldOptions>
          </Tabs.Panel>
          <Tabs.Panel id="retry" className="min-h-0 flex-1 overflow-y-auto px-4 py-4">
            <RetryForm node={node} />
          </Tabs.Panel>
          <Tabs.Panel id="notes" className="min-h-0 flex-1 overflow-y-auto px-4 py-4">
            <NotesForm node={node} />
          </Tabs.Panel>
        </Tabs>
        <StepActions />
      </PanelFrame>
    </FieldDataProvider>
  );
}
