import { z } from "zod";
import { postToRepository } from "@/lib/catalog/nodes/actions/github-repository";
import { repositoryField } from "@/lib/catalog/nodes/actions/repository";
import { neededConnection } from "@/lib/catalog/nodes/connection-field";
import { defineNode } from "@/lib/catalog/nodes/define-node";
import { giving } from "@/lib/catalog/nodes/giving";
import { neededLine, optionalText, textsField } from "@/lib/catalog/nodes/lines";
import { filledTexts } from "@/lib/catalog/nodes/mapping";

/** https://docs.github.com/rest/issues/issues#create-an-issue */
export const githubIssue = defineNode({
  type: "github-issue",
  name: "GitHub issue",
  summary: "Opens an issue in a repository.",
  kind: "action",
  group: "Developer tools",
  icon: "circle-dot",
  config: z.strictObject({
    connectionId: neededConnection,
    repository: repositoryField,
    title: neededLine("Enter the title.", { label: "Title", placeholder: "{{ trigger.body.subject }}" }),
    text: optionalText({
      label: "Text",
      placeholder: "{{ trigger.body.message }}",
      help: "It can be written in Markdown.",
    }),
    labels: textsField({
      label: "Labels",
      noun: "label",
      placeholder: "bug",
      help: "One that the repository does not have yet is made.",
    }),
    assignees: textsField({
      label: "Assign to",
      noun: "account",
      placeholder: "octocat",
      help: "Names of GitHub accounts that can work on the repository.",
    }),
  }),
  sample: {
    connectionId: "con_01980000000070008000000000000000",
    repository: "octocat/hello-world",
    title: "Ticket {{ trigger.body.data.ticket_id }}",
    labels: ["from-support"],
  },
  ports: [{ id: "out", name: "Then" }],
  connections: ["github"],
  describe: ({ repository }) => `In ${repository}`,
  outputExample: { number: 1347, id: 1, url: "https://github.com/octocat/hello-world/issues/1347" },
  plan: (config, context) => {
    const { fill } = context;
    const body = {
      title: fill.needed(config.title, "The issue has no title."),
      body: fill.text(config.text),
      labels: filledTexts(config.labels, fill),
      assignees: filledTexts(config.assignees, fill),
    };
    const request = postToRepository(context, { repository: config.repository, path: "issues", body });
    return { kind: "request", request, read: giving({ number: "number", id: "id", url: "html_url" }) };
  },
});
