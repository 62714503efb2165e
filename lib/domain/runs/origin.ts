import { readPath } from "@/lib/domain/json/read-path";
import type { Run } from "@/lib/domain/runs/run";

/** Something that a run came of, to be looked at. */
export type OriginLink = { to: "delivery" | "run" | "replay"; id: string; words: string };

export type Origin = {
  /** What began the run, in a sentence. */
  words: string;
  /** When it was due, where that says more than when it began. */
  dueAt?: string;
  links: OriginLink[];
};

/** Says what began a run, and what there is to see of that. */
export function originOf(run: Run): Origin {
  const { deliveryId, retryOf, parentId, replayId, input } = run;
  const delivery = linkTo("delivery", deliveryId, "Open the delivery");
  switch (run.cause) {
    case "delivery":
      return {
        words: run.item === null ? "A delivery rang." : `Event ${run.item + 1} of a delivery.`,
        links: delivery,
      };
    case "schedule":
      return { words: "Its schedule was due.", ...dueAtIn(input), links: [] };
    case "manual":
      return { words: "Somebody started it by hand.", links: [] };
    case "failure":
      return failureOrigin(input);
    case "workflow":
      return {
        words: "Another workflow runs it and waits for its end.",
        links: linkTo("run", parentId, "Open the run that waits"),
      };
    case "item":
      return { words: `${itemWords(run)} of a list.`, links: linkTo("run", parentId, "Open the run of the list") };
    case "retry":
      return {
        words: "An earlier run is tried again.",
        links: [...linkTo("run", retryOf, "Open the run before"), ...delivery],
      };
    case "replay":
      return {
        words: "A delivery is run once more.",
        links: [
          ...delivery,
          ...linkTo("run", retryOf, "Open the run before"),
          ...linkTo("replay", replayId, "All runs of this replay"),
        ],
      };
  }
}

function linkTo(to: OriginLink["to"], id: string | null, words: string): OriginLink[] {
  return id === null ? [] : [{ to, id, words }];
}

function dueAtIn(input: unknown): { dueAt?: string } {
  const dueAt = readPath(input, ["scheduledFor"]);
  return typeof dueAt === "string" ? { dueAt } : {};
}

function failureOrigin(input: unknown): Origin {
  const name = readPath(input, ["body", "workflowName"]);
  const runId = readPath(input, ["body", "runId"]);
  return {
    words: typeof name === "string" && name !== "" ? `“${name}” failed.` : "Another workflow failed.",
    links: linkTo("run", typeof runId === "string" ? runId : null, "Open the run that failed"),
  };
}

function itemWords({ loopItem }: Run): string {
  return loopItem === null ? "An item" : `Item ${loopItem + 1}`;
}
