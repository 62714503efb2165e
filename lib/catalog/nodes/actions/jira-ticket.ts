import { z } from "zod";
import { jiraHeaders } from "@/lib/catalog/connections/jira";
import { jiraDocument } from "@/lib/catalog/nodes/actions/jira-document";
import { neededConnection } from "@/lib/catalog/nodes/connection-field";
import { defineNode } from "@/lib/catalog/nodes/define-node";
import { neededLine, optionalText, textsField } from "@/lib/catalog/nodes/lines";
import { filledTexts } from "@/lib/catalog/nodes/mapping";
import { field } from "@/lib/domain/forms/field";
import { readPath } from "@/lib/domain/json/read-path";
import type { Answer, Reading } from "@/lib/domain/runs/effect";
import { postJson } from "@/lib/domain/runs/post";
import { shorten } from "@/lib/domain/runs/shorten";

const SUMMARY_MAX = 255;

/** https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issues/#api-rest-api-3-issue-post */
export const jiraTicket = defineNode({
  type: "jira-ticket",
  name: "Jira ticket",
  summary: "Opens a ticket in a Jira project.",
  kind: "action",
  group: "Tickets",
  icon: "ticket",
  config: z.strictObject({
    connectionId: neededConnection,
    project: neededLine("Enter the project's key.", {
      label: "Project's key",
      placeholder: "DESK",
      help: "The letters before the number of each of its tickets: DESK of DESK-42.",
    }),
    kind: field(z.string().trim().min(1, "Enter the kind of ticket.").max(200).default("Task"), {
      label: "Kind of ticket",
      widget: "text",
      placeholder: "Task",
      help: "As Jira calls it in that project: Task, Bug, Story.",
    }),
    title: neededLine("Enter the summary.", { label: "Summary", placeholder: "{{ trigger.body.subject }}" }),
    text: optionalText({
      label: "Description",
      placeholder: "{{ trigger.body.message }}",
      help: "An empty line begins a paragraph.",
    }),
    labels: textsField({
      label: "Labels",
      noun: "label",
      placeholder: "from-shop",
      help: "Blanks in them become dashes.",
    }),
  }),
  sample: {
    connectionId: "con_01980000000070008000000000000000",
    project: "DESK",
    kind: "Bug",
    title: "Ticket {{ trigger.body.data.ticket_id }}",
    text: "Its priority is {{ trigger.body.data.priority }}.",
  },
  ports: [{ id: "out", name: "Then" }],
  connections: ["jira"],
  describe: ({ project, kind }) => `Open a ${kind} in ${project}`,
  outputExample: { id: "10000", key: "DESK-42", url: "https://my-company.atlassian.net/browse/DESK-42" },
  plan: (config, { fill, credentials }) => {
    const { site = "" } = credentials;
    const title = fill.needed(config.title, "The ticket has no summary.").replaceAll(/\s+/g, " ");
    const text = fill.text(config.text);
    const fields = {
      project: { key: fill.needed(config.project, "There is no project to open it in.") },
      issuetype: { name: config.kind },
      summary: shorten(title, SUMMARY_MAX),
      description: text.trim() === "" ? undefined : jiraDocument(text),
      labels: filledTexts(config.labels, fill).map((label) => label.replaceAll(/\s+/g, "-")),
    };
    const request = postJson(`https://${site}/rest/api/3/issue`, { fields }, jiraHeaders(credentials));
    return { kind: "request", request, read: (answer) => readOpened(answer, site) };
  },
});

function readOpened({ body }: Answer, site: string): Reading {
  const key = readPath(body, "key");
  if (typeof key !== "string") return { ok: false, message: "Jira does not say which ticket it opened." };
  return { ok: true, output: { id: readPath(body, "id") ?? null, key, url: `https://${site}/browse/${key}` } };
}
