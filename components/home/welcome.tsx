import { BellPlus, type LucideIcon, PencilRuler, Sparkles } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { SourceLogo } from "@/components/endpoints/source-logo";
import { BellButton } from "@/components/home/bell-button";
import { MakeExampleButton } from "@/components/home/make-example-button";
import { NewWorkflowButton } from "@/components/home/new-workflow-button";
import { LinkButton } from "@/components/ui/link-button";
import { sources } from "@/lib/catalog/sources";

const TILES_MAX = 12;

/** The home page before there is anything to show: three ways to begin. */
export function Welcome() {
  return (
    <>
      <section className="panel relative isolate flex flex-col items-center gap-5 overflow-hidden px-6 py-10 text-center sm:py-14">
        <div
          aria-hidden
          className="absolute inset-0 -z-10 bg-[radial-gradient(50%_60%_at_50%_20%,var(--accent-soft),transparent_75%)]"
        />
        <BellButton />
        <div className="flex max-w-xl flex-col gap-2">
          <h1 className="text-balance font-semibold text-3xl tracking-tight">Your doorbell is ready</h1>
          <p className="text-pretty text-muted">
            Make an endpoint, give its address to whoever should ring, and draw what happens then. Everything that
            arrives is written down, also what is refused.
          </p>
        </div>
      </section>

      <section aria-label="Ways to begin" className="grid gap-4 lg:grid-cols-3">
        <Start icon={Sparkles} title="See one that works" action={<MakeExampleButton />}>
          A GitHub endpoint and a small drawing that tells pushes from the rest. Ring it, and watch it run.
        </Start>
        <Start
          icon={BellPlus}
          title="Catch something of your own"
          action={
            <LinkButton href="/endpoints/new" variant="outline">
              New endpoint
            </LinkButton>
          }
        >
          An address that listens at once. See the first request arrive before you decide anything.
        </Start>
        <Start icon={PencilRuler} title="Start with the drawing" action={<NewWorkflowButton variant="outline" />}>
          An empty canvas. Put a webhook on it, and what should follow.
        </Start>
      </section>

      <section className="flex flex-col gap-3">
        <h2 className="font-semibold text-[0.9375rem]">Who is going to ring?</h2>
        <ul className="grid grid-cols-2 gap-2.5 sm:grid-cols-3 lg:grid-cols-4">
          {sources.slice(0, TILES_MAX).map((source) => (
            <li key={source.id}>
              <Link
                href={`/endpoints/new?source=${source.id}`}
                className="panel flex h-full items-center gap-3 px-3 py-2.5 font-medium text-sm transition-colors hover:border-focus"
              >
                <SourceLogo source={source.id} />
                <span className="min-w-0 truncate">{source.name}</span>
              </Link>
            </li>
          ))}
        </ul>
        <Link href="/endpoints/new" className="text-link w-fit text-sm">
          All {sources.length} sources
        </Link>
      </section>
    </>
  );
}

type StartProps = { icon: LucideIcon; title: string; action: ReactNode; children: ReactNode };

function Start({ icon: Icon, title, action, children }: StartProps) {
  return (
    <article className="panel flex flex-col items-start gap-3 p-5">
      <Icon aria-hidden className="size-5 text-accent-soft-foreground" strokeWidth={1.9} />
      <div className="flex flex-1 flex-col gap-1">
        <h2 className="font-semibold">{title}</h2>
        <p className="text-pretty text-muted text-sm">{children}</p>
      </div>
      {action}
    </article>
  );
}
