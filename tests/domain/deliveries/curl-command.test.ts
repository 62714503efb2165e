import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";
import { curlCommand } from "@/lib/domain/deliveries/curl-command";

/** What a shell hands to the program, one argument a line. */
function argumentsIn(command: string): string[] {
  const script = `curl() { for each in "$@"; do printf '%s\\0' "$each"; done; }\n${command}`;
  return execFileSync("sh", ["-c", script], { encoding: "utf8" }).split("\0").slice(0, -1);
}

test("a shell hands curl exactly what was sent, whatever characters it holds", () => {
  const body = `{"say":"it's $HOME \`now\` \\\\ \\"x\\"","line":"a\\nb"}\n@x`;
  const command = curlCommand({
    method: "POST",
    url: "https://bell.example/api/hooks/abc?x=1&y='2'",
    headers: [
      { name: "X-Odd", value: "a'b; rm -rf /" },
      { name: "Content-Type", value: "application/json" },
    ],
    body: { text: body },
  });
  expect(argumentsIn(command)).toEqual([
    "-X",
    "POST",
    "https://bell.example/api/hooks/abc?x=1&y='2'",
    "-H",
    "X-Odd: a'b; rm -rf /",
    "-H",
    "Content-Type: application/json",
    "--data-raw",
    body,
  ]);
});

test("hidden values and headers of the connection are left out", () => {
  const command = curlCommand({
    method: "GET",
    url: "https://bell.example/",
    headers: [
      { name: "Authorization", value: "••••" },
      { name: "Host", value: "bell.example" },
      { name: "Content-Length", value: "3" },
      { name: "X-Empty", value: "" },
    ],
    body: null,
  });
  expect(argumentsIn(command)).toEqual(["-X", "GET", "https://bell.example/", "-H", "X-Empty;"]);
});

test("a body without a type is not called a form, and one that is no text comes from a file", () => {
  const command = curlCommand({
    method: "PUT",
    url: "https://a.example/",
    headers: [],
    body: { file: "body of dlv.bin" },
  });
  expect(argumentsIn(command)).toEqual([
    "-X",
    "PUT",
    "https://a.example/",
    "-H",
    "Content-Type:",
    "--data-binary",
    "@body of dlv.bin",
  ]);
});
