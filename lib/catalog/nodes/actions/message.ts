import { z } from "zod";
import { field } from "@/lib/domain/forms/field";
import { shorten } from "@/lib/domain/runs/shorten";

const TEMPLATE_MAX = 20_000;
const DESCRIBED_MAX = 100;

/** The setting with what a message says. */
export function messageField(help: string) {
  const Text = z.string("Write the message.").trim().min(1, "Write the message.").max(TEMPLATE_MAX);
  return field(Text, {
    label: "Message",
    widget: "long-template",
    placeholder: "New order {{ trigger.body.id }} from {{ trigger.body.customer.name }}",
    help,
  });
}

/** Why a message whose template comes to nothing is not sent. */
export const NOTHING_TO_SAY = "The message is empty.";

/** A message in one line, for its card. */
export function describeMessage(to: string, text: string): string {
  return shorten(`${to}: ${text}`.replaceAll(/\s+/g, " "), DESCRIBED_MAX);
}
