import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { requireActor } from "@/app/actor";
import { orNotFound } from "@/app/or-not-found";
import { LiveIndicator } from "@/components/live/live-indicator";
import { Follow } from "@/components/log/follow";
import { ExactTime } from "@/components/log/time/exact-time";
import { RunView } from "@/components/runs/run-view";
import { durationText } from "@/components/ui/duration-text";
import { LinkButton } from "@/components/ui/link-button";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { StatusChip } from "@/components/ui/status-chip";
import { idSchema } from "@/lib/domain/ids";
import { writeJson } from "@/lib/domain/json/write-json";
import { isEnded, type Run } from "@/lib/domain/runs/run";
import { readRun } from "@/lib/services/read-run";
import { readVersion } from "@/lib/services/read-version";

export const metadata: Metadata = { title: "Run" };

export default async function RunPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireActor();
  const id = idSchema("run").safeParse((await params).id).data ?? notFound();
  const run = await orNotFound(readRun(actor, id));
  const { graph } = await orNotFound(readVersion(actor, run.workflowId, run.version));

  return (
    <Page width="wide">
      <Follow id={id} isMoving={!isEnded(run.status)} />
      <PageHeader
        back={{ href: "/runs", label: "Runs" }}
        title={run.workflowName}
        beside={<StatusChip status={run.status} />}
        description={<Summary run={run} />}
        actions={
          <>
            <LiveIndicator />
            <LinkButton href={`/deliveries/${run.deliveryId}`} variant="outline">
              Open delivery
            </LinkButton>
            <LinkButton href={`/workflows/${run.workflowId}`} variant="outline">
              Open workflow
            </LinkButton>
          </>
        }
      />
      <RunView text={writeJson({ run, graph })} />
    </Page>
  );
}

function Summary({ run: { version, startedAt, endedAt, workflowId } }: { run: Run }) {
  const tookMs = startedAt && endedAt ? Date.parse(endedAt) - Date.parse(startedAt) : null;
  return (
    <>
      <Link href={`/workflows/${workflowId}`} className="hover:text-foreground">
        Version {version}
      </Link>
      {startedAt ? (
        <>
          {" · began "}
          <ExactTime at={startedAt} />
        </>
      ) : null}
      {tookMs === null ? "" : ` · took ${durationText(tookMs)}`}
    </>
  );
}
