"use client";

import { PlaySquare } from "lucide-react";
import { useRef } from "react";
import { Filtered } from "@/components/log/filtered";
import { ClearFilters } from "@/components/log/filters/clear-filters";
import { FilterSelect } from "@/components/log/filters/filter-select";
import { OnlyChip } from "@/components/log/filters/only-chip";
import { StatusTabs } from "@/components/log/filters/status-tabs";
import { type Filters, useFilters } from "@/components/log/filters/use-filters";
import { KeyHints } from "@/components/log/key-hints";
import { LogList } from "@/components/log/log-list";
import { LogTable } from "@/components/log/log-table";
import { NothingFits } from "@/components/log/nothing-fits";
import { useLogKeys } from "@/components/log/use-log-keys";
import { type Log, useLogPages } from "@/components/log/use-log-pages";
import { CAUSES } from "@/components/runs/origin/cause-label";
import { RUN_COLUMNS, RunRow } from "@/components/runs/run-row";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import type { Page } from "@/lib/domain/page";
import { RunCause, RunStatus, type RunSummary } from "@/lib/domain/runs/run";

/** What only links from other screens narrow down by. */
const ONLY = [
  { name: "replay", words: "Only of one replay" },
  { name: "parent", words: "Only those that one run began" },
  { name: "retryOf", words: "Only retries of one run" },
  { name: "delivery", words: "Only of one delivery" },
];
const NAMES = ["workflow", "status", "cause", ...ONLY.map(({ name }) => name)];
const BEGINNINGS = RunCause.options.map((cause) => ({ value: cause, name: CAUSES[cause].word }));

type RunLogProps = {
  initial: Page<RunSummary>;
  /** The filters that `initial` was read with, as in the URL. */
  search: string;
  workflows: readonly { id: string; name: string }[];
};

/** The log of runs with its filters and keys. */
export function RunLog({ initial, search, workflows }: RunLogProps) {
  const filters = useFilters();
  const list = useRef<HTMLDivElement>(null);
  useLogKeys({ list });

  return (
    <div className="flex flex-col gap-4">
      <RunFilters filters={filters} workflows={workflows} />
      <Filtered ref={list} filters={filters}>
        <RunList key={search} initial={initial} search={search} filters={filters} />
      </Filtered>
    </div>
  );
}

function RunFilters({ filters, workflows }: { filters: Filters; workflows: RunLogProps["workflows"] }) {
  return (
    <search aria-label="Filter runs" className="flex flex-col gap-3">
      <StatusTabs label="Status" name="status" statuses={RunStatus.options} filters={filters} />
      <div className="flex flex-wrap gap-2">
        <div className="w-full sm:w-56">
          <FilterSelect
            label="Workflow"
            all="Every workflow"
            value={filters.value("workflow")}
            choices={workflows.map(({ id, name }) => ({ value: id, name }))}
            onChange={(workflow) => filters.change({ workflow })}
          />
        </div>
        <div className="w-full sm:w-44">
          <FilterSelect
            label="Started by"
            all="Started by anything"
            value={filters.value("cause")}
            choices={BEGINNINGS}
            onChange={(cause) => filters.change({ cause })}
          />
        </div>
        {ONLY.map(({ name, words }) => (
          <OnlyChip key={name} filters={filters} name={name} words={words} />
        ))}
        <ClearFilters filters={filters} names={NAMES} />
      </div>
    </search>
  );
}

type RunListProps = Omit<RunLogProps, "workflows"> & { filters: Filters };

function RunList({ initial, search, filters }: RunListProps) {
  const log = useLogPages<RunSummary>({
    path: "/api/v1/runs",
    search,
    initial,
    withEvent: (run, event) => (event.kind === "run" && event.id === run.id ? { ...run, status: event.status } : run),
  });

  return (
    <LogList
      log={log}
      empty={
        search === "" ? (
          <NothingRan />
        ) : (
          <NothingFits title="No run fits these filters" filters={filters}>
            When one does, it appears here by itself.
          </NothingFits>
        )
      }
      hints={<KeyHints keys={["j", "k", "Enter"]} />}
    >
      <RunTable log={log} />
    </LogList>
  );
}

function RunTable({ log }: { log: Log<RunSummary> }) {
  return (
    <LogTable
      caption="Runs, newest first"
      columns={RUN_COLUMNS}
      heads={["Began", "Status", "Workflow", "Why", "Took", "Started by"]}
    >
      {log.items.map((run) => (
        <RunRow key={run.id} run={run} isNew={log.arrived.has(run.id)} />
      ))}
    </LogTable>
  );
}

function NothingRan() {
  const action = (
    <LinkButton href="/workflows" variant="primary">
      Go to workflows
    </LinkButton>
  );
  return (
    <EmptyState icon={PlaySquare} title="Nothing has run yet" actions={action}>
      When something starts a published workflow, such as a ring at its endpoint, the run appears here.
    </EmptyState>
  );
}
