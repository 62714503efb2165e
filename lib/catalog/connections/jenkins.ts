import { z } from "zod";
import { BaseUrl } from "@/lib/catalog/connections/base-url";
import { defineConnection } from "@/lib/catalog/connections/define-connection";
import { secretField } from "@/lib/catalog/connections/secret-field";
import { basicAuthorization } from "@/lib/catalog/connections/with-credentials";
import { field } from "@/lib/domain/forms/field";

/** https://www.jenkins.io/doc/book/system-administration/authenticating-scripted-clients/ */
export const jenkins = defineConnection({
  id: "jenkins",
  name: "Jenkins",
  summary: "Starts builds at a Jenkins of your own.",
  docsUrl: "https://www.jenkins.io/doc/book/system-administration/authenticating-scripted-clients/",
  setup: [
    "Sign in to Jenkins as the user that builds are to be started by. It needs the rights Overall/Read, Job/Read and Job/Build.",
    "Press the user's name at the top right, then Security, and under API Token press Add new Token.",
    "Name it, press Generate, and copy it.",
    "If Jenkins stands in a private network, whoever runs Doorbell has to allow its address in ALLOWED_TARGETS.",
  ],
  config: z.strictObject({
    baseUrl: field(BaseUrl, {
      label: "Address of Jenkins",
      widget: "text",
      placeholder: "https://jenkins.example.com",
    }),
    user: field(z.string("Enter the user.").trim().min(1, "Enter the user.").max(200), {
      label: "User",
      widget: "text",
    }),
    token: secretField("Paste the token.", { label: "API token" }),
  }),
  sample: { baseUrl: "https://jenkins.example.com", user: "doorbell", token: "an-api-token" },
  describe: ({ baseUrl, user }) => `${user} at ${new URL(baseUrl).host}`,
  test: ({ baseUrl, user, token }) => ({
    request: {
      method: "GET",
      url: `${baseUrl}/me/api/json?tree=id`,
      headers: [{ name: "authorization", value: basicAuthorization(user, token) }],
      body: "",
    },
  }),
});
