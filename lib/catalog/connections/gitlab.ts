import { z } from "zod";
import { BaseUrl } from "@/lib/catalog/connections/base-url";
import { defineConnection } from "@/lib/catalog/connections/define-connection";
import { secretField } from "@/lib/catalog/connections/secret-field";
import { field } from "@/lib/domain/forms/field";

/** A trigger token can do nothing but start a pipeline, so there is no way to try it that changes nothing. */
export const gitlab = defineConnection({
  id: "gitlab",
  name: "GitLab trigger",
  summary: "Starts pipelines of one GitLab project.",
  docsUrl: "https://docs.gitlab.com/ci/triggers/",
  setup: [
    "At GitLab, open the project, then Settings → CI/CD, and expand Pipeline trigger tokens.",
    "Press Add new token, describe it, and press Create pipeline trigger token.",
    "Copy the token. It can start pipelines of this project, and nothing else.",
  ],
  config: z.strictObject({
    token: secretField("Paste the token.", { label: "Pipeline trigger token", placeholder: "glptt-…" }),
    baseUrl: field(BaseUrl.default("https://gitlab.com"), {
      label: "Address of GitLab",
      widget: "text",
      placeholder: "https://gitlab.com",
      help: "For a GitLab of your own only.",
    }),
  }),
  sample: { token: "glptt-a-token" },
  describe: ({ baseUrl }) => new URL(baseUrl).host,
});
