"use client";

import type { ReactNode } from "react";
import { AtOnceForm } from "@/components/editor/settings/at-once-form";
import { EndForm } from "@/components/editor/settings/end-form";
import { PaceForm } from "@/components/editor/settings/pace-form";
import type { SettingsFormProps } from "@/components/editor/settings/settings-form-props";
import { settingsWords } from "@/components/editor/settings/settings-words";

/** How a workflow's runs are held in check, and in words what that means. */
export function SettingsForm(form: SettingsFormProps) {
  return (
    <div className="flex flex-col gap-6">
      <Part title="How many at once">
        <AtOnceForm {...form} />
      </Part>
      <Part title="How fast they begin">
        <PaceForm {...form} />
      </Part>
      <Part title="How long one may take">
        <EndForm {...form} />
      </Part>
      <div className="flex flex-col gap-1.5 rounded-xl bg-surface-secondary p-3 text-sm">
        <p className="font-medium">What this means</p>
        <p className="text-pretty text-muted">{settingsWords(form.settings)} It holds once this is published.</p>
      </div>
    </div>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title} className="flex flex-col gap-4">
      <h3 className="eyebrow">{title}</h3>
      {children}
    </section>
  );
}
