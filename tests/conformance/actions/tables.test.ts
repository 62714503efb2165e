import { verify } from "node:crypto";
import { describe, expect, test } from "vitest";
import { complaintOf, planAction, sendTo } from "../../support/planned-action";
import { makeRsaKey } from "../../support/rsa-key";
import { deliver, json, provideService, testProbe, testRefusals } from "../../support/service";

const receive = provideService();
const JSON_TYPE = { name: "content-type", value: "application/json; charset=utf-8" };
const body = { id: "T-1", who: '=HYPERLINK("x")', amount: 1.5, open: true, tags: ["a", "b"], table: "My table/../x" };

describe("an Airtable row", () => {
  const connection = { kind: "airtable", credentials: { token: "patAbCdEfGhIjKlM.0123456789abcdef0123456789abcdef" } };
  const values = [
    { name: "Ticket", value: "{{ trigger.body.id }}" },
    { name: "Amount", value: "{{ trigger.body.amount }}" },
    { name: "Tags", value: "{{ trigger.body.tags }}" },
    { name: "None", value: "{{ trigger.body.none }}" },
  ];
  const config = { baseId: "appAbCdEfGhIjKlM", table: "{{ trigger.body.table }}", values };
  const action = { type: "airtable-row", connection, body, config };
  const headers = [
    JSON_TYPE,
    { name: "authorization", value: "Bearer patAbCdEfGhIjKlM.0123456789abcdef0123456789abcdef" },
  ];

  test("is added with values of their own types", async () => {
    const planned = planAction(action);
    expect(planned.effect.request).toEqual({
      method: "POST",
      url: "https://api.airtable.com/v0/appAbCdEfGhIjKlM/My%20table%2F..%2Fx",
      headers,
      body: '{"records":[{"fields":{"Ticket":"T-1","Amount":1.5,"Tags":["a","b"]}}],"typecast":true}',
    });
    const answer = { records: [{ id: "rec1", fields: { Ticket: "T-1" } }] };
    expect(await deliver(await receive([json(200, answer)]), planned)).toMatchObject({
      status: "succeeded",
      output: { id: "rec1", fields: { Ticket: "T-1" } },
    });
  });

  test("or changed where another has the same", () => {
    const { method, body: sent } = planAction({ ...action, config: { ...config, mergeOn: ["Ticket"] } }).effect.request;
    expect([method, sent]).toEqual([
      "PATCH",
      '{"records":[{"fields":{"Ticket":"T-1","Amount":1.5,"Tags":["a","b"]}}],"performUpsert":{"fieldsToMergeOn":["Ticket"]},"typecast":true}',
    ]);
  });

  testRefusals(receive, action);
  testProbe(connection, "GET https://api.airtable.com/v0/meta/whoami");
});

describe("a Notion page", () => {
  const connection = { kind: "notion", credentials: { token: "ntn_0123456789abcdefABCDEF0123456789" } };
  const named = (name: string, value: string) => [{ name, value }];
  const config = {
    databaseId: "d9824bdc84454327be8b5b47500af6ce",
    title: "Ticket {{ trigger.body.id }}",
    titleColumn: "Title",
    texts: named("Who", "{{ trigger.body.who }}"),
    numbers: named("Amount", "{{ trigger.body.amount }}"),
    choices: named("Kind", "bug"),
    dates: named("Due", "2026-11-25"),
    checkboxes: named("Open", "{{ trigger.body.open }}"),
    links: named("Link", "https://a.example"),
    emails: named("Mail", "{{ trigger.body.none }}"),
  };
  const action = { type: "notion-page", connection, body, config };

  test("gets a title and columns, each in the shape that Notion has for it", async () => {
    const planned = planAction(action);
    expect(planned.effect.request).toEqual({
      method: "POST",
      url: "https://api.notion.com/v1/pages",
      headers: [
        JSON_TYPE,
        { name: "authorization", value: "Bearer ntn_0123456789abcdefABCDEF0123456789" },
        { name: "notion-version", value: "2022-06-28" },
      ],
      body: String.raw`{"parent":{"database_id":"d9824bdc84454327be8b5b47500af6ce"},"properties":{"Who":{"rich_text":[{"text":{"content":"=HYPERLINK(\"x\")"}}]},"Amount":{"number":1.5},"Kind":{"select":{"name":"bug"}},"Due":{"date":{"start":"2026-11-25"}},"Open":{"checkbox":true},"Link":{"url":"https://a.example"},"Mail":{"email":null},"Title":{"title":[{"text":{"content":"Ticket T-1"}}]}}}`,
    });
    const answer = { object: "page", id: "5983", url: "https://www.notion.so/5983" };
    expect(await deliver(await receive([json(200, answer)]), planned)).toMatchObject({
      status: "succeeded",
      output: { id: "5983", url: "https://www.notion.so/5983" },
    });
  });

  test("a long text goes in pieces, and no character is cut in two", () => {
    const planned = planAction({ ...action, body: { id: "😀".repeat(1_001) } });
    const { properties } = JSON.parse(planned.effect.request.body);
    const pieces = properties.Title.title.map((piece: { text: { content: string } }) => piece.text.content);
    expect(pieces).toEqual([`Ticket ${"😀".repeat(993)}`, "😀".repeat(8)]);
  });

  test("takes no text for a number", () => {
    expect(complaintOf({ ...action, config: { ...config, numbers: named("Amount", "many") } })).toBe(
      "“many” is no number for the column “Amount”.",
    );
  });

  testRefusals(receive, action);
  testProbe(connection, "GET https://api.notion.com/v1/users/me");
});

