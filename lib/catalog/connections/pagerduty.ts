import { z } from "zod";
import { defineConnection } from "@/lib/catalog/connections/define-connection";
import { field } from "@/lib/domain/forms/field";

/** https://support.pagerduty.com/main/docs/services-and-integrations */
export const pagerduty = defineConnection({
  id: "pagerduty",
  name: "PagerDuty service",
  summary: "Opens and ends alerts of one PagerDuty service.",
  docsUrl: "https://developer.pagerduty.com/docs/events-api-v2/trigger-events/",
  setup: [
    "In PagerDuty, open Services, Service Directory, and choose the service.",
    "Under Integrations, press Add an integration, choose Events API V2 and press Add.",
    "Open the integration, and copy its Integration Key.",
  ],
  config: z.strictObject({
    routingKey: field(
      z
        .string()
        .trim()
        .regex(/^[A-Za-z0-9]{32}$/, "An Integration Key has 32 letters and digits."),
      {
        label: "Integration Key",
        widget: "secret",
      },
    ),
    region: field(z.enum(["us", "eu"]).default("us"), {
      label: "Your PagerDuty is in",
      widget: "select",
      choices: [
        { value: "us", label: "the USA (example.pagerduty.com)" },
        { value: "eu", label: "the EU (example.eu.pagerduty.com)" },
      ],
    }),
  }),
  sample: { routingKey: "0".repeat(32), region: "us" },
  describe: ({ region }) => (region === "eu" ? "EU" : ""),
});

/** Where events are sent to. */
export function pagerdutyUrl({ region }: { region?: string }): string {
  return region === "eu" ? "https://events.eu.pagerduty.com/v2/enqueue" : "https://events.pagerduty.com/v2/enqueue";
}
