import { z } from "zod";
import { field } from "@/lib/domain/forms/field";

/** The address of somebody's incoming webhook. It is a secret as a whole: whoever knows it can write there. */
export function webhookUrl(placeholder: string) {
  const Url = z
    .string()
    .trim()
    .max(4_000)
    .refine(
      (url) => url.startsWith("https://") && URL.canParse(url),
      "Paste the whole address. It begins with https://.",
    );
  return field(Url, {
    label: "Webhook URL",
    widget: "secret",
    placeholder,
    help: "Whoever knows this address can write there, so it is kept like a password.",
  });
}
