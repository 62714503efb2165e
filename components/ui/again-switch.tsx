"use client";

import { Notice } from "@/components/ui/notice";
import { SwitchInput } from "@/components/ui/switch-input";

type AgainSwitchProps = { isOn: boolean; onChange: (isOn: boolean) => void };

/** Whether what was done outside is done once more. It is off until somebody has read what that means. */
export function AgainSwitch({ isOn, onChange }: AgainSwitchProps) {
  return (
    <div className="flex flex-col gap-2.5">
      <SwitchInput
        label="Do again what was done already"
        isOn={isOn}
        onChange={onChange}
        help={isOn ? undefined : "Off: what a receiver has confirmed is left out, and its result is taken over."}
      />
      {isOn ? (
        <Notice tone="warn" isAlert title="Receivers will see everything a second time">
          It is sent under new keys, so no receiver can tell that it is the same: a card may be charged twice, a message
          may come twice.
        </Notice>
      ) : null}
    </div>
  );
}
