"use client";

import { PeriodField } from "@/components/editor/settings/period-field";
import type { SettingsFormProps } from "@/components/editor/settings/settings-form-props";
import { SwitchInput } from "@/components/ui/switch-input";

const HOUR_SECONDS = 3_600;
const LONGEST_SECONDS = 366 * 86_400;

/** How long a run may take. */
export function EndForm({ settings: { timeLimitSeconds }, change }: SettingsFormProps) {
  return (
    <>
      <SwitchInput
        label="Give up a run that takes too long"
        isOn={timeLimitSeconds !== undefined}
        onChange={(isOn) => change({ timeLimitSeconds: isOn ? HOUR_SECONDS : undefined })}
        help="It fails then. What has been sent stays sent."
      />
      {timeLimitSeconds === undefined ? null : (
        <PeriodField
          label="Give it up after"
          help="Counted from its beginning; pauses and waiting count, too."
          value={timeLimitSeconds}
          secondsMax={LONGEST_SECONDS}
          onChange={(seconds) => change({ timeLimitSeconds: seconds }, "time-limit")}
        />
      )}
    </>
  );
}
