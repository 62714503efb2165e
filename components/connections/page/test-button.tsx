"use client";

import { Button } from "@heroui/react";
import { PlugZap } from "lucide-react";
import { useState } from "react";
import { callApi } from "@/components/api/call-api";
import { TrialResult } from "@/components/connections/form/trial-result";
import type { Trial } from "@/components/connections/form/use-connection-form";
import type { ConnectionTest } from "@/lib/domain/connections/connection";

/** Tries a saved connection, for those who cannot change it. */
export function TestButton({ connectionId }: { connectionId: string }) {
  const [trial, setTrial] = useState<Trial>();

  async function tryIt() {
    setTrial({ kind: "trying" });
    const answer = await callApi<ConnectionTest>("POST", `/api/v1/connections/${connectionId}/test`, {});
    setTrial(answer.ok ? { kind: "tried", test: answer.value } : { kind: "refused", message: answer.error });
  }

  return (
    <>
      <TrialResult trial={trial} />
      <Button variant="outline" className="w-fit" isPending={trial?.kind === "trying"} onPress={tryIt}>
        <PlugZap aria-hidden />
        Test connection
      </Button>
    </>
  );
}
