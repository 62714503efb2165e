"use client";

import { Button } from "@heroui/react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { callApi } from "@/components/api/call-api";
import { notify } from "@/components/ui/notify";

/** Makes the GitHub example, an endpoint and a published workflow, and opens its canvas. */
export function MakeExampleButton() {
  const router = useRouter();
  const [isPending, setIsPending] = useState(false);

  async function make() {
    setIsPending(true);
    const answer = await callApi<{ workflow: string }>("POST", "/api/v1/examples/github", {});
    if (answer.ok) {
      router.push(`/workflows/${answer.value.workflow}`);
      return;
    }
    setIsPending(false);
    notify.bad(answer.error);
  }

  return (
    <Button isPending={isPending} onPress={make}>
      {isPending ? "Drawing it…" : "Try the GitHub example"}
    </Button>
  );
}
