"use client";

import { KeyField } from "@/components/editor/settings/key-field";
import { PeriodField } from "@/components/editor/settings/period-field";
import type { SettingsFormProps } from "@/components/editor/settings/settings-form-props";
import { BoundedNumber } from "@/components/fields/bounded-number";
import { SwitchInput } from "@/components/ui/switch-input";
import type { WorkflowSettings } from "@/lib/domain/workflow/settings";

const USUAL = { limit: 10, periodSeconds: 60 };
const BOUNDS = { min: 1, max: 100_000 };
const DAY_SECONDS = 86_400;

/** How many runs begin within a period. */
export function PaceForm({ settings: { throttle }, change }: SettingsFormProps) {
  const set = (part: Partial<NonNullable<WorkflowSettings["throttle"]>>, key: string) =>
    throttle && change({ throttle: { ...throttle, ...part } }, `throttle.${key}`);
  return (
    <>
      <SwitchInput
        label="Limit how many begin"
        isOn={throttle !== undefined}
        onChange={(isOn) => change({ throttle: isOn ? USUAL : undefined })}
        help="The others begin later, none is lost."
      />
      {throttle ? (
        <>
          <BoundedNumber
            label="Runs that begin"
            help="So many may begin in one go."
            value={throttle.limit}
            bounds={BOUNDS}
            isWhole
            onChange={(limit) => set({ limit }, "limit")}
          />
          <PeriodField
            label="Within"
            help="A day at most."
            value={throttle.periodSeconds}
            secondsMax={DAY_SECONDS}
            onChange={(periodSeconds) => set({ periodSeconds }, "period")}
          />
          <KeyField
            label="For each value of"
            help="Each value has a budget of its own. Empty: all share one."
            value={throttle.key ?? ""}
            onChange={(key) => set({ key }, "key")}
          />
        </>
      ) : null}
    </>
  );
}
