import type { DataGroup } from "@/components/fields/picker/data-rows";

/** What rang, to pick from: the body, and whatever else is known of the request. */
export function triggerGroups(trigger: Record<string, unknown>): { rung: DataGroup; about: DataGroup } {
  const { body, ...about } = trigger;
  return {
    rung: { title: "What rang", path: ["trigger", "body"], value: body, isOpen: true },
    about: { title: "About the request", path: ["trigger"], value: about, isOpen: false },
  };
}
