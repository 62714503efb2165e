import type { WaitsFor } from "@/lib/domain/runs/run";

/** Says what a step waits for, as the end of “Waiting …”. Until when, screens add by the reader's own clock. */
export function explainWait(waitsFor: WaitsFor): string {
  switch (waitsFor.kind) {
    case "time":
      return "until its time comes";
    case "delivery":
      return `for ${awaitedEvent(waitsFor)} at ${waitsFor.endpointName ? `“${waitsFor.endpointName}”` : "an endpoint that is gone"}${condition(waitsFor)}`;
    case "approval":
      return `for a person's yes or no${waitsFor.question ? `: “${cut(waitsFor.question)}”` : ""}`;
    case "runs":
      return runsWords(waitsFor);
  }
}

/** What brings it on, in a sentence. */
export function wayOn({ kind }: WaitsFor): string {
  switch (kind) {
    case "time":
      return "It goes on by itself, also after a restart.";
    case "delivery":
      return "It goes on as soon as that arrives, or when its time is up.";
    case "approval":
      return "It goes on as soon as somebody decides, or when its time is up.";
    case "runs":
      return "It goes on when the last of them has ended.";
  }
}

const QUESTION_SHOWN = 200;

function cut(question: string): string {
  return question.length > QUESTION_SHOWN ? `${question.slice(0, QUESTION_SHOWN)}…` : question;
}

type Delivery = Extract<WaitsFor, { kind: "delivery" }>;

function awaitedEvent({ eventTypes }: Delivery): string {
  return eventTypes.length === 0 ? "a delivery" : eventTypes.join(" or ");
}

function condition({ path, equals }: Delivery): string {
  return path === "" ? "" : ` in which ${path} is “${equals}”`;
}

function runsWords({ total, ended }: Extract<WaitsFor, { kind: "runs" }>): string {
  if (total === 0) return "for the runs that it begins";
  if (total === 1) return "for the run that it began";
  return `for the runs that it began: ${ended} of ${total} have ended`;
}
