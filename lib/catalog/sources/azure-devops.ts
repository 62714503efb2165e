import { defineSource } from "@/lib/catalog/sources/define-source";

const containers = {
  collection: { id: "6b2f0d19-8c4e-4a73-9d15-e0f1a2b3c4d5" },
  account: { id: "f7e6d5c4-b3a2-4190-8f7e-6d5c4b3a2918" },
  project: { id: "3a1c5e79-0b2d-4f48-96a8-c7d9e0f1b2a3" },
};

/** https://learn.microsoft.com/azure/devops/service-hooks/services/webhooks */
export const azureDevops = defineSource({
  id: "azure-devops",
  name: "Azure DevOps",
  summary: "Pushes, pull requests, builds and work items of a project.",
  docsUrl: "https://learn.microsoft.com/azure/devops/service-hooks/services/webhooks",
  color: "#0078d7",
  proof: { kind: "token", recipe: { header: "authorization", prefix: "Basic ", encoding: "basic" } },
  scheme: "basic-auth",
  secret: { prefix: "doorbell:", encoding: "hex" },
  event: { type: [{ path: "eventType" }], id: [{ path: "id" }] },
  habits: {
    deadlineSeconds: null,
    retries: "It tries again after an error, and switches off a subscription that keeps failing.",
  },
  setup: [
    "In your project, open Project settings, Service hooks, and create a subscription.",
    "Choose Web Hooks, and then the event that should ring.",
    "Paste the address as URL.",
    "The secret is a name and a password: write doorbell as Basic authentication username, and what stands behind the colon as password.",
    "Choose Test, and then Finish.",
  ],
  samples: [
    {
      name: "A push",
      eventType: "git.push",
      headers: {},
      body: {
        subscriptionId: "c2d1e0f9-a8b7-4c65-9d43-2e1f0a9b8c7d",
        notificationId: 31,
        id: "0d9c8b7a-6f5e-4d3c-8b2a-1f0e9d8c7b6a",
        eventType: "git.push",
        publisherId: "tfs",
        message: { text: "Hanne Dahl pushed updates to main of rope-works." },
        resource: {
          commits: [
            {
              commitId: "33b55f7cb7e7e245323987634f960cf4a6e6bc74",
              author: { name: "Hanne Dahl", email: "hanne@example.com", date: "2026-03-04T10:01:22Z" },
              comment: "Splice the short ends",
            },
          ],
          refUpdates: [
            {
              name: "refs/heads/main",
              oldObjectId: "aad331d8d3b131fa9ae03cf5e53965b51942618a",
              newObjectId: "33b55f7cb7e7e245323987634f960cf4a6e6bc74",
            },
          ],
          repository: {
            id: "5e4d3c2b-1a09-4f8e-8d7c-6b5a4f3e2d1c",
            name: "rope-works",
            defaultBranch: "refs/heads/main",
          },
          pushedBy: { displayName: "Hanne Dahl", uniqueName: "hanne@example.com" },
          pushId: 214,
          date: "2026-03-04T10:01:40.339Z",
        },
        resourceVersion: "1.0",
        resourceContainers: containers,
        createdDate: "2026-03-04T10:01:41.202Z",
      },
    },
    {
      name: "A build that failed",
      eventType: "build.complete",
      headers: {},
      body: {
        subscriptionId: "c2d1e0f9-a8b7-4c65-9d43-2e1f0a9b8c7e",
        notificationId: 32,
        id: "0d9c8b7a-6f5e-4d3c-8b2a-1f0e9d8c7b6b",
        eventType: "build.complete",
        publisherId: "tfs",
        message: { text: "Build 20260304.3 failed" },
        resource: {
          id: 1187,
          buildNumber: "20260304.3",
          status: "completed",
          result: "failed",
          startTime: "2026-03-04T10:02:01.000Z",
          finishTime: "2026-03-04T10:04:37.000Z",
          definition: { id: 8, name: "rope-works" },
          requestedFor: { displayName: "Hanne Dahl", uniqueName: "hanne@example.com" },
          url: "https://dev.azure.com/ropes/_apis/build/Builds/1187",
        },
        resourceVersion: "2.0",
        resourceContainers: containers,
        createdDate: "2026-03-04T10:04:38.410Z",
      },
    },
  ],
  vectors: [
    {
      name: "the name and the password",
      secrets: ["doorbell:twelve fathoms: deep"],
      headers: { authorization: "Basic ZG9vcmJlbGw6dHdlbHZlIGZhdGhvbXM6IGRlZXA=" },
      body: "{}",
      expect: "accept",
    },
    {
      name: "another password",
      secrets: ["doorbell:twelve fathoms: deep"],
      headers: { authorization: "Basic ZG9vcmJlbGw6dHdlbHZlIGZhdGhvbXM=" },
      body: "{}",
      expect: "reject",
    },
    {
      name: "the name and the password, not written as base64",
      secrets: ["doorbell:twelve fathoms: deep"],
      headers: { authorization: "Basic doorbell:twelve fathoms: deep" },
      body: "{}",
      expect: "reject",
    },
    {
      name: "the right password as a bearer's",
      secrets: ["doorbell:twelve fathoms: deep"],
      headers: { authorization: "Bearer doorbell:twelve fathoms: deep" },
      body: "{}",
      expect: "reject",
    },
  ],
});
