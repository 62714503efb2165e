import { z } from "zod";
import { defineConnection } from "@/lib/catalog/connections/define-connection";
import { field } from "@/lib/domain/forms/field";
import { postForm } from "@/lib/domain/runs/post";

const key = z
  .string()
  .trim()
  .regex(/^[A-Za-z0-9]{30}$/, "It has 30 letters and digits.");

/** https://pushover.net/api#verification */
export const pushover = defineConnection({
  id: "pushover",
  name: "Pushover",
  summary: "Pushes to your phones and computers, or to those of a group.",
  docsUrl: "https://pushover.net/api",
  setup: [
    "Sign in at pushover.net. Your User Key stands at the top right.",
    "At the bottom of the page, press Create an Application/API Token, and give it a name.",
    "Copy its API Token. To push to several people, make a group, and take its key in place of yours.",
  ],
  config: z.strictObject({
    token: field(key, { label: "API Token", widget: "secret" }),
    user: field(key, { label: "User key or group key", widget: "secret" }),
  }),
  sample: { token: "a".repeat(30), user: "u".repeat(30) },
  test: ({ token, user }) => ({ request: postForm("https://api.pushover.net/1/users/validate.json", { token, user }) }),
});
