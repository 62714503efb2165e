import { expect, test } from "vitest";
import { jiraDocument } from "@/lib/catalog/nodes/actions/jira-document";

const text = (value: string) => ({ type: "text", text: value });

test("an empty line begins a paragraph, another line is a break, and marks are text", () => {
  expect(jiraDocument("\n*One*\r\n{two}\n \n\n[three|https://a.example]\n")).toEqual({
    type: "doc",
    version: 1,
    content: [
      { type: "paragraph", content: [text("*One*"), { type: "hardBreak" }, text("{two}")] },
      { type: "paragraph", content: [text("[three|https://a.example]")] },
    ],
  });
});

test("a text of nothing but blanks has no paragraph, and a long one takes no time", () => {
  expect(jiraDocument(" \n\t\n").content).toEqual([]);
  const startedAtMs = performance.now();
  jiraDocument(`${" ".repeat(500_000)}${"\n".repeat(400_000)}a`);
  expect(performance.now() - startedAtMs).toBeLessThan(2_000);
});
