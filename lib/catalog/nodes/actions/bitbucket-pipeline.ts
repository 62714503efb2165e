import { z } from "zod";
import { basicAuthorization } from "@/lib/catalog/connections/with-credentials";
import { neededRepository, repositoryField } from "@/lib/catalog/nodes/actions/repository";
import { neededConnection } from "@/lib/catalog/nodes/connection-field";
import { defineNode } from "@/lib/catalog/nodes/define-node";
import { giving } from "@/lib/catalog/nodes/giving";
import { mappingField, neededLine, optionalLine } from "@/lib/catalog/nodes/lines";
import { filledMappingTexts } from "@/lib/catalog/nodes/mapping";
import { postJson } from "@/lib/domain/runs/post";

/** https://developer.atlassian.com/cloud/bitbucket/rest/api-group-pipelines/#api-repositories-workspace-repo-slug-pipelines-post */
export const bitbucketPipeline = defineNode({
  type: "bitbucket-pipeline",
  name: "Bitbucket pipeline",
  summary: "Starts a pipeline at Bitbucket Cloud.",
  kind: "action",
  group: "Developer tools",
  icon: "git-fork",
  config: z.strictObject({
    connectionId: neededConnection,
    repository: repositoryField,
    branch: neededLine("Enter the branch.", { label: "Branch", placeholder: "main" }),
    pipeline: optionalLine({
      label: "Custom pipeline",
      placeholder: "deploy-to-production",
      help: "Its name under “custom” in bitbucket-pipelines.yml. Left empty, the branch's own pipeline runs.",
    }),
    variables: mappingField({
      label: "Variables",
      noun: "variable",
      help: "A custom pipeline takes only those that it declares.",
    }),
  }),
  sample: {
    connectionId: "con_01980000000070008000000000000000",
    repository: "my-workspace/my-repository",
    branch: "main",
    pipeline: "deploy",
    variables: [{ name: "TICKET", value: "{{ trigger.body.data.ticket_id }}" }],
  },
  ports: [{ id: "out", name: "Then" }],
  connections: ["bitbucket"],
  describe: ({ repository, branch, pipeline }) => `${pipeline || "Pipeline"} of ${repository} on ${branch}`,
  outputExample: { number: 12, id: "{a2cfd5b1-4e5c-4b1b-9a2b-0c2b3f1f8f10}", state: "PENDING" },
  plan: (config, { fill, credentials }) => {
    const { email = "", token = "" } = credentials;
    const repository = neededRepository(fill, config.repository);
    const branch = fill.needed(config.branch, "There is no branch to run on.");
    const pattern = fill.text(config.pipeline).trim();
    const variables = Object.entries(filledMappingTexts(config.variables, fill)).map(([key, value]) => ({
      key,
      value,
    }));
    const target = {
      type: "pipeline_ref_target",
      ref_type: "branch",
      ref_name: branch,
      selector: pattern === "" ? undefined : { type: "custom", pattern },
    };
    const url = `https://api.bitbucket.org/2.0/repositories/${repository}/pipelines/`;
    const headers = [{ name: "authorization", value: basicAuthorization(email, token) }];
    const read = giving({ number: "build_number", id: "uuid", state: "state.name" });
    return { kind: "request", request: postJson(url, { target, variables }, headers), read };
  },
});
