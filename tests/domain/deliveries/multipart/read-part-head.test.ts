import { expect, test } from "vitest";
import { readPartHead } from "@/lib/domain/deliveries/multipart/read-part-head";

test.each([
  ['Content-Disposition: form-data; name="a"', { name: "a", filename: null, contentType: "" }],
  ["content-disposition:form-data;name=a", { name: "a", filename: null, contentType: "" }],
  ['CONTENT-DISPOSITION: Form-Data; name=""; filename=""', { name: "", filename: "", contentType: "" }],
  [
    'Content-Type: image/png\r\nContent-Disposition: form-data; name="a"; filename="b;c.png"',
    { name: "a", filename: "b;c.png", contentType: "image/png" },
  ],
  ['Content-Disposition: form-data; name="a%22%0d%0A%41"', { name: 'a"\r\n%41', filename: null, contentType: "" }],
  [
    'Content-Disposition: form-data; name="ü"; filename="../../etc/passwd"',
    { name: "ü", filename: "passwd", contentType: "" },
  ],
  [
    'Content-Disposition: form-data; name="a"; filename="C:\\dir\\f.txt"',
    { name: "a", filename: "f.txt", contentType: "" },
  ],
  ["Content-Disposition: form-data; filename*=UTF-8''x; name=\"a\"", { name: "a", filename: null, contentType: "" }],
])("%s", (head, read) => {
  expect(readPartHead(head)).toEqual(read);
});

test("a long file name is cut", () => {
  const read = readPartHead(`Content-Disposition: form-data; name=a; filename=${"f".repeat(500)}`);
  expect(read?.filename).toHaveLength(200);
});

test.each([
  "",
  "no colon",
  "Content-Disposition: attachment; name=a",
  "Content-Disposition: form-data",
  "Content-Disposition: form-data; filename=a",
  `Content-Disposition: form-data; name=${"n".repeat(201)}`,
])("“%s” names no field", (head) => {
  expect(readPartHead(head)).toBeUndefined();
});
