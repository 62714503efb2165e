"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import type { ApiProblem } from "@/components/api/call-api";
import { changeOptions } from "@/components/endpoints/change-options";
import { findProblem } from "@/components/endpoints/options/option-problems";
import { notify } from "@/components/ui/notify";

export type OptionsForm<Draft> = {
  draft: Draft;
  set: (change: Partial<Draft>) => void;
  isChanged: boolean;
  isPending: boolean;
  /** Why it was not saved, in a sentence; the problems say at which fields. */
  complaint: string | undefined;
  /** What is wrong with one option, or with a part of it such as `answer.body`. */
  errorAt: (option: string) => string | undefined;
  problems: readonly ApiProblem[];
  reset: () => void;
  save: (event: FormEvent) => Promise<void>;
};

type Shape<Draft> = {
  endpointId: string;
  initial: Draft;
  changesOf: (draft: Draft) => Record<string, unknown>;
};

/** A form over some of an endpoint's options, saved with one button. */
export function useOptionsForm<Draft extends object>({
  endpointId,
  initial,
  changesOf,
}: Shape<Draft>): OptionsForm<Draft> {
  const router = useRouter();
  const [saved, setSaved] = useState(initial);
  const [draft, setDraft] = useState(initial);
  const [refusal, setRefusal] = useState<{ error: string; problems: readonly ApiProblem[] }>();
  const [isPending, setIsPending] = useState(false);

  async function save(event: FormEvent) {
    event.preventDefault();
    setIsPending(true);
    const answer = await changeOptions(endpointId, () => changesOf(draft));
    setIsPending(false);
    setRefusal(answer.ok ? undefined : answer);
    if (!answer.ok) return;
    setSaved(draft);
    notify.good("Saved. It holds from the next ring on.");
    router.refresh();
  }

  return {
    draft,
    set: (change) => setDraft({ ...draft, ...change }),
    isChanged: JSON.stringify(draft) !== JSON.stringify(saved),
    isPending,
    complaint: refusal?.error,
    problems: refusal?.problems ?? [],
    errorAt: (option) => findProblem(refusal?.problems ?? [], option),
    reset: () => {
      setDraft(saved);
      setRefusal(undefined);
    },
    save,
  };
}
