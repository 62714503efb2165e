import { describe, expect, test } from "vitest";
import { email } from "@/lib/catalog/nodes/actions/email";
import type { PlanOptions } from "@/lib/catalog/nodes/define-node";

const scope = {
  trigger: { body: { mail: "Eve <eve@evil.example>", name: "<b>Ann</b>\r\nBcc: x@y.z", two: "a@b.c, d@e.f" } },
  steps: {},
};
const settings = { to: ["ann@desk.example"], subject: "Hello", text: "It rang." };
const credentials = {
  host: "smtp.example.com",
  port: "465",
  encryption: "tls",
  user: "bell",
  password: "secret",
  from: "Doorbell <bell@example.com>",
};

function plan(changed: object = {}, options: PlanOptions = { connection: { kind: "smtp", credentials } }) {
  return email.plan({ ...settings, ...changed }, scope, options);
}

test("a mail is planned with its server, its sender and everybody that it is for", () => {
  const planned = plan({
    to: ["Ann <ann@desk.example>", "{{ trigger.body.mail }}", " "],
    cc: ["bob@desk.example"],
    replyTo: ["help@desk.example"],
  });
  expect(planned).toMatchObject({
    ok: true,
    effect: {
      kind: "mail",
      mail: {
        sender: {
          server: {
            host: "smtp.example.com",
            port: 465,
            encryption: "tls",
            user: "bell",
            password: "secret",
            authorities: "",
          },
          from: { name: "Doorbell", address: "bell@example.com" },
        },
        to: [
          { name: "Ann", address: "ann@desk.example" },
          { name: "Eve", address: "eve@evil.example" },
        ],
        cc: [{ name: "", address: "bob@desk.example" }],
        replyTo: [{ name: "", address: "help@desk.example" }],
      },
    },
    input: { to: ["Ann <ann@desk.example>", "Eve <eve@evil.example>"], cc: ["bob@desk.example"], subject: "Hello" },
  });
  expect(JSON.stringify(planned.input)).not.toContain("secret");
});

test("without a connection no server is named", () => {
  expect(plan({}, {})).toMatchObject({ ok: true, effect: { mail: { sender: null } } });
});

test("values are text in the HTML, and break no line of the subject", () => {
  const planned = plan({
    subject: "Re: {{ trigger.body.name }}",
    html: "<p title='{{ trigger.body.name }}'>{{ trigger.body.name }}</p>",
  });
  expect(planned).toMatchObject({
    effect: {
      mail: {
        subject: "Re: <b>Ann</b>Bcc: x@y.z",
        html: "<p title='&lt;b&gt;Ann&lt;/b&gt;\r\nBcc: x@y.z'>&lt;b&gt;Ann&lt;/b&gt;\r\nBcc: x@y.z</p>",
      },
    },
  });
});

describe("nothing is sent", () => {
  test.each([
    [{ to: ["{{ trigger.body.two }}"] }, "“a@b.c, d@e.f” is not one e-mail address."],
    [{ to: ["ann@desk.example"], cc: ["{{ trigger.body.name }}"] }, /is not one e-mail address/],
    [{ to: ["{{ trigger.body.nobody }}"] }, "There is nobody to send this mail to."],
    [{ subject: "{{ trigger.body.nothing }}" }, "The subject is empty."],
  ])("with %j", (changed, message) => {
    const planned = plan(changed);
    expect(planned.ok ? "" : planned.message).toMatch(message);
  });
});

test("a wrong address in the drawing is a problem before anything rings", () => {
  expect(
    email.problems({ ...settings, to: ["ann"], cc: ["a@b.c, d@e.f"], replyTo: ["{{ trigger.body.mail }}"] }),
  ).toEqual([
    { field: "to", message: "“ann” is not an e-mail address." },
    { field: "cc", message: "“a@b.c, d@e.f” is not an e-mail address." },
  ]);
  expect(email.problems({ ...settings, to: [] })).toEqual([{ field: "to", message: "Add who the mail is for." }]);
});
