"use client";

import { Button } from "@heroui/react";
import { Check, FlaskConical, X } from "lucide-react";
import { useState } from "react";
import { callApi } from "@/components/api/call-api";
import { Notice } from "@/components/ui/notice";

type TestedVector = { name: string; expected: string; isAsExpected: boolean };
type Answer = { checked: number; vectors: TestedVector[] };

type SelfTestProps = { sourceId: string; count: number };

/** Puts what is known of a source's signatures through the checks of this very server, and shows each tick. */
export function SelfTest({ sourceId, count }: SelfTestProps) {
  const [tested, setTested] = useState<Answer>();
  const [complaint, setComplaint] = useState<string>();
  const [isPending, setIsPending] = useState(false);

  async function test() {
    setIsPending(true);
    const answer = await callApi<Answer>("GET", `/api/v1/sources/${sourceId}/self-test`);
    setIsPending(false);
    setComplaint(answer.ok ? undefined : answer.error);
    if (answer.ok) setTested(answer.value);
  }

  return (
    <div className="flex flex-col gap-3 rounded-xl bg-surface-secondary p-4">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <div className="flex min-w-0 flex-col">
          <p className="font-medium">
            Checked against {count} {count === 1 ? "vector" : "vectors"}
          </p>
          <p className="text-pretty text-muted">
            Requests whose verdict is known: published by the sender, or signed by another program.
          </p>
        </div>
        <Button variant="outline" size="sm" isPending={isPending} onPress={test}>
          <FlaskConical aria-hidden />
          Self-test
        </Button>
      </div>
      {complaint ? (
        <Notice tone="bad" isAlert>
          {complaint}
        </Notice>
      ) : null}
      <div aria-live="polite">{tested ? <Results tested={tested} /> : null}</div>
    </div>
  );
}

function Results({ tested: { checked, vectors } }: { tested: Answer }) {
  const wrong = vectors.filter(({ isAsExpected }) => !isAsExpected).length;
  return (
    <div className="flex animate-arrive flex-col gap-2">
      <p className={`font-medium ${wrong > 0 ? "text-bad" : "text-good"}`}>
        {wrong > 0 ? `${wrong} of ${checked} came out otherwise than expected` : `All ${checked} as expected`}
      </p>
      <ul className="flex flex-col gap-1.5">
        {vectors.map(({ name, expected, isAsExpected }) => (
          <li key={name} className="flex items-start gap-2.5">
            <span
              className={`mt-0.5 grid size-4.5 shrink-0 place-items-center rounded-full ${isAsExpected ? "bg-good-soft text-good" : "bg-bad-soft text-bad"}`}
            >
              {isAsExpected ? (
                <Check aria-hidden className="size-3" strokeWidth={3} />
              ) : (
                <X aria-hidden className="size-3" strokeWidth={3} />
              )}
              <span className="sr-only">{isAsExpected ? "As expected: " : "Not as expected: "}</span>
            </span>
            <span className="min-w-0 flex-1 text-pretty">{name}</span>
            <span className="shrink-0 text-muted text-xs leading-5">
              {expected === "accept" ? "accepted" : "refused"}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
