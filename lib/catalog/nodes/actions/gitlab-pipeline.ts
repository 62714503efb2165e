import { z } from "zod";
import { withoutSlash } from "@/lib/catalog/connections/base-url";
import { neededConnection } from "@/lib/catalog/nodes/connection-field";
import { defineNode } from "@/lib/catalog/nodes/define-node";
import { giving } from "@/lib/catalog/nodes/giving";
import { mappingField, neededLine } from "@/lib/catalog/nodes/lines";
import { filledMappingTexts } from "@/lib/catalog/nodes/mapping";
import { neededPart } from "@/lib/catalog/nodes/path-part";
import { postForm } from "@/lib/domain/runs/post";

/** https://docs.gitlab.com/api/pipeline_triggers/#trigger-a-pipeline-with-a-token */
export const gitlabPipeline = defineNode({
  type: "gitlab-pipeline",
  name: "GitLab pipeline",
  summary: "Starts a pipeline of a GitLab project.",
  kind: "action",
  group: "Developer tools",
  icon: "git-branch",
  config: z.strictObject({
    connectionId: neededConnection,
    project: neededLine("Enter the project.", {
      label: "Project",
      placeholder: "my-group/my-project",
      help: "Its path, as in its address, or its number. It has to be the project that the token is of.",
    }),
    ref: neededLine("Enter a branch or a tag.", { label: "Branch or tag", placeholder: "main" }),
    variables: mappingField({
      label: "Variables",
      noun: "variable",
      help: "The pipeline's jobs see them as variables of these names.",
    }),
  }),
  sample: {
    connectionId: "con_01980000000070008000000000000000",
    project: "my-group/my-project",
    ref: "main",
    variables: [{ name: "TICKET", value: "{{ trigger.body.data.ticket_id }}" }],
  },
  ports: [{ id: "out", name: "Then" }],
  connections: ["gitlab"],
  describe: ({ project, ref }) => `${project} on ${ref}`,
  check: ({ variables }) =>
    variables.every(({ name }) => /^[A-Za-z_]\w*$/.test(name))
      ? []
      : [
          {
            field: "variables",
            message: "A variable's name has letters, digits and _ only, and begins with no digit.",
          },
        ],
  outputExample: { id: 257, status: "created", url: "https://gitlab.com/my-group/my-project/-/pipelines/257" },
  plan: ({ project, ref, variables }, { fill, credentials }) => {
    const { baseUrl = "", token = "" } = credentials;
    const part = neededPart(fill, project, "There is no project to go to.");
    const values = Object.entries(filledMappingTexts(variables, fill));
    const fields = {
      token,
      ref: fill.needed(ref, "There is no branch or tag to run on."),
      ...Object.fromEntries(values.map(([name, value]) => [`variables[${name}]`, value])),
    };
    const url = `${withoutSlash(baseUrl)}/api/v4/projects/${part}/trigger/pipeline`;
    const read = giving({ id: "id", status: "status", url: "web_url" });
    return { kind: "request", request: postForm(url, fields), read };
  },
});
