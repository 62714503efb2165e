import type { SettingsChange } from "@/lib/domain/workflow/edit/change-settings";
import type { WorkflowSettings } from "@/lib/domain/workflow/settings";

/** What every part of the form of settings gets. */
export type SettingsFormProps = {
  settings: WorkflowSettings;
  /** With a key, changes of the same key are undone together. */
  change: (change: SettingsChange, key?: string) => void;
};
