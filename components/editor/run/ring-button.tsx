"use client";

import { Button, ButtonGroup, Dropdown } from "@heroui/react";
import { BellRing, ChevronDown } from "lucide-react";
import { useState } from "react";
import { useRing } from "@/components/editor/run/use-ring";
import { useEditor } from "@/components/editor/store/editor-context";
import { rungFor } from "@/components/editor/store/selectors";
import { webhook } from "@/lib/catalog/nodes/triggers/webhook";
import { findSource } from "@/lib/catalog/sources/index";

/** Rings the workflow's endpoint with a sample, so that one sees what the published version does. */
export function RingButton() {
  const ring = useRing();
  const source = useEditor((state) => rungFor(state)?.endpoint.source);
  const [isPending, setIsPending] = useState(false);
  const [rings, setRings] = useState(0);
  // Where something else starts the workflow, there is nothing to ring.
  const hasBell = useEditor(
    ({ history, manualForm }) => manualForm === null || history.present.nodes.some(({ type }) => type === webhook.type),
  );
  const samples = (source && findSource(source)?.samples) || [];

  async function press(sample?: string) {
    setIsPending(true);
    await ring(sample);
    setIsPending(false);
    setRings((count) => count + 1);
  }

  if (!hasBell) return null;
  const button = (
    <Button size="sm" variant="outline" isPending={isPending} onPress={() => press()}>
      <BellRing key={rings} aria-hidden className={rings > 0 ? "animate-ring" : ""} />
      <span className="max-sm:sr-only">Ring it</span>
    </Button>
  );
  if (samples.length < 2) return button;
  return (
    <ButtonGroup>
      {button}
      <Dropdown>
        <Button size="sm" variant="outline" isIconOnly aria-label="Choose a sample to ring with">
          <ChevronDown aria-hidden />
        </Button>
        <Dropdown.Popover placement="bottom end">
          <Dropdown.Menu aria-label="Samples" onAction={(key) => press(String(key))}>
            {samples.map((sample) => (
              <Dropdown.Item key={sample.name} id={sample.name} textValue={sample.name}>
                {sample.name}
              </Dropdown.Item>
            ))}
          </Dropdown.Menu>
        </Dropdown.Popover>
      </Dropdown>
    </ButtonGroup>
  );
}
