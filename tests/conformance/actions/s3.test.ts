import { expect, test } from "vitest";
import { signAwsV4 } from "@/lib/services/steps/authorize/aws-v4";
import { complaintOf, planAction } from "../../support/planned-action";
import { deliver, provideService, testProbe, testRefusals } from "../../support/service";

const receive = provideService();
const key = { accessKeyId: "AKIAIOSFODNN7EXAMPLE", secretAccessKey: "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY" };
const atAws = { bucket: "harbour-logs", region: "eu-central-1", ...key };
const own = { bucket: "harbour-logs", ...key, endpoint: "http://10.0.0.7:9000/", addressing: "path" };
const config = { key: "/tickets/{{ trigger.body.id }}/ü (1).json", content: "{{ trigger.body | json }}" };
const action = {
  type: "s3-put",
  connection: { kind: "s3", credentials: atAws },
  body: { id: "T+1/a b", who: 'Ann "A."' },
  config,
};

test("a file goes to its bucket at AWS, signed as it leaves", async () => {
  const planned = planAction(action);
  expect(planned.effect).toMatchObject({
    request: {
      method: "PUT",
      url: "https://harbour-logs.s3.eu-central-1.amazonaws.com/tickets/T%2B1/a%20b/%C3%BC%20(1).json",
      headers: [{ name: "content-type", value: "application/json" }],
      body: String.raw`{"id":"T+1/a b","who":"Ann \"A.\""}`,
    },
    authorization: { kind: "aws-v4", ...key, region: "eu-central-1", service: "s3" },
  });

  const server = await receive([{ status: 200, headers: { etag: '"8c7d"' } }]);
  expect(await deliver(server, planned)).toMatchObject({
    status: "succeeded",
    output: {
      bucket: "harbour-logs",
      key: "tickets/T+1/a b/ü (1).json",
      url: planned.effect.request.url,
      etag: '"8c7d"',
    },
  });
});

test("what the receiver gets is signed for what it gets", async () => {
  const planned = planAction(action);
  const server = await receive([200]);
  await deliver(server, planned);
  const { headers = {}, path = "", body = "" } = server.requests[0] ?? {};
  const [, day, time] = /^(\d{8})T(\d{6})Z$/.exec(String(headers["x-amz-date"])) ?? [];
  const sent = {
    method: "PUT",
    url: `${server.url}${path}`,
    headers: ["content-type", "doorbell-depth", "idempotency-key"].map((name) => ({
      name,
      value: String(headers[name]),
    })),
    body,
  };
  const at = Date.parse(`${day}T${time}Z`.replace(/^(....)(..)(..)T(..)(..)(..)Z$/, "$1-$2-$3T$4:$5:$6Z"));
  const again = signAwsV4(sent, { ...key, region: "eu-central-1", service: "s3" }, at);
  expect(headers.authorization).toBe(again.headers.at(-1)?.value);
  expect(headers.authorization).toContain(
    "SignedHeaders=content-type;doorbell-depth;host;idempotency-key;x-amz-content-sha256;x-amz-date",
  );
});

test("or to a bucket of one's own, whose name stands in the path", () => {
  const connection = { kind: "s3", credentials: own };
  expect(planAction({ ...action, connection }).effect.request.url).toBe(
    "http://10.0.0.7:9000/harbour-logs/tickets/T%2B1/a%20b/%C3%BC%20(1).json",
  );
  const before = { ...own, addressing: "host", endpoint: "https://s3.eu.example" };
  expect(planAction({ ...action, connection: { kind: "s3", credentials: before } }).effect.request.url).toMatch(
    /^https:\/\/harbour-logs\.s3\.eu\.example\/tickets\//,
  );
});

test("text is written as it is", () => {
  const text = {
    key: "a.csv",
    content: 'id,who\n{{ trigger.body.id }},"{{ trigger.body.who }}"',
    contentType: "text/csv",
  };
  const { headers, body } = planAction({ ...action, config: text }).effect.request;
  expect(headers).toEqual([{ name: "content-type", value: "text/csv" }]);
  expect(body).toBe('id,who\nT+1/a b,"Ann "A.""');
});

test("no data leads out of the folder", () => {
  expect(complaintOf({ ...action, body: { id: "../../other" } })).toBe("“..” cannot be part of an address.");
  expect(complaintOf({ ...action, body: {}, config: { ...config, key: "{{ trigger.body.id }}" } })).toBe(
    "The file has no name.",
  );
});

testRefusals(receive, action);
testProbe(action.connection, "GET https://harbour-logs.s3.eu-central-1.amazonaws.com/?list-type=2&max-keys=1");
testProbe({ kind: "s3", credentials: own }, "GET http://10.0.0.7:9000/harbour-logs/?list-type=2&max-keys=1");