describe("a Google Sheets row", () => {
  const { privateKey, publicKey } = makeRsaKey();
  const key = JSON.stringify({ type: "service_account", private_key: privateKey, client_email: "bell@p.example" });
  const connection = { kind: "google", credentials: { key } };
  const config = {
    spreadsheet: "https://docs.google.com/spreadsheets/d/1BxiMVs0XRA5nFMdKvBdBZjgmUUqptlbs74OgvE2upms/edit#gid=0",
    sheet: "Ann's tickets",
    cells: ["id", "who", "amount", "open", "tags", "none"].map((name) => `{{ trigger.body.${name} }}`),
  };
  const action = { type: "google-sheets-row", connection, body, config };
  const path =
    "/v4/spreadsheets/1BxiMVs0XRA5nFMdKvBdBZjgmUUqptlbs74OgvE2upms/values/'Ann''s%20tickets':append?valueInputOption=RAW&insertDataOption=INSERT_ROWS";

  test("is added as it is, so that no text becomes a formula, by a token that the account's key asks for", async () => {
    const planned = planAction(action);
    expect(planned.effect).toMatchObject({
      request: {
        method: "POST",
        url: `https://sheets.googleapis.com${path}`,
        headers: [JSON_TYPE],
        body: String.raw`{"values":[["T-1","=HYPERLINK(\"x\")",1.5,true,"[\"a\",\"b\"]",""]]}`,
      },
      authorization: {
        kind: "google",
        email: "bell@p.example",
        privateKey,
        scope: "https://www.googleapis.com/auth/spreadsheets",
        tokenUrl: "https://oauth2.googleapis.com/token",
      },
    });

    const appended = { updates: { updatedRange: "'Ann''s tickets'!A7:F7", updatedRows: 1 } };
    const server = await receive((request) =>
      json(200, request.path === "/token" ? { access_token: "ya29.granted", expires_in: 3_599 } : appended),
    );
    expect(await deliver(server, planned)).toMatchObject({
      status: "succeeded",
      output: { range: "'Ann''s tickets'!A7:F7", rows: 1 },
    });
    expect(server.requests.at(-1)?.headers.authorization).toBe("Bearer ya29.granted");
    const assertion = new URLSearchParams(server.requests[0]?.body).get("assertion") ?? "";
    const [header, claims, signature = ""] = assertion.split(".");
    const signed = Buffer.from(`${header}.${claims}`);
    expect(verify("sha256", signed, publicKey, Buffer.from(signature, "base64url"))).toBe(true);
  });

  test("can be taken as if it were typed", () => {
    const { url } = planAction({ ...action, config: { ...config, reading: "USER_ENTERED" } }).effect.request;
    expect(url).toContain("?valueInputOption=USER_ENTERED&");
  });

  test("without a key that can be read nothing is sent, and the attempt says what to do", async () => {
    const broken = { kind: "google", credentials: { key: key.replaceAll(/\\n[A-Za-z0-9+/=]+/g, "") } };
    const server = await receive([200]);
    expect(await sendTo(server, planAction({ ...action, connection: broken }))).toMatchObject({
      status: "failed",
      end: { kind: "refused", isWorthRetrying: false },
      message: "The private key in the connection's key file cannot be read. Paste the whole file again.",
    });
    expect(server.requests).toEqual([]);
  });

  testRefusals(receive, action);
  testProbe(connection, "GET https://www.googleapis.com/oauth2/v3/userinfo", [privateKey]);
});
