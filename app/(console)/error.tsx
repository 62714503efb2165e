"use client";

import { Button } from "@heroui/react";
import { CloudAlert } from "lucide-react";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { Page } from "@/components/ui/page";

export default function ErrorScreen({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <Page width="narrow">
      <h1 className="sr-only">Something went wrong</h1>
      <div className="panel" role="alert">
        <EmptyState
          icon={CloudAlert}
          title="This screen could not be drawn"
          actions={
            <>
              <Button onPress={reset}>Try again</Button>
              <LinkButton href="/" variant="tertiary">
                Go home
              </LinkButton>
            </>
          }
        >
          <p>
            Nothing is lost: what arrives is still being written down. If it happens again, look into Doorbell's log.
          </p>
          {error.digest ? <p className="mt-2 font-mono text-xs">Error {error.digest}</p> : null}
        </EmptyState>
      </div>
    </Page>
  );
}
