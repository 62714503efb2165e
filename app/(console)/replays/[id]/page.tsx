import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { requireActor } from "@/app/actor";
import { orNotFound } from "@/app/or-not-found";
import { LiveIndicator } from "@/components/live/live-indicator";
import { ReplayView } from "@/components/replays/replay-view";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { isAllowed } from "@/lib/domain/accounts/role";
import { idSchema } from "@/lib/domain/ids";
import { readReplay } from "@/lib/services/read-replay";

export const metadata: Metadata = { title: "Replay" };

export default async function ReplayPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireActor();
  const id = idSchema("replay").safeParse((await params).id).data ?? notFound();
  const replay = await orNotFound(readReplay(actor, id));
  return (
    <Page width="narrow">
      <PageHeader
        back={{ href: "/deliveries", label: "Deliveries" }}
        title="Replay"
        description="Deliveries that came before are run once more."
        actions={<LiveIndicator />}
      />
      <ReplayView initial={replay} mayCancel={isAllowed(actor.role, "run:write")} />
    </Page>
  );
}
