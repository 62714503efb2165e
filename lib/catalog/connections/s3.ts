import { z } from "zod";
import { BaseUrl, withoutSlash } from "@/lib/catalog/connections/base-url";
import { type Credentials, defineConnection } from "@/lib/catalog/connections/define-connection";
import { secretField } from "@/lib/catalog/connections/secret-field";
import { field } from "@/lib/domain/forms/field";
import type { Authorization } from "@/lib/domain/runs/effect";

const BUCKET = /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/;
const REGION = /^[a-z0-9-]{2,40}$/;

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjectsV2.html */
export const s3 = defineConnection({
  id: "s3",
  name: "S3 bucket",
  summary: "Keeps files in a bucket at AWS, Cloudflare R2, Backblaze, MinIO, or whoever speaks S3.",
  docsUrl: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/security_iam_id-based-policy-examples.html",
  setup: [
    "Make a bucket, and note the region that it is in.",
    "Make an access key that may do no more than s3:PutObject in this bucket, and s3:ListBucket, by which Doorbell tries it. At AWS that is a user in IAM with a policy of its own; elsewhere, an API token for one bucket.",
    "Copy the access key id and the secret access key: the secret is shown only once.",
    "If it is not at AWS, copy the service's S3 endpoint, too. At Cloudflare R2 the region is auto.",
  ],
  config: z.strictObject({
    bucket: field(z.string("Enter the bucket.").trim().regex(BUCKET, "Enter the bucket's name."), {
      label: "Bucket",
      widget: "text",
      placeholder: "my-bucket",
    }),
    region: field(
      z
        .string()
        .trim()
        .regex(REGION, "A region has small letters, digits and dashes only, such as eu-central-1.")
        .default("us-east-1"),
      { label: "Region", widget: "text", placeholder: "eu-central-1" },
    ),
    accessKeyId: field(
      z
        .string("Enter the access key id.")
        .trim()
        .regex(/^[!-~]+$/, "Enter the access key id.")
        .max(200),
      {
        label: "Access key id",
        widget: "text",
        placeholder: "AKIA…",
      },
    ),
    secretAccessKey: secretField("Paste the secret access key.", { label: "Secret access key" }),
    endpoint: field(BaseUrl.or(z.literal("")).default(""), {
      label: "Endpoint",
      widget: "text",
      placeholder: "https://s3.example.com",
      help: "Only if it is not at AWS.",
    }),
    addressing: field(z.enum(["host", "path"]).default("host"), {
      label: "Where the bucket's name stands",
      widget: "select",
      choices: [
        { value: "host", label: "before the host: AWS and most others" },
        { value: "path", label: "in the path: MinIO and others of your own" },
      ],
    }),
  }),
  sample: {
    bucket: "my-bucket",
    region: "eu-central-1",
    accessKeyId: "AKIAIOSFODNN7EXAMPLE",
    secretAccessKey: "a-secret",
  },
  describe: ({ bucket, endpoint }) => (endpoint === "" ? bucket : `${bucket} at ${new URL(endpoint).host}`),
  test: (credentials) => ({
    request: { method: "GET", url: `${bucketUrlOf(credentials)}?list-type=2&max-keys=1`, headers: [], body: "" },
    authorization: s3Authorization(credentials),
  }),
});

/** Where the bucket of a connection is, with a slash at the end. */
export function bucketUrlOf({ bucket = "", region = "", endpoint = "", addressing }: Credentials): string {
  const base = withoutSlash(endpoint) || `https://s3.${region}.amazonaws.com`;
  return addressing === "path" ? `${base}/${bucket}/` : `${base.replace("://", `://${bucket}.`)}/`;
}

/** How requests to the bucket are signed. */
export function s3Authorization({ accessKeyId = "", secretAccessKey = "", region = "" }: Credentials): Authorization {
  return { kind: "aws-v4", accessKeyId, secretAccessKey, region, service: "s3" };
}
