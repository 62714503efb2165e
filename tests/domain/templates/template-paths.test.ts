import { expect, test } from "vitest";
import { checkTemplate, templatePaths } from "@/lib/domain/templates/template-paths";

test.each<[template: string, paths: (string | number)[][]]>([
  ["no placeholder", []],
  ["{{ trigger.body.items[0].id }} {{ trigger.body.items[0].id | upcase }}", [["trigger", "body", "items", 0, "id"]]],
  ['{{ trigger.headers["x-id"] }}', [["trigger", "headers", "x-id"]]],
  [
    "{{ steps.ask.body | default: trigger.body.a }}",
    [
      ["steps", "ask", "body"],
      ["trigger", "body", "a"],
    ],
  ],
  [
    "{{ trigger.body[trigger.path].x }}",
    [
      ["trigger", "body"],
      ["trigger", "path"],
    ],
  ],
  ["{% for item in trigger.body.list %}{{ item.name }}{% endfor %}", [["trigger", "body", "list"]]],
  [
    "{% if trigger.body.a %}{% assign b = steps.x %}{{ b.c }}{% endif %}",
    [
      ["trigger", "body", "a"],
      ["steps", "x"],
    ],
  ],
  ["{{ broken", []],
])("%s reads %j", (template, paths) => {
  expect(templatePaths(template)).toEqual(paths);
});

test.each<[template: string, complaint: string | undefined]>([
  ["{{ trigger.body }}", undefined],
  ["{{ a", "A placeholder is not closed: “}}” is missing."],
  ["{{ }}", "A placeholder is empty."],
  ["{{ a | shout }}", "There is no filter called “shout”."],
  ["one\ntwo {{ a | shout }}", "There is no filter called “shout”. (Line 2.)"],
  ["{% shout %}", "There is no tag called “shout”."],
  ["{% if a %}x", "A “if” is not closed: {% endif %} is missing."],
  ["x{% endif %}", "“endif” closes a “if” that was not opened."],
  ["{{ a b }}", "Two values stand side by side in a placeholder, with nothing to join them."],
  ["{% if a %}{{ b c }}{% endif %}", "Two values stand side by side in a placeholder, with nothing to join them."],
  ["{{ 7*7 }}", 'The template cannot be read: expected "|" before filter.'],
  ["{% if not a and b contains 'x' or c == 1 %}{{ d }}{% endif %}", undefined],
  ["x".repeat(1_000_001), "The template is too long."],
])("%.40s", (template, complaint) => {
  expect(checkTemplate(template)).toBe(complaint);
});

test.each(["include", "render", "layout", "block", "liquid", "echo", "cycle", "increment", "decrement", "tablerow"])(
  "there is no tag %s",
  (tag) => {
    expect(checkTemplate(`{% ${tag} "x" %}`)).toBe(`There is no tag called “${tag}”.`);
  },
);

test.each(["where_exp", "find_exp", "group_by_exp", "reject_exp", "has_exp", "find_index_exp", "inspect", "sample"])(
  "there is no filter %s",
  (filter) => {
    expect(checkTemplate(`{{ a | ${filter}: "x", "y" }}`)).toBe(`There is no filter called “${filter}”.`);
  },
);
