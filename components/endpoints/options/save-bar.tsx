"use client";

import { Button } from "@heroui/react";
import { Notice } from "@/components/ui/notice";

type SaveBarProps = {
  form: { isChanged: boolean; isPending: boolean; complaint: string | undefined; reset: () => void };
};

/** The end of a form over options: what is wrong, and the one button that saves it all. Once there is something to save, it stays in sight. */
export function SaveBar({ form }: SaveBarProps) {
  const { isChanged, isPending, complaint, reset } = form;
  return (
    <div className={`z-10 flex flex-col gap-3 ${isChanged ? "sticky bottom-3" : ""}`}>
      {complaint ? (
        <div className="rounded-xl bg-background shadow-card">
          <Notice tone="bad" isAlert title={complaint}>
            What is wrong stands at the fields.
          </Notice>
        </div>
      ) : null}
      <div
        className={`panel flex flex-wrap items-center justify-between gap-3 px-4 py-3 sm:px-5 ${isChanged ? "shadow-lg" : ""}`}
      >
        <p role="status" className="text-muted text-sm">
          {isChanged ? "Not saved yet" : "Everything is saved"}
        </p>
        <div className="flex gap-2">
          {isChanged ? (
            <Button variant="tertiary" size="sm" onPress={reset}>
              Discard
            </Button>
          ) : null}
          <Button type="submit" size="sm" isDisabled={!isChanged} isPending={isPending}>
            Save changes
          </Button>
        </div>
      </div>
    </div>
  );
}
