import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { requireActor } from "@/app/actor";
import { orNotFound } from "@/app/or-not-found";
import { LiveIndicator } from "@/components/live/live-indicator";
import { Follow } from "@/components/log/follow";
import { ExactTime } from "@/components/log/time/exact-time";
import { BegunRuns } from "@/components/runs/begun-runs";
import { RunOrigin } from "@/components/runs/origin/run-origin";
import type { Retriable } from "@/components/runs/retry/retriable";
import { CancelButton, RetryButtons } from "@/components/runs/run-actions";
import { RunView } from "@/components/runs/run-view";
import { durationText } from "@/components/ui/duration-text";
import { LinkButton } from "@/components/ui/link-button";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { StatusChip } from "@/components/ui/status-chip";
import { isAllowed } from "@/lib/domain/accounts/role";
import { idSchema } from "@/lib/domain/ids";
import { writeJson } from "@/lib/domain/json/write-json";
import { PAGE_SIZE_MAX } from "@/lib/domain/page";
import { isEnded, type Run } from "@/lib/domain/runs/run";
import { listEffects } from "@/lib/services/list-effects";
import { listRuns } from "@/lib/services/list-runs";
import { readPresentVersion } from "@/lib/services/read-present-version";
import { readRun } from "@/lib/services/read-run";
import { readVersion } from "@/lib/services/read-version";

export const metadata: Metadata = { title: "Run" };

const RETRIES_SHOWN = 10;

export default async function RunPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireActor();
  const id = idSchema("run").safeParse((await params).id).data ?? notFound();
  const run = await orNotFound(readRun(actor, id));
  const [{ graph }, present, { items: effects }, retries, begun] = await Promise.all([
    orNotFound(readVersion(actor, run.workflowId, run.version)),
    readPresentVersion(actor, run.workflowId),
    listEffects(actor, id),
    listRuns(actor, { retryOf: id, limit: RETRIES_SHOWN }),
    listRuns(actor, { parent: id, limit: PAGE_SIZE_MAX }),
  ]);
  const isOver = isEnded(run.status);
  const retriable = {
    run: { id, status: run.status, version: run.version, nodeId: run.nodeId },
    steps: run.steps.map(({ nodeId, status }) => ({ nodeId, status })),
    graph,
    current: present?.version === run.version ? null : present,
    effects,
  };

  return (
    <Page width="wide">
      <Follow id={id} isMoving={!isOver} />
      <PageHeader
        back={{ href: "/runs", label: "Runs" }}
        title={run.workflowName}
        beside={<StatusChip status={run.status} />}
        description={<Summary run={run} />}
        actions={
          <>
            <LiveIndicator />
            <LinkButton href={`/workflows/${run.workflowId}`} variant="outline">
              Open workflow
            </LinkButton>
            {isAllowed(actor.role, "run:write") ? (
              <Actions
                run={run}
                retriable={retriable}
                isPublished={present !== null}
                isTriedAgain={retries.items.length > 0}
              />
            ) : null}
          </>
        }
      />
      <RunOrigin run={run} retries={retries.items} />
      <RunView
        text={writeJson({ run, graph })}
        effects={effects}
        mayDecide={isAllowed(actor.role, "workflow:write")}
        begun={begun.items.length > 0 ? <BegunRuns runs={begun} parentId={id} /> : null}
      />
    </Page>
  );
}

type ActionsProps = { run: Run; retriable: Retriable; isPublished: boolean; isTriedAgain: boolean };

/** A run that another one began is begun again by that one. */
function Actions({ run, retriable, isPublished, isTriedAgain }: ActionsProps) {
  const { id, status, parentId, deliveryId, workflowId, workflowName } = run;
  if (!isEnded(status)) return <CancelButton runId={id} />;
  if (parentId) return null;
  const alone = isPublished
    ? { workflows: [{ id: workflowId, name: workflowName }], workflow: workflowId }
    : { workflows: [] };
  return (
    <RetryButtons
      retriable={retriable}
      onceMore={deliveryId ? { deliveryId, verdict: "accepted", ...alone } : null}
      isWanted={status === "failed" && !isTriedAgain}
    />
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
