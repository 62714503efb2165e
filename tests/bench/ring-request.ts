import { createHmac } from "node:crypto";

export type RingTarget = { url: string; secret: string; bodyBytes: number };

/** Rings as GitHub sends them, signed beforehand: only the delivery id, which is not signed, differs. */
export function prepareRings({ url, secret, bodyBytes }: RingTarget): (id: string) => Buffer {
  const { host, pathname } = new URL(url);
  const body = Buffer.from(pushOf(bodyBytes));
  const head = [
    `POST ${pathname} HTTP/1.1`,
    `Host: ${host}`,
    "User-Agent: GitHub-Hookshot/bench",
    "Accept: */*",
    "Content-Type: application/json",
    `Content-Length: ${body.length}`,
    "X-GitHub-Event: push",
    `X-Hub-Signature-256: sha256=${createHmac("sha256", secret).update(body).digest("hex")}`,
    "X-GitHub-Delivery: ",
  ].join("\r\n");
  return (id) => Buffer.concat([Buffer.from(`${head}${id}\r\n\r\n`, "latin1"), body]);
}

/** A push of as many commits as make it this long. */
function pushOf(bytes: number): string {
  const commits: object[] = [];
  const text = (padding: string) => JSON.stringify({ ref: "refs/heads/main", forced: false, commits, padding });
  while (text("").length + 250 < bytes) commits.push(commitOf(commits.length));
  return text(".".repeat(bytes - text("").length));
}

function commitOf(n: number): object {
  return {
    id: n.toString(16).padStart(40, "0"),
    message: `Answer the door, part ${n}`,
    timestamp: "2026-01-01T12:00:00Z",
    author: { name: "Ada", email: "ada@example.com" },
    modified: [`src/door-${n}.ts`, "README.md"],
    distinct: true,
  };
}
