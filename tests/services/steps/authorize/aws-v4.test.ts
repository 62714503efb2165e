import { expect, test } from "vitest";
import type { PlannedRequest } from "@/lib/domain/runs/effect";
import { signAwsV4 } from "@/lib/services/steps/authorize/aws-v4";

/** Where the suite sends its requests. */
const SUITE = "https://example.amazonaws.com/";

type Case = { what: string; planned: Partial<PlannedRequest>; signature: string };

const request = (more: Partial<PlannedRequest>): PlannedRequest => ({
  method: "GET",
  url: SUITE,
  headers: [],
  body: "",
  ...more,
});
const authorizationOf = ({ headers }: PlannedRequest) => headers.find(({ name }) => name === "Authorization")?.value;
const form = (value: string) => ({
  method: "POST",
  headers: [{ name: "Content-Type", value }],
  body: "Param1=value1",
});
const UNRESERVED = "-._~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/** The key, the moment and the signatures are those of AWS's test suite for Signature Version 4. */
test.each<Case & { names: string }>([
  {
    what: "a bare GET",
    planned: {},
    signature: "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31",
    names: "host;x-amz-date",
  },
  {
    what: "a bare POST",
    planned: { method: "POST" },
    signature: "5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b",
    names: "host;x-amz-date",
  },
  {
    what: "a query in another order",
    planned: { url: `${SUITE}?Param2=value2&Param1=value1` },
    signature: "b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500",
    names: "host;x-amz-date",
  },
  {
    what: "a query with letters of other scripts",
    planned: { url: `${SUITE}?ሴ=bar` },
    signature: "2cdec8eed098649ff3a119c94853b13c643bcf08f8b0a1d91e12c9027818dd04",
    names: "host;x-amz-date",
  },
  {
    what: "a query that needs no encoding",
    planned: { url: `${SUITE}?${UNRESERVED}=${UNRESERVED}` },
    signature: "9c3e54bfcdf0b19771a7f523ee5669cdf59bc7cc0884027167c21bb143a40197",
    names: "host;x-amz-date",
  },
  {
    what: "a path that needs no encoding",
    planned: { url: `${SUITE}${UNRESERVED}` },
    signature: "07ef7494c76fa4850883e2b006601f940f8a34d404d0cfa977f52a65bbf5f24f",
    names: "host;x-amz-date",
  },
  {
    what: "one header several times",
    planned: { headers: ["value2", "value2", "value1"].map((value) => ({ name: "My-Header1", value })) },
    signature: "c9d5ea9f3f72853aea855b47ea873832890dbdd183b4468f858259531a5138ea",
    names: "host;my-header1;x-amz-date",
  },
  {
    what: "headers with blanks",
    planned: {
      headers: [
        { name: "My-Header1", value: " value1" },
        { name: "My-Header2", value: ' "a   b   c"' },
      ],
    },
    signature: "acc3ed3afb60bb290fc8d2dd0098b9911fcaa05412b367055dee359757a9c736",
    names: "host;my-header1;my-header2;x-amz-date",
  },
  {
    what: "a form",
    planned: form("application/x-www-form-urlencoded"),
    signature: "ff11897932ad3f4e8b18135d722051e5ac45fc38421b1da7b9d196a0fe09473a",
    names: "content-type;host;x-amz-date",
  },
  {
    what: "a form with its charset",
    planned: form("application/x-www-form-urlencoded; charset=utf8"),
    signature: "1a72ec8f64bd914b0e42e42607c7fbce7fb2c7465f63e3092b3b0d39fa77a6fe",
    names: "content-type;host;x-amz-date",
  },
])("$what is signed as AWS's test suite has it", ({ planned, names, signature }) => {
  const key = {
    accessKeyId: "AKIDEXAMPLE",
    secretAccessKey: "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY",
    region: "us-east-1",
    service: "service",
  };
  const signed = signAwsV4(request(planned), key, Date.parse("2015-08-30T12:36:00Z"));

  expect(signed.headers).toContainEqual({ name: "X-Amz-Date", value: "20150830T123600Z" });
  expect(authorizationOf(signed)).toBe(
    `AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request, SignedHeaders=${names}, Signature=${signature}`,
  );
});

const s3 = {
  accessKeyId: "AKIAIOSFODNN7EXAMPLE",
  secretAccessKey: "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
  region: "us-east-1",
  service: "s3",
};

/** https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html */
test.each<Case>([
  {
    what: "reading a part of an object",
    planned: {
      url: "https://examplebucket.s3.amazonaws.com/test.txt",
      headers: [{ name: "Range", value: "bytes=0-9" }],
    },
    signature: "f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41",
  },
  {
    what: "writing an object whose key has to be encoded",
    planned: {
      method: "PUT",
      url: "https://examplebucket.s3.amazonaws.com/test$file.text",
      headers: [
        { name: "Date", value: "Fri, 24 May 2013 00:00:00 GMT" },
        { name: "x-amz-storage-class", value: "REDUCED_REDUNDANCY" },
      ],
      body: "Welcome to Amazon S3.",
    },
    signature: "98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd",
  },
  {
    what: "a parameter without a value",
    planned: { url: "https://examplebucket.s3.amazonaws.com/?lifecycle" },
    signature: "fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543",
  },
  {
    what: "listing objects",
    planned: { url: "https://examplebucket.s3.amazonaws.com/?max-keys=2&prefix=J" },
    signature: "34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7",
  },
])("$what is signed as the documentation of S3 has it", ({ planned, signature }) => {
  const signed = signAwsV4(request(planned), s3, Date.parse("2013-05-24T00:00:00Z"));

  expect(authorizationOf(signed)).toContain(`Signature=${signature}`);
  expect(signed.headers.map(({ name }) => name)).toContain("X-Amz-Content-Sha256");
});

/** The signatures are those of AWS's own SDK for Python, for which no example is published. */
test.each<Case & { service: string }>([
  {
    what: "an encoded path once more than it is",
    planned: { method: "POST", url: "https://lambda.us-east-1.amazonaws.com/functions/arn%3Aaws/invocations" },
    signature: "6041656c187e4b9af019465f33c76ce45eb91cd85eeb169ebe6d1f9627d4faa5",
    service: "lambda",
  },
  {
    what: "an object's key as it is sent, and a host with its port",
    planned: { method: "PUT", url: "http://localhost:9000/bucket/a%20b/%C3%BC%21%27%28%29%2A%2B.json", body: "x" },
    signature: "50354720c9a4888f2e26439b3e3b06bf45426ff98b6350ee25a191bbbc2bb0b3",
    service: "s3",
  },
])("it signs $what", ({ service, planned, signature }) => {
  expect(authorizationOf(signAwsV4(request(planned), { ...s3, service }, 0))).toContain(`Signature=${signature}`);
});

test("a bare percent sign throws nothing, and what is no address stays unsigned", () => {
  expect(authorizationOf(signAwsV4(request({ url: "https://bucket.example/100%?a=%zz" }), s3, 0))).toBeDefined();
  expect(signAwsV4(request({ url: "nowhere" }), s3, 0)).toEqual(request({ url: "nowhere" }));
});
