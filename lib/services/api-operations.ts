import { z } from "zod";
import { Account } from "@/lib/domain/accounts/account";
import { ApiKey, NewApiKey } from "@/lib/domain/accounts/api-key";
import { Setup } from "@/lib/domain/accounts/setup";
import {
  Endpoint,
  EndpointChange,
  NewEndpoint,
  Revocation,
  SecretInUse,
  SecretRotation,
  SigningSecret,
  UrlRotation,
} from "@/lib/domain/endpoints/endpoint";
import { PageQuery } from "@/lib/domain/page";
import { Approval, ApprovalDecision, ApprovalQuery } from "@/lib/domain/runs/approval";
import { Run } from "@/lib/domain/runs/run";
import {
  DraftSave,
  ManualStart,
  NewWorkflow,
  Publication,
  Version,
  Workflow,
  WorkflowChange,
  WorkflowSummary,
} from "@/lib/domain/workflow/workflow";
import { type ApiOperation, page } from "@/lib/services/api-operation";
import { connectionOperations } from "@/lib/services/connection-operations";
import { logOperations } from "@/lib/services/log-operations";

const CreatedEndpoint = Endpoint.extend({ signingSecret: z.string().optional() });
const RotatedSecret = z.object({ secret: SigningSecret, signingSecret: z.string() });
const Rung = z.object({ delivery: z.string().nullable(), status: z.number() });
const SampleChoice = z.object({ sample: z.string().optional() });
const CreatedKey = ApiKey.extend({ key: z.string() });
const Example = z.object({ endpoint: z.string(), workflow: z.string() });

/** Everything that the API does, in the order its description shows it. */
export const apiOperations: ApiOperation[] = [
  { method: "get", path: "/endpoints", summary: "List endpoints", query: PageQuery, output: page(Endpoint) },
  {
    method: "post",
    path: "/endpoints",
    summary: "Create an endpoint; the signing secret is in this answer only",
    input: NewEndpoint,
    output: CreatedEndpoint,
    status: 201,
  },
  { method: "get", path: "/endpoints/{id}", summary: "Read an endpoint", output: Endpoint },
  {
    method: "patch",
    path: "/endpoints/{id}",
    summary: "Rename, disable or set up an endpoint",
    input: EndpointChange,
    output: Endpoint,
  },
  { method: "delete", path: "/endpoints/{id}", summary: "Delete an endpoint; its deliveries stay" },
  {
    method: "post",
    path: "/endpoints/{id}/rotate-url",
    summary: "Give an endpoint a new address; the old one works on for the overlap",
    input: UrlRotation,
    output: Endpoint,
  },
  {
    method: "post",
    path: "/endpoints/{id}/ring",
    summary: "Ring an endpoint with a sample",
    input: SampleChoice,
    output: Rung,
  },
  {
    method: "post",
    path: "/endpoints/{id}/release",
    summary: "Release held deliveries, oldest first; ask again while some are left",
    output: z.object({ released: z.number(), left: z.number() }),
  },
  {
    method: "get",
    path: "/endpoints/{id}/secrets",
    summary: "List signing secrets and their use, without their values",
    output: page(SecretInUse),
  },
  {
    method: "post",
    path: "/endpoints/{id}/secrets/rotate",
    summary: "Make a new signing secret; the old ones retire",
    input: SecretRotation,
    output: RotatedSecret,
    status: 201,
  },
  {
    method: "delete",
    path: "/endpoints/{id}/secrets/{secretId}",
    summary: "Revoke a signing secret at once; one that senders rely on, only with force",
    query: Revocation,
  },
  { method: "get", path: "/workflows", summary: "List workflows", query: PageQuery, output: page(WorkflowSummary) },
  {
    method: "post",
    path: "/workflows",
    summary: "Create a workflow",
    input: NewWorkflow,
    output: Workflow,
    status: 201,
  },
  { method: "get", path: "/workflows/{id}", summary: "Read a workflow with its draft", output: Workflow },
  { method: "patch", path: "/workflows/{id}", summary: "Rename a workflow", input: WorkflowChange, output: Workflow },
  { method: "delete", path: "/workflows/{id}", summary: "Delete a workflow; its runs stay" },
  { method: "put", path: "/workflows/{id}/draft", summary: "Save the draft", input: DraftSave, output: Workflow },
  {
    method: "post",
    path: "/workflows/{id}/publish",
    summary: "Publish the draft as a version",
    input: Publication,
    output: z.object({ version: z.number() }),
  },
  {
    method: "post",
    path: "/workflows/{id}/run",
    summary: "Start a workflow by hand, with what its form asks for",
    input: ManualStart,
    output: Run,
    status: 201,
  },
  { method: "post", path: "/workflows/{id}/pause", summary: "Pause a workflow", output: Workflow },
  { method: "post", path: "/workflows/{id}/resume", summary: "Resume a workflow", output: Workflow },
  { method: "get", path: "/workflows/{id}/versions", summary: "List versions", output: page(Version) },
  {
    method: "post",
    path: "/workflows/{id}/versions/{number}/restore",
    summary: "Make a version the draft again",
    output: Workflow,
  },
  ...connectionOperations,
  ...logOperations,
  {
    method: "get",
    path: "/sources/{id}/self-test",
    summary: "Put a source's vectors through its checks",
    output: z.object({
      checked: z.number(),
      vectors: z.array(z.object({ name: z.string(), expected: z.string(), isAsExpected: z.boolean() })),
    }),
  },
  {
    method: "get",
    path: "/approvals",
    summary: "List what runs wait to have approved",
    query: ApprovalQuery,
    output: page(Approval),
  },
  {
    method: "post",
    path: "/approvals/{id}",
    summary: "Approve or reject; the first decision counts",
    input: ApprovalDecision,
    output: Approval,
  },
  {
    method: "get",
    path: "/catalog",
    summary: "Describe every node, kind of connection and source",
    output: z.object({
      nodes: z.array(z.unknown()),
      connections: z.array(z.unknown()),
      sources: z.array(z.unknown()),
    }),
  },
  { method: "get", path: "/stream", summary: "Follow deliveries and runs as server-sent events" },
  { method: "post", path: "/examples/github", summary: "Make the GitHub example", output: Example, status: 201 },
  { method: "get", path: "/api-keys", summary: "List API keys, without their values", output: page(ApiKey) },
  {
    method: "post",
    path: "/api-keys",
    summary: "Create an API key; its value is in this answer only",
    input: NewApiKey,
    output: CreatedKey,
    status: 201,
  },
  { method: "delete", path: "/api-keys/{id}", summary: "Delete an API key" },
  { method: "get", path: "/me", summary: "Read who is asking", output: Account },
  { method: "post", path: "/sessions/end-all", summary: "Sign out everywhere" },
  {
    method: "post",
    path: "/setup",
    summary: "Make the first account, with the code from the terminal",
    input: Setup,
    status: 201,
  },
];
