import { defineSource } from "@/lib/catalog/sources/define-source";

const scm = {
  url: "https://git.example.com/mill/water-wheel.git",
  branch: "origin/main",
  commit: "5f1d6c0b8e7a49d2c3b4a5968778695a4b3c2d1e",
};

/** Jenkins signs nothing: who wants to know can put a secret behind the address. https://plugins.jenkins.io/notification/ */
export const jenkins = defineSource({
  id: "jenkins",
  name: "Jenkins",
  summary: "Started and finished builds, through the Notification plugin.",
  docsUrl: "https://plugins.jenkins.io/notification/",
  color: "#d24939",
  proof: { kind: "none" },
  otherProofs: {
    "query-token": { kind: "token", recipe: { query: "token" } },
    "bearer-token": { kind: "token", recipe: { header: "authorization", prefix: "Bearer " } },
  },
  secret: { prefix: "", encoding: "hex" },
  secretBy: "us",
  // A build's address is no id of an event: each of its phases has the same.
  event: { type: [{ path: "build.phase" }], typeSuffix: { path: "build.status" }, id: [] },
  habits: { deadlineSeconds: 30, retries: "It tries again as often as the job says, which is not at all by default." },
  setup: [
    "In Jenkins, open Manage Jenkins, Plugins, and install the plugin called Notification.",
    "Open your job, Configure, and find Job Notifications. Choose Add Endpoint.",
    "Choose the format JSON and the protocol HTTP, and paste the address as URL.",
    "To let a secret be checked, write ?token= and the secret behind the address, and choose the token in the query here.",
    "Choose the event that should ring, such as Job Finalized, and save.",
  ],
  samples: [
    {
      name: "A build that failed",
      eventType: "COMPLETED.FAILURE",
      headers: {},
      body: {
        name: "water-wheel",
        display_name: "water-wheel",
        url: "job/water-wheel/",
        build: {
          full_url: "https://jenkins.example.com/job/water-wheel/412/",
          number: 412,
          queue_id: 2071,
          timestamp: 1772611325000,
          duration: 48211,
          phase: "COMPLETED",
          status: "FAILURE",
          url: "job/water-wheel/412/",
          scm,
          parameters: { SLUICE: "open" },
          artifacts: {},
        },
      },
    },
    {
      name: "A build that started",
      eventType: "STARTED",
      headers: {},
      body: {
        name: "water-wheel",
        display_name: "water-wheel",
        url: "job/water-wheel/",
        build: {
          full_url: "https://jenkins.example.com/job/water-wheel/413/",
          number: 413,
          queue_id: 2072,
          timestamp: 1772611980000,
          phase: "STARTED",
          url: "job/water-wheel/413/",
          scm,
          artifacts: {},
        },
      },
    },
  ],
  vectors: [
    {
      name: "the secret in the address",
      scheme: "query-token",
      secrets: ["grist-to-the-mill"],
      url: "https://doorbell.example.com/in/water?token=grist-to-the-mill",
      headers: {},
      body: "{}",
      expect: "accept",
    },
    {
      name: "another secret in the address",
      scheme: "query-token",
      secrets: ["grist-to-the-mill"],
      url: "https://doorbell.example.com/in/water?token=grist-to-the-mills",
      headers: {},
      body: "{}",
      expect: "reject",
    },
    {
      name: "an address without a secret",
      scheme: "query-token",
      secrets: ["grist-to-the-mill"],
      url: "https://doorbell.example.com/in/water",
      headers: {},
      body: "{}",
      expect: "reject",
    },
    {
      name: "the secret as a bearer's",
      scheme: "bearer-token",
      secrets: ["grist-to-the-mill"],
      headers: { authorization: "Bearer grist-to-the-mill" },
      body: "{}",
      expect: "accept",
    },
    {
      name: "another bearer's secret",
      scheme: "bearer-token",
      secrets: ["grist-to-the-mill"],
      headers: { authorization: "Bearer chaff" },
      body: "{}",
      expect: "reject",
    },
  ],
});
