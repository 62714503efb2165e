import { expect, test } from "vitest";
import { messageIn } from "@/lib/domain/runs/message-in";

test.each([
  ['{"error":{"message":"No such channel","type":"x"}}', "No such channel"],
  ['{"error":"invalid_token","error_description":"The token has expired"}', "The token has expired"],
  ['{"message":"Validation failed","errors":[{"message":"title is missing"}]}', "Validation failed"],
  ['{"errors":[{"message":"title is missing"}]}', "title is missing"],
  ['{"type":"about:blank","title":"Bad","detail":"age must be positive"}', "age must be positive"],
  ['{"errorMessages":["No project could be found"],"errors":{}}', "No project could be found"],
  ['[{"message":"No such column","errorCode":"INVALID_FIELD"}]', "No such column"],
  ['"just text"', "just text"],
  ["no_text", "no_text"],
  ["<html><body>502 Bad Gateway</body></html>", undefined],
  ['{"ok":false}', undefined],
  ["{broken", undefined],
  ["", undefined],
])("%s says %s", (body, said) => {
  expect(messageIn(body)).toBe(said);
});
