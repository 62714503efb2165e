import { z } from "zod";
import { type Credentials, defineConnection } from "@/lib/catalog/connections/define-connection";
import { field } from "@/lib/domain/forms/field";
import { parseJson } from "@/lib/domain/json/parse-json";
import { readPath } from "@/lib/domain/json/read-path";
import type { Authorization } from "@/lib/domain/runs/effect";

const TOKEN_URL = "https://oauth2.googleapis.com/token";
const SHEETS = "https://www.googleapis.com/auth/spreadsheets";
/** Lets an account tell who it is, and nothing else. */
const EMAIL = "https://www.googleapis.com/auth/userinfo.email";

/** https://cloud.google.com/iam/docs/service-account-overview */
export const google = defineConnection({
  id: "google",
  name: "Google service account",
  summary: "Writes to Google Sheets that you share with it.",
  docsUrl: "https://cloud.google.com/iam/docs/keys-create-delete",
  setup: [
    "Open console.cloud.google.com, choose or make a project, search for Google Sheets API, and press Enable.",
    "Open IAM & Admin → Service Accounts, press Create service account, name it, and press Done.",
    "Open it, then Keys → Add key → Create new key, choose JSON, and a file is saved.",
    "Open that file with a text editor, and paste all of it here.",
    "In Google Sheets, press Share, and add the service account's e-mail address as an editor.",
  ],
  config: z.strictObject({
    key: field(
      z
        .string("Paste the whole key file.")
        .trim()
        .max(8_000)
        .refine((key) => readKeyFile(key) !== undefined, "This is not the whole key file of a service account."),
      {
        label: "Key file",
        widget: "secret",
        placeholder: '{ "type": "service_account", … }',
        help: "All of the JSON file, from the first { to the last }.",
      },
    ),
  }),
  sample: {
    key: JSON.stringify({
      type: "service_account",
      private_key: "-----BEGIN PRIVATE KEY-----\na-key\n-----END PRIVATE KEY-----\n",
      client_email: "doorbell@my-project.iam.gserviceaccount.com",
    }),
  },
  describe: ({ key }) => readKeyFile(key)?.email ?? "",
  test: (credentials) => ({
    request: {
      method: "GET",
      url: "https://www.googleapis.com/oauth2/v3/userinfo",
      headers: [],
      body: "",
    },
    authorization: googleAuthorization(credentials, EMAIL),
  }),
});

/** How requests to Google are authorized. Without a key file, as in a plan for the log, it is one that asks for nothing. */
export function googleAuthorization({ key = "" }: Credentials, scope = SHEETS): Authorization {
  const { email = "", privateKey = "", tokenUrl = TOKEN_URL } = readKeyFile(key) ?? {};
  return { kind: "google", email, privateKey, scope, tokenUrl };
}

type KeyFile = { email: string; privateKey: string; tokenUrl: string };

function readKeyFile(text: string): KeyFile | undefined {
  const parsed = parseJson(text);
  if (!parsed.ok) return undefined;
  const read = (name: string) => readPath(parsed.value, name);
  const [email, privateKey, tokenUrl = TOKEN_URL] = [read("client_email"), read("private_key"), read("token_uri")];
  if (typeof email !== "string" || typeof privateKey !== "string" || typeof tokenUrl !== "string") return undefined;
  return { email, privateKey, tokenUrl };
}
