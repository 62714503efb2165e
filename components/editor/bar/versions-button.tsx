"use client";

import { Button, Popover } from "@heroui/react";
import { History } from "lucide-react";
import { useEffect, useState } from "react";
import { callApi } from "@/components/api/call-api";
import { useEditor, useEditorStore } from "@/components/editor/store/editor-context";
import { IconButton } from "@/components/ui/icon-button";
import { notify } from "@/components/ui/notify";
import { RelativeTime } from "@/components/ui/relative-time";
import type { Version } from "@/lib/domain/workflow/workflow";

/** What has been published so far. Each can be taken up again as the draft. */
export function VersionsButton() {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <Popover isOpen={isOpen} onOpenChange={setIsOpen}>
      <IconButton icon={History} size="sm" label="Versions" onPress={() => setIsOpen(true)} />
      <Popover.Content placement="bottom end" className="w-80">
        <Popover.Dialog aria-label="Versions" className="flex flex-col gap-2 p-3">
          <p className="px-1 font-semibold text-sm">Versions</p>
          <VersionList onGone={() => setIsOpen(false)} />
        </Popover.Dialog>
      </Popover.Content>
    </Popover>
  );
}

function VersionList({ onGone }: { onGone: () => void }) {
  const store = useEditorStore();
  const id = useEditor((state) => state.id);
  const published = useEditor((state) => state.publishedVersion);
  const [versions, setVersions] = useState<Version[] | string | null>(null);

  useEffect(() => {
    let isGone = false;
    void callApi<{ items: Version[] }>("GET", `/api/v1/workflows/${id}/versions`).then((answer) => {
      if (!isGone) setVersions(answer.ok ? answer.value.items : answer.error);
    });
    return () => {
      isGone = true;
    };
  }, [id]);

  function restore(version: Version) {
    store.getState().edit(version.graph);
    onGone();
    notify.good(`The draft is version ${version.number} again. Publish it to have it run.`);
  }

  if (versions === null) return <p className="px-1 text-muted text-sm">Loading…</p>;
  if (typeof versions === "string") return <p className="px-1 text-bad text-sm">{versions}</p>;
  if (versions.length === 0) return <p className="px-1 text-muted text-sm">Nothing has been published yet.</p>;
  return (
    <ul className="flex max-h-80 flex-col gap-0.5 overflow-y-auto">
      {versions.map((version) => (
        <li key={version.number} className="flex items-center gap-2 rounded-lg px-1 py-1.5">
          <div className="flex min-w-0 flex-1 flex-col">
            <span className="flex items-center gap-2 font-medium text-sm">
              Version {version.number}
              {version.number === published ? (
                <span className="rounded-md bg-good-soft px-1.5 text-good text-xs leading-5">runs now</span>
              ) : null}
            </span>
            <span className="truncate text-muted text-xs">
              <RelativeTime at={version.createdAt} />
              {version.note ? ` · ${version.note}` : ""}
            </span>
          </div>
          <Button
            size="sm"
            variant="ghost"
            aria-label={`Restore version ${version.number}`}
            onPress={() => restore(version)}
          >
            Restore
          </Button>
        </li>
      ))}
    </ul>
  );
}
