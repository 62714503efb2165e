import { z } from "zod";
import { postToRepository } from "@/lib/catalog/nodes/actions/github-repository";
import { repositoryField } from "@/lib/catalog/nodes/actions/repository";
import { neededConnection } from "@/lib/catalog/nodes/connection-field";
import { defineNode } from "@/lib/catalog/nodes/define-node";
import { giving } from "@/lib/catalog/nodes/giving";
import { neededLine, neededText } from "@/lib/catalog/nodes/lines";

/** https://docs.github.com/rest/issues/comments#create-an-issue-comment */
export const githubComment = defineNode({
  type: "github-comment",
  name: "GitHub comment",
  summary: "Comments on an issue or a pull request.",
  kind: "action",
  group: "Developer tools",
  icon: "message-square-text",
  config: z.strictObject({
    connectionId: neededConnection,
    repository: repositoryField,
    number: neededLine("Enter the number.", {
      label: "Number",
      placeholder: "{{ trigger.body.issue.number }}",
      help: "The number behind the # of the issue or the pull request.",
    }),
    text: neededText("Write the comment.", {
      label: "Comment",
      placeholder: "Deployed by run {{ trigger.body.run_id }}.",
      help: "It can be written in Markdown.",
    }),
  }),
  sample: {
    connectionId: "con_01980000000070008000000000000000",
    repository: "octocat/hello-world",
    number: "1347",
    text: "Seen by the desk: {{ trigger.body.data.ticket_id }}",
  },
  ports: [{ id: "out", name: "Then" }],
  connections: ["github"],
  describe: ({ repository, number }) => `On ${repository}#${number}`,
  outputExample: { id: 1, url: "https://github.com/octocat/hello-world/issues/1347#issuecomment-1" },
  plan: (config, context) => {
    const { fill } = context;
    const number = fill.needed(config.number, "There is no number of an issue to comment on.").replace(/^#/, "");
    if (number !== "" && !/^\d+$/.test(number))
      fill.complain(`“${number.slice(0, 50)}” is not the number of an issue.`);
    const body = { body: fill.needed(config.text, "The comment is empty.") };
    const path = `issues/${number}/comments`;
    const request = postToRepository(context, { repository: config.repository, path, body });
    return { kind: "request", request, read: giving({ id: "id", url: "html_url" }) };
  },
});
