import { expect, test } from "vitest";
import { parseJson } from "@/lib/domain/json/parse-json";
import { postForm, postJson } from "@/lib/domain/runs/post";

test("JSON keeps the text of numbers, and leaves out what is undefined", () => {
  const parsed = parseJson('{"price":1.10,"id":12345678901234567890}');
  const order = parsed.ok ? parsed.value : undefined;
  expect(postJson("https://example.com", { order, nothing: undefined })).toEqual({
    method: "POST",
    url: "https://example.com",
    headers: [{ name: "content-type", value: "application/json; charset=utf-8" }],
    body: '{"order":{"price":1.10,"id":12345678901234567890}}',
  });
});

test("a form escapes what would end a field, and leaves out empty ones", () => {
  const request = postForm("https://example.com", { text: "a&b=c +ü\n", none: "" }, [{ name: "x", value: "y" }]);
  expect(request.body).toBe("text=a%26b%3Dc+%2B%C3%BC%0A");
  expect(request.headers).toEqual([
    { name: "content-type", value: "application/x-www-form-urlencoded" },
    { name: "x", value: "y" },
  ]);
});
