import { z } from "zod";
import { bucketUrlOf, s3Authorization } from "@/lib/catalog/connections/s3";
import { neededConnection } from "@/lib/catalog/nodes/connection-field";
import { defineNode } from "@/lib/catalog/nodes/define-node";
import { neededLine } from "@/lib/catalog/nodes/lines";
import { neededPath } from "@/lib/catalog/nodes/path-part";
import { field } from "@/lib/domain/forms/field";

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutObject.html */
export const s3Put = defineNode({
  type: "s3-put",
  name: "S3 file",
  summary: "Writes a file to a bucket.",
  kind: "action",
  group: "Files",
  icon: "hard-drive-upload",
  config: z.strictObject({
    connectionId: neededConnection,
    key: neededLine("Enter the file's name.", {
      label: "File's name",
      placeholder: "tickets/{{ trigger.body.id }}.json",
      help: "With the folders that it is in. A file that has this name already is replaced.",
    }),
    content: field(z.string("Enter what is in the file.").min(1, "Enter what is in the file.").max(1_000_000), {
      label: "Content",
      widget: "long-template",
      placeholder: "{{ trigger.body | json }}",
    }),
    contentType: field(
      z
        .string()
        .trim()
        .regex(/^[\w.+-]+\/[\w.+-]+(; *[\w-]+=[\w.-]+)?$/, "A type looks like application/json or text/csv.")
        .max(100)
        .default("application/json"),
      { label: "Type", widget: "text", placeholder: "application/json", help: "What browsers take the file for." },
    ),
  }),
  sample: {
    connectionId: "con_01980000000070008000000000000000",
    key: "tickets/{{ trigger.body.data.ticket_id }}.json",
    content: "{{ trigger.body | json }}",
  },
  ports: [{ id: "out", name: "Then" }],
  connections: ["s3"],
  describe: ({ key }) => `Write ${key}`,
  outputExample: {
    bucket: "my-bucket",
    key: "tickets/TK-1.json",
    url: "https://my-bucket.s3.eu-central-1.amazonaws.com/tickets/TK-1.json",
    etag: '"8c7dd922ad47494fc02c388e12c00eac"',
  },
  plan: (config, { fill, credentials }) => {
    const path = neededPath(fill, config.key, "The file has no name.");
    const url = `${bucketUrlOf(credentials)}${path}`;
    const body = fill.text(config.content, /json/i.test(config.contentType) ? "json" : "text");
    const output = { bucket: credentials["bucket"], key: decodeURIComponent(path), url };
    return {
      kind: "request",
      request: { method: "PUT", url, headers: [{ name: "content-type", value: config.contentType }], body },
      authorization: s3Authorization(credentials),
      read: ({ headers }) => ({ ok: true, output: { ...output, etag: headers["etag"] ?? null } }),
    };
  },
});
