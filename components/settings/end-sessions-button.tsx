"use client";

import { Button } from "@heroui/react";
import { signOut } from "next-auth/react";
import { useState } from "react";
import { callApi } from "@/components/api/call-api";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { notify } from "@/components/ui/notify";

/** Ends every session of whoever is signed in, this one too. */
export function EndSessionsButton() {
  const [isAsking, setIsAsking] = useState(false);

  async function end() {
    const answer = await callApi("POST", "/api/v1/sessions/end-all");
    if (answer.ok) await signOut({ callbackUrl: "/sign-in" });
    else notify.bad(answer.error);
  }

  return (
    <>
      <Button variant="outline" size="sm" onPress={() => setIsAsking(true)}>
        Sign out everywhere
      </Button>
      <ConfirmDialog
        isOpen={isAsking}
        onOpenChange={setIsAsking}
        title="Sign out everywhere?"
        action="Sign out everywhere"
        isDangerous={false}
        onConfirm={end}
      >
        Every browser where you are signed in is signed out, this one too. API keys go on working.
      </ConfirmDialog>
    </>
  );
}
