"use client";

import { Button } from "@heroui/react";
import { KeyRound, Plus, Trash2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { callApi } from "@/components/api/call-api";
import { NewApiKeyDialog } from "@/components/settings/new-api-key-dialog";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { EmptyState } from "@/components/ui/empty-state";
import { IconButton } from "@/components/ui/icon-button";
import { notify } from "@/components/ui/notify";
import { RelativeTime } from "@/components/ui/relative-time";
import { Section } from "@/components/ui/section";
import type { ApiKey } from "@/lib/domain/accounts/api-key";

/** The keys with which programs use Doorbell. */
export function ApiKeys({ keys, canChange }: { keys: ApiKey[]; canChange: boolean }) {
  const router = useRouter();
  const [isMaking, setIsMaking] = useState(false);
  const [deleting, setDeleting] = useState<ApiKey | null>(null);

  async function remove() {
    const answer = await callApi("DELETE", `/api/v1/api-keys/${deleting?.id}`);
    if (answer.ok) router.refresh();
    else notify.bad(answer.error);
  }

  const newButton = canChange ? (
    <Button variant="outline" size="sm" onPress={() => setIsMaking(true)}>
      <Plus aria-hidden />
      New API key
    </Button>
  ) : null;
  return (
    <Section
      title="API keys"
      description="For programs that use Doorbell’s API: Authorization: Bearer, and the key."
      actions={newButton}
      isFlush
    >
      {keys.length === 0 ? (
        <EmptyState icon={KeyRound} title="No API keys">
          Everything that these screens do, a program with a key can do as well.
        </EmptyState>
      ) : (
        <ul className="divide-y divide-separator border-separator border-t">
          {keys.map((key) => (
            <ApiKeyLine key={key.id} apiKey={key} onDelete={canChange ? () => setDeleting(key) : undefined} />
          ))}
        </ul>
      )}
      {isMaking ? <NewApiKeyDialog onClose={() => setIsMaking(false)} /> : null}
      <ConfirmDialog
        isOpen={deleting !== null}
        onOpenChange={() => setDeleting(null)}
        title={`Delete the key “${deleting?.name ?? ""}”?`}
        action="Delete key"
        onConfirm={remove}
      >
        Programs that use it are refused from this moment.
      </ConfirmDialog>
    </Section>
  );
}

function ApiKeyLine({ apiKey, onDelete }: { apiKey: ApiKey; onDelete: (() => void) | undefined }) {
  return (
    <li className="flex items-center gap-4 px-4 py-3 sm:px-5">
      <div className="flex min-w-0 flex-1 flex-col">
        <span className="truncate font-medium text-sm">{apiKey.name}</span>
        <span className="text-muted text-xs">
          <code className="font-mono">{apiKey.prefix}…</code> · <span className="capitalize">{apiKey.role}</span> · made{" "}
          <RelativeTime at={apiKey.createdAt} /> ·{" "}
          {apiKey.lastUsedAt ? (
            <>
              used <RelativeTime at={apiKey.lastUsedAt} />
            </>
          ) : (
            "never used"
          )}
        </span>
      </div>
      {onDelete ? (
        <IconButton icon={Trash2} label={`Delete the key ${apiKey.name}`} size="sm" onPress={onDelete} />
      ) : null}
    </li>
  );
}
