import { z } from "zod";
import { postToRepository } from "@/lib/catalog/nodes/actions/github-repository";
import { repositoryField } from "@/lib/catalog/nodes/actions/repository";
import { neededConnection } from "@/lib/catalog/nodes/connection-field";
import { defineNode } from "@/lib/catalog/nodes/define-node";
import { mappingField, optionalLine } from "@/lib/catalog/nodes/lines";
import { filledMapping, filledMappingTexts } from "@/lib/catalog/nodes/mapping";
import { neededPart } from "@/lib/catalog/nodes/path-part";
import { field } from "@/lib/domain/forms/field";

/**
 * https://docs.github.com/rest/actions/workflows#create-a-workflow-dispatch-event
 * https://docs.github.com/rest/repos/repos#create-a-repository-dispatch-event
 */
export const githubDispatch = defineNode({
  type: "github-dispatch",
  name: "GitHub Actions",
  summary: "Starts a workflow of GitHub Actions.",
  kind: "action",
  group: "Developer tools",
  icon: "circle-play",
  config: z.strictObject({
    connectionId: neededConnection,
    repository: repositoryField,
    starts: field(z.enum(["workflow", "event"]).default("workflow"), {
      label: "What to start",
      widget: "select",
      choices: [
        { value: "workflow", label: "One workflow, by its file" },
        { value: "event", label: "Every workflow that waits for an event" },
      ],
    }),
    workflow: optionalLine({
      label: "Workflow's file",
      shownWhen: { key: "starts", is: ["workflow"] },
      isOptional: false,
      placeholder: "deploy.yml",
      help: "In .github/workflows. It has to say “on: workflow_dispatch”.",
    }),
    ref: optionalLine({
      label: "Branch or tag",
      shownWhen: { key: "starts", is: ["workflow"] },
      placeholder: "main",
      help: "Where the workflow runs. Left empty, it is main.",
    }),
    eventType: optionalLine({
      label: "Event's type",
      shownWhen: { key: "starts", is: ["event"] },
      isOptional: false,
      placeholder: "ticket-closed",
      help: "Workflows wait for it by “on: repository_dispatch”.",
    }),
    inputs: mappingField({
      label: "Values to hand over",
      help: "A workflow gets them as its inputs, an event as github.event.client_payload.",
    }),
  }),
  sample: {
    connectionId: "con_01980000000070008000000000000000",
    repository: "octocat/hello-world",
    workflow: "deploy.yml",
    inputs: [{ name: "ticket", value: "{{ trigger.body.data.ticket_id }}" }],
  },
  ports: [{ id: "out", name: "Then" }],
  connections: ["github"],
  describe: ({ starts, workflow, eventType, repository }) =>
    `${starts === "workflow" ? workflow : eventType} in ${repository}`,
  check: ({ starts, workflow, eventType }) => {
    if (starts === "workflow" && workflow === "") return [{ field: "workflow", message: "Enter the workflow's file." }];
    if (starts === "event" && eventType === "") return [{ field: "eventType", message: "Enter the event's type." }];
    return [];
  },
  outputExample: { status: 204, headers: {}, body: "" },
  plan: (config, context) => {
    const { fill } = context;
    const { repository } = config;
    if (config.starts === "event") {
      const eventType = fill.needed(config.eventType, "The event has no type.");
      const body = { event_type: eventType, client_payload: filledMapping(config.inputs, fill) };
      return { kind: "request", request: postToRepository(context, { repository, path: "dispatches", body }) };
    }
    const workflow = neededPart(fill, config.workflow, "There is no workflow to start.");
    const path = `actions/workflows/${workflow}/dispatches`;
    const body = { ref: fill.text(config.ref).trim() || "main", inputs: filledMappingTexts(config.inputs, fill) };
    return { kind: "request", request: postToRepository(context, { repository, path, body }) };
  },
});
