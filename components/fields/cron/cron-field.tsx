import { useId, useState } from "react";
import { type CronKind, changeKind, readPlan, writePlan } from "@/components/fields/cron/cron-plan";
import { NextTimes } from "@/components/fields/cron/next-times";
import { PlanDetails } from "@/components/fields/cron/plan-details";
import { FieldFrame } from "@/components/fields/field-frame";
import { asText, type FieldProps } from "@/components/fields/field-props";
import { useFormNode } from "@/components/fields/form-node";
import { SelectBox } from "@/components/fields/select-box";

const KINDS: { value: CronKind; label: string }[] = [
  { value: "minutes", label: "Every few minutes" },
  { value: "hourly", label: "Every hour" },
  { value: "daily", label: "Every day" },
  { value: "weekly", label: "On days of the week" },
  { value: "monthly", label: "On a day of the month" },
  { value: "own", label: "By a cron text of your own" },
];

/** When something happens again and again: a few plain choices, what they come to in words, and the next three times. */
export function CronField({ field, value, onChange, problem }: FieldProps) {
  const id = useId();
  const { config } = useFormNode();
  const text = asText(value ?? field.default);
  const plan = readPlan(text);
  // What is written by hand may happen to be a plain choice: the text box stays all the same.
  const [isOwn, setIsOwn] = useState(plan.kind === "own" && text !== "");
  const shown = isOwn ? changeKind(plan, "own") : plan;
  const isChosen = text !== "" || isOwn;

  function choose(kind: string) {
    const chosen = KINDS.find((known) => known.value === kind)?.value ?? "daily";
    setIsOwn(chosen === "own");
    const next = changeKind(plan, chosen);
    onChange(writePlan(next) || "0 9 * * *");
  }

  return (
    <FieldFrame htmlFor={id} label={field.label} help={field.help} problem={problem} hintId={`${id}-hint`}>
      <SelectBox
        id={id}
        aria-describedby={`${id}-hint`}
        value={isChosen ? shown.kind : ""}
        placeholder="Choose how often"
        onChange={choose}
        choices={KINDS}
      />
      {isChosen ? (
        <>
          <PlanDetails id={id} plan={shown} onChange={(next) => onChange(writePlan(next))} />
          <NextTimes text={text} timeZone={asText(config["timeZone"]) || "UTC"} />
        </>
      ) : null}
    </FieldFrame>
  );
}
