import type { Vector } from "@/lib/catalog/sources/define-source";

const form = { "content-type": "application/x-www-form-urlencoded" };
const call = "CallSid=CA1234567890ABCDE&Caller=%2B14158675309&Digits=1234&From=%2B14158675309&To=%2B18005551212";
const url = "https://mycompany.com/myapp.php?foo=1&bar=2";
const jsonUrl = `${url}&bodySHA256=0a1ff7634d9ab3b95db5c9a2dfe9416e41502b283a80c7cf19632632f96e6620`;
const secrets = ["12345"];

/** Mostly the ones of Twilio's own libraries: https://github.com/twilio/twilio-node/blob/main/spec/validation.spec.js */
export const twilioVectors: readonly Vector[] = [
  {
    name: "the form in the tests of Twilio's libraries",
    secrets,
    url,
    headers: { ...form, "x-twilio-signature": "RSOYDt4T1cUTdK1PDd93/VVr8B8=" },
    body: call,
    expect: "accept",
  },
  {
    name: "that form at an address whose port was not signed",
    secrets,
    url: "https://mycompany.com:1234/myapp.php?foo=1&bar=2",
    headers: { ...form, "x-twilio-signature": "RSOYDt4T1cUTdK1PDd93/VVr8B8=" },
    body: call,
    expect: "accept",
  },
  {
    name: "a field that came several times",
    secrets,
    url,
    headers: { ...form, "x-twilio-signature": "IK+Dwps556ElfBT0I3Rgjkr1wJU=" },
    body: "Sid=CA123&SidAccount=AC123&Digits=5678&Digits=1234&Digits=1234",
    expect: "accept",
  },
  {
    name: "the form with another digit",
    secrets,
    url,
    headers: { ...form, "x-twilio-signature": "RSOYDt4T1cUTdK1PDd93/VVr8B8=" },
    body: call.replace("1234&From", "1235&From"),
    expect: "reject",
  },
  {
    name: "the form at the address that a proxy made of it",
    secrets,
    url: url.replace("https", "http"),
    headers: { ...form, "x-twilio-signature": "RSOYDt4T1cUTdK1PDd93/VVr8B8=" },
    body: call,
    expect: "reject",
  },
  {
    name: "the form with another account's token",
    secrets: ["54321"],
    url,
    headers: { ...form, "x-twilio-signature": "RSOYDt4T1cUTdK1PDd93/VVr8B8=" },
    body: call,
    expect: "reject",
  },
  {
    name: "a GET request, of which only the address is signed",
    secrets: ["twilio-lantern"],
    method: "GET",
    url: "https://bell.example.com/h/tw?CallSid=CA1",
    headers: { "x-twilio-signature": "LO1isaU5ZAtpmCke7mD5UY4ZSYI=" },
    body: "",
    expect: "accept",
  },
  {
    name: "the signature of a GET request over a body that nobody signed",
    secrets: ["twilio-lantern"],
    url: "https://bell.example.com/h/tw?CallSid=CA1",
    headers: { "content-type": "application/json", "x-twilio-signature": "LO1isaU5ZAtpmCke7mD5UY4ZSYI=" },
    body: '{"CallStatus":"completed"}',
    expect: "reject",
  },
  {
    name: "the JSON in the tests of Twilio's libraries",
    scheme: "twilio-json",
    secrets,
    url: jsonUrl,
    headers: { "content-type": "application/json", "x-twilio-signature": "a9nBmqA0ju/hNViExpshrM61xv4=" },
    body: '{"property": "value", "boolean": true}',
    expect: "accept",
  },
  {
    name: "that JSON with another value",
    scheme: "twilio-json",
    secrets,
    url: jsonUrl,
    headers: { "content-type": "application/json", "x-twilio-signature": "a9nBmqA0ju/hNViExpshrM61xv4=" },
    body: '{"property": "value", "boolean": false}',
    expect: "reject",
  },
];
