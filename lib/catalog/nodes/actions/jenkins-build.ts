import { z } from "zod";
import { withoutSlash } from "@/lib/catalog/connections/base-url";
import { basicAuthorization } from "@/lib/catalog/connections/with-credentials";
import { neededConnection } from "@/lib/catalog/nodes/connection-field";
import { defineNode } from "@/lib/catalog/nodes/define-node";
import { mappingField, neededLine } from "@/lib/catalog/nodes/lines";
import { filledMappingTexts } from "@/lib/catalog/nodes/mapping";
import { neededPath } from "@/lib/catalog/nodes/path-part";
import type { Answer, Reading } from "@/lib/domain/runs/effect";

/** https://www.jenkins.io/doc/book/using/remote-access-api/#RemoteaccessAPI-Submittingjobs */
export const jenkinsBuild = defineNode({
  type: "jenkins-build",
  name: "Jenkins build",
  summary: "Starts a build of a Jenkins job.",
  kind: "action",
  group: "Developer tools",
  icon: "hammer",
  config: z.strictObject({
    connectionId: neededConnection,
    job: neededLine("Enter the job.", {
      label: "Job",
      placeholder: "shop/deploy",
      help: "Its name. In a folder: the folder's name, a slash, and the job's.",
    }),
    parameters: mappingField({
      label: "Parameters",
      noun: "parameter",
      help: "Only for a job that takes parameters. Those that you leave out get the job's own values.",
    }),
  }),
  sample: {
    connectionId: "con_01980000000070008000000000000000",
    job: "shop/deploy",
    parameters: [{ name: "TICKET", value: "{{ trigger.body.data.ticket_id }}" }],
  },
  ports: [{ id: "out", name: "Then" }],
  connections: ["jenkins"],
  describe: ({ job }) => `Build ${job}`,
  outputExample: { queueUrl: "https://jenkins.example.com/queue/item/42/" },
  plan: (config, { fill, credentials }) => {
    const { baseUrl = "", user = "", token = "" } = credentials;
    const path = neededPath(fill, config.job, "There is no job to build.").replaceAll("/", "/job/");
    const hasParameters = config.parameters.length > 0;
    const request = {
      method: "POST",
      url: `${withoutSlash(baseUrl)}/job/${path}/${hasParameters ? "buildWithParameters" : "build"}`,
      headers: [
        { name: "content-type", value: "application/x-www-form-urlencoded" },
        { name: "authorization", value: basicAuthorization(user, token) },
      ],
      body: new URLSearchParams(filledMappingTexts(config.parameters, fill)).toString(),
    };
    return { kind: "request", request, read: readQueued };
  },
});

/** Whoever is not let in may be led to a page for signing in, which is an answer without fault. */
function readQueued({ status, headers }: Answer): Reading {
  const queueUrl = headers["location"];
  if (status === 201 && queueUrl) return { ok: true, output: { queueUrl } };
  return {
    ok: false,
    message: "Jenkins did not put the build into its queue. Check the job's name and the user's rights.",
  };
}
