"use client";

import { Button } from "@heroui/react";
import { Play, Wrench } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { callApi } from "@/components/api/call-api";
import { canProcess, remedyOf } from "@/components/deliveries/remedy/remedy-of";
import { changeOptions } from "@/components/endpoints/change-options";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { notify } from "@/components/ui/notify";
import { findSource } from "@/lib/catalog/sources";
import type { Delivery } from "@/lib/domain/deliveries/delivery";
import type { Endpoint } from "@/lib/domain/endpoints/endpoint";

type RemedyActionsProps = {
  delivery: Pick<Delivery, "id" | "verdict" | "reason" | "address" | "method" | "contentType" | "headers">;
  endpoint: Pick<Endpoint, "id" | "source" | "options">;
  mayChange: boolean;
  mayProcess: boolean;
};

/** What can be done about a delivery that was not taken: change the endpoint, then let this one in, too. */
export function RemedyActions({ delivery, endpoint, mayChange, mayProcess }: RemedyActionsProps) {
  const [asking, setAsking] = useState<"fix" | "process" | null>(null);
  const [isFixed, setIsFixed] = useState(false);
  const router = useRouter();
  const usualMethods = findSource(endpoint.source)?.methods ?? ["POST"];
  const remedy = mayChange ? remedyOf(delivery, endpoint.options, usualMethods) : undefined;
  const isProcessable = mayProcess && canProcess(delivery);

  async function fix() {
    if (!remedy) return;
    const answer = await changeOptions(endpoint.id, remedy.change);
    if (!answer.ok) return notify.bad(answer.error);
    setIsFixed(true);
    notify.good("Changed. It holds from the next ring on.");
    router.refresh();
  }

  async function process() {
    const answer = await callApi<{ runs: number }>("POST", `/api/v1/deliveries/${delivery.id}/process`, {});
    if (!answer.ok) return notify.bad(answer.error);
    const { runs } = answer.value;
    notify.good(
      runs === 0
        ? "Accepted. No workflow wanted it."
        : `Accepted: ${runs === 1 ? "one run begins" : `${runs} runs begin`}.`,
    );
    router.refresh();
  }

  return (
    <>
      {remedy && !isFixed ? (
        <Button size="sm" onPress={() => setAsking("fix")}>
          <Wrench aria-hidden />
          {remedy.action}
        </Button>
      ) : null}
      {isProcessable ? (
        <Button
          size="sm"
          variant={delivery.verdict === "held" || isFixed ? "primary" : "outline"}
          onPress={() => setAsking("process")}
        >
          <Play aria-hidden />
          Process it now
        </Button>
      ) : null}
      <ConfirmDialog
        isOpen={asking === "fix"}
        onOpenChange={() => setAsking(null)}
        title={`${remedy?.action ?? ""}?`}
        action={remedy?.action ?? ""}
        isDangerous={false}
        onConfirm={fix}
      >
        {remedy?.consequence}
      </ConfirmDialog>
      <ConfirmDialog
        isOpen={asking === "process"}
        onOpenChange={() => setAsking(null)}
        title="Process it now?"
        action="Process it now"
        isDangerous={delivery.reason === "not_verified"}
        onConfirm={process}
      >
        {delivery.reason === "not_verified"
          ? "Nobody has proven who sent this. Process it only if you know where it came from: workflows do with it what they do with any other."
          : "The workflows that listen get it as if it had been accepted when it came. The sender is not told."}
      </ConfirmDialog>
    </>
  );
}
