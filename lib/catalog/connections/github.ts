import { z } from "zod";
import { BaseUrl, withoutSlash } from "@/lib/catalog/connections/base-url";
import { type Credentials, defineConnection } from "@/lib/catalog/connections/define-connection";
import { secretField } from "@/lib/catalog/connections/secret-field";
import { field } from "@/lib/domain/forms/field";
import type { PlannedRequest } from "@/lib/domain/runs/effect";

const GITHUB_API = "https://api.github.com";

/** https://docs.github.com/rest/users/users#get-the-authenticated-user */
export const github = defineConnection({
  id: "github",
  name: "GitHub",
  summary: "Opens issues, comments, and starts workflows of GitHub Actions.",
  docsUrl:
    "https://docs.github.com/authentication/keeping-your-account-and-data-secure/managing-your-personal-access-tokens",
  setup: [
    "At GitHub, open Settings → Developer settings → Personal access tokens → Fine-grained tokens, and press Generate new token.",
    "Under Repository access, choose only the repositories that this is about.",
    "Under Permissions, give it what the steps need: Issues (read and write) for issues and comments, Actions (read and write) to start a workflow, Contents (read and write) to send a custom event.",
    "Press Generate token, and copy it: GitHub shows it only once.",
  ],
  config: z.strictObject({
    token: secretField("Paste the token.", { label: "Personal access token", placeholder: "github_pat_…" }),
    apiUrl: field(BaseUrl.default(GITHUB_API), {
      label: "Address of the API",
      widget: "text",
      placeholder: GITHUB_API,
      help: "For GitHub Enterprise Server only: https://, your server's name and /api/v3.",
    }),
  }),
  sample: { token: "github_pat_a_token" },
  describe: ({ apiUrl }) => new URL(apiUrl).host,
  test: ({ token, apiUrl }) => ({
    request: { method: "GET", url: `${apiUrl}/user`, headers: githubHeaders(token), body: "" },
  }),
});

/** Where the API of a GitHub connection is. */
export function githubApiOf({ apiUrl = GITHUB_API }: Credentials): string {
  return withoutSlash(apiUrl);
}

/** What every request to GitHub carries. */
export function githubHeaders(token = ""): PlannedRequest["headers"] {
  return [
    { name: "authorization", value: `Bearer ${token}` },
    { name: "accept", value: "application/vnd.github+json" },
    { name: "x-github-api-version", value: "2022-11-28" },
  ];
}
