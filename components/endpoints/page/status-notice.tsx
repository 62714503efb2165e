"use client";

import { Button } from "@heroui/react";
import { Play, Power } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { callApi } from "@/components/api/call-api";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { notify } from "@/components/ui/notify";
import type { EndpointStatus } from "@/lib/domain/endpoints/endpoint";

type StatusNoticeProps = {
  endpointId: string;
  status: EndpointStatus;
  /** How many deliveries wait. */
  held: number;
};

/** What it means that an endpoint is paused or switched off, what has gathered meanwhile, and the way back. */
export function StatusNotice({ endpointId, status, held }: StatusNoticeProps) {
  if (status === "active" && held === 0) return null;
  const count = held.toLocaleString("en");
  const waiting = held > 0 ? `${count} held` : "Nothing is held so far";
  const title = {
    active: `${count} held from when it was paused`,
    paused: `Paused: ${waiting.charAt(0).toLowerCase()}${waiting.slice(1)}`,
    disabled: "Switched off: whoever rings is told that there is no such address",
  }[status];
  return (
    <Notice
      tone={status === "disabled" ? "warn" : "info"}
      title={title}
      actions={
        <>
          {status === "active" ? null : <ActivateButton endpointId={endpointId} isPaused={status === "paused"} />}
          {held > 0 ? (
            <>
              <ReleaseButton endpointId={endpointId} />
              <LinkButton href={`/deliveries?endpoint=${endpointId}&verdict=held`} variant="ghost" size="sm">
                See what is held
              </LinkButton>
            </>
          ) : null}
        </>
      }
    >
      {TEXTS[status]}
    </Notice>
  );
}

const TEXTS: Record<EndpointStatus, string> = {
  active: "They are kept, and nothing has been done with them. Release lets them run now.",
  paused:
    "What arrives is checked and kept, the sender is told that all is well, and no workflow runs until it is released.",
  disabled: "Nothing is kept meanwhile, and some senders give up for good after a while.",
};

function ActivateButton({ endpointId, isPaused }: { endpointId: string; isPaused: boolean }) {
  const router = useRouter();
  const [isPending, setIsPending] = useState(false);
  const Icon = isPaused ? Play : Power;

  async function activate() {
    setIsPending(true);
    const answer = await callApi("PATCH", `/api/v1/endpoints/${endpointId}`, { status: "active" });
    setIsPending(false);
    if (!answer.ok) return notify.bad(answer.error);
    notify.good("Active: what arrives runs at once.");
    router.refresh();
  }

  return (
    <Button variant="outline" size="sm" isPending={isPending} onPress={activate}>
      <Icon aria-hidden />
      {isPaused ? "Resume" : "Switch on"}
    </Button>
  );
}

function ReleaseButton({ endpointId }: { endpointId: string }) {
  const router = useRouter();
  const [isPending, setIsPending] = useState(false);

  async function release() {
    setIsPending(true);
    const path = `/api/v1/endpoints/${endpointId}/release`;
    const answer = await callApi<{ released: number; left: number }>("POST", path, {});
    setIsPending(false);
    if (!answer.ok) return notify.bad(answer.error);
    const { released, left } = answer.value;
    notify.good(
      left > 0 ? `${released} released, ${left} still held. Release again for more.` : `${released} released.`,
    );
    router.refresh();
  }

  return (
    <Button size="sm" isPending={isPending} onPress={release}>
      Release
    </Button>
  );
}
