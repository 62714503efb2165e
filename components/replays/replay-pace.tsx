"use client";

import { AgainSwitch } from "@/components/ui/again-switch";
import { Section } from "@/components/ui/section";
import { TextInput } from "@/components/ui/text-input";
import { BulkReplay } from "@/lib/domain/runs/recovery";

/** Whether a text is a rate that a replay can have. */
export function isRate(text: string): boolean {
  return text.trim() !== "" && BulkReplay.shape.ratePerSecond.safeParse(Number(text)).success;
}

type ReplayPaceProps = {
  rate: string;
  onRate: (rate: string) => void;
  again: boolean;
  onAgain: (again: boolean) => void;
};

/** How fast a replay begins its runs, and whether it does again what was done. */
export function ReplayPace({ rate, onRate, again, onAgain }: ReplayPaceProps) {
  return (
    <Section title="How">
      <div className="grid items-start gap-x-8 gap-y-5 md:grid-cols-2">
        <TextInput
          label="Runs that begin in a second"
          inputMode="decimal"
          value={rate}
          onChange={onRate}
          help="Slower is kinder to whoever receives it. 0.1 is one every ten seconds."
          error={isRate(rate) ? undefined : "From 0.1 to 1,000."}
        />
        <AgainSwitch isOn={again} onChange={onAgain} />
      </div>
    </Section>
  );
}
