import { LosslessNumber } from "lossless-json";
import { describe, expect, test } from "vitest";
import { runCode } from "@/lib/platform/sandbox/run-code";

const TOO_LONG = { ok: false, message: "The code ran longer than 250 ms." };
const TOO_MUCH = { ok: false, message: "The code needed more than 32 MB of memory." };
const TOO_DEEP = { ok: false, message: "The code calls itself too often, or is nested too deep." };

describe("code gives what it returns", () => {
  test.each<[source: string, value: unknown]>([
    ["return input.trigger.body.n + 1;", 3],
    ["return trigger.body.n + 1;", 3],
    ["const { trigger } = input; return trigger.body.n", 2],
    ["return { a: [1, 'x', null, true], b: { c: undefined } };", { a: [1, "x", null, true], b: {} }],
    ["", null],
    ["return undefined", null],
    ["return NaN", null],
    ["return 'ü𝕏\\u0000'", "ü𝕏\u0000"],
    ["return [...'abc'].map((letter) => letter.toUpperCase()).join('')", "ABC"],
    ["return typeof new Date().getTime()", "number"],
    ["return new Date('2026-03-04')", "2026-03-04T00:00:00.000Z"],
    ["return /(?<year>\\d{4})/.exec('in 2026').groups.year", "2026"],
    [
      "const input2 = structured(input); function structured(x) { return { ...x } } return Object.keys(input2)",
      ["trigger"],
    ],
    ["input.trigger.body.n = 5; return input.trigger.body.n // a comment at the end", 5],
    ["return eval('1 + 1')", 2],
  ])("%s", async (source, value) => {
    expect(await runCode(source, { trigger: { body: { n: 2 } } })).toEqual({ ok: true, value });
  });

  test("numbers are those of JavaScript", async () => {
    expect(await runCode("return input.n", { n: new LosslessNumber("1.50") })).toEqual({ ok: true, value: 1.5 });
    expect(await runCode("return { a: 1e21 }", {})).toEqual({ ok: true, value: { a: 1e21 } });
  });

  test("what it was given stays as it was", async () => {
    const input = { list: [1] };
    await runCode("input.list.push(2); input.x = 1; return 1", input);
    expect(input).toEqual({ list: [1] });
  });
});

describe("what goes wrong is told in a sentence, with the line", () => {
  test.each([
    ["\n\nthrow new Error('boo')", "The code failed in line 3: boo."],
    ["throw new Error('boo')", "The code failed in line 1: boo."],
    ["const a = 1;\nnope();", "The code failed in line 2: 'nope' is not defined."],
    ["return input.trigger.body.x", "The code failed in line 1: cannot read property 'x' of undefined."],
    ["const a = 1;\nreturn a b;", "The code failed in line 2: expecting ';'."],
    ["if (true) {\n  return 1;\n", "The code failed in line 3: unexpected token in expression: ')'."],
    ["throw 'just text'", "The code failed: just text."],
    ["throw null", "The code failed: null."],
    ["throw { message: 'odd' }", "The code failed: odd."],
    ["await 1", "The code failed in line 1: expecting ';'."],
    ["return 5n", "The code failed: Do not know how to serialize a BigInt."],
    ["const a = {}; a.a = a; return a", "The code failed: circular reference."],
    [
      "return Promise.resolve(1)",
      "The code gave a promise. There is nothing to wait for here: return the value itself.",
    ],
    [
      "return import('node:fs')",
      "The code gave a promise. There is nothing to wait for here: return the value itself.",
    ],
  ])("%j", async (source, message) => {
    expect(await runCode(source, { trigger: {} })).toEqual({ ok: false, message });
  });
});

describe("what takes too much is ended", () => {
  test.each([
    ["an endless loop", "while (true);", TOO_LONG],
    [
      "a loop that catches everything",
      "while (true) { try { while (true); } catch {} finally { continue; } }",
      TOO_LONG,
    ],
    ["a slow pattern", "return /^(a+)+$/.test('a'.repeat(40) + 'b')", TOO_LONG],
    ["a getter of what it throws", "throw { get message() { while (true); } }", TOO_LONG],
    ["a hook of what it gives", "return { toJSON() { while (true); } }", TOO_LONG],
    ["a hook of everything", "Object.prototype.toJSON = () => { while (true); }; return {}", TOO_LONG],
    ["text that doubles", "let text = 'x'; while (true) text += text;", TOO_MUCH],
    ["a large list", "return new Array(1e9).fill(0).length", TOO_MUCH],
    ["a large buffer", "return new ArrayBuffer(1e9).byteLength", TOO_MUCH],
    ["a function that calls itself", "const f = () => f(); f()", TOO_DEEP],
    ["a getter that gets itself", "return new (class { get x() { return this.x } })().x", TOO_DEEP],
    ["code within code", "const f = () => eval('f()'); f()", TOO_DEEP],
    ["what is nested deep", "return eval('['.repeat(1e5))", TOO_DEEP],
    [
      "a long answer",
      "return 'x'.repeat(262_144)",
      { ok: false, message: "What the code gave is longer than 256 KB." },
    ],
  ])("%s", async (_, source, result) => {
    expect(await runCode(source, {})).toEqual(result);
  });

  test("native code that cannot be interrupted is killed with its thread, and the next code runs", async () => {
    expect(await runCode("return [].indexOf.call({ length: 2 ** 53 - 1 }, 1)", {})).toEqual(TOO_LONG);
    expect(await runCode("return 1", {})).toEqual({ ok: true, value: 1 });
  });

  test("the server goes on meanwhile", async () => {
    let turns = 0;
    const timer = setInterval(() => turns++, 5);
    await Promise.all([runCode("while (true);", {}), runCode("while (true);", {})]);
    clearInterval(timer);
    expect(turns).toBeGreaterThan(10);
  });
});

describe("nothing outside can be reached", () => {
  const GONE = ["process", "require", "module", "fetch", "XMLHttpRequest", "WebSocket", "setTimeout", "setInterval"];
  const NEVER = [
    "setImmediate",
    "console",
    "Buffer",
    "global",
    "performance",
    "std",
    "os",
    "print",
    "WebAssembly",
    "Worker",
  ];

  test("there is nothing but JavaScript itself", async () => {
    const source = `return [${[...GONE, ...NEVER].map((name) => `typeof ${name}`).join(", ")}].filter((type) => type !== "undefined")`;
    expect(await runCode(source, {})).toEqual({ ok: true, value: [] });
  });

  test.each([
    "return this",
    "return globalThis.constructor.constructor('return typeof process')()",
    "return (() => {}).constructor('return typeof process + typeof require')()",
    "return Reflect.ownKeys(globalThis).filter((key) => /process|require|fetch|module|import/i.test(String(key)))",
    "return input.constructor.constructor('return this.process')()",
    "try { null.x } catch (error) { return error.constructor.constructor('return this.process')() }",
    "return arguments.length + typeof arguments.callee.caller",
    "}); return process; (function () {",
    "return new.target",
    "import fs from 'node:fs'",
    "return import.meta",
  ])("%s", async (source) => {
    const result = await runCode(source, {});
    const shown = JSON.stringify(result);
    expect(shown).not.toMatch(/"(object|function)"|node_modules|worker_threads|\/lib\//);
    if (result.ok) expect([undefined, null, 0, "", [], "undefined", "undefinedundefined"]).toContainEqual(result.value);
  });

  test("what code changes is there for no other code", async () => {
    const spoil = `
      globalThis.left = 1; Object.prototype.left = 1; Array.prototype.map = () => "spoilt";
      JSON.parse = JSON.stringify = () => "spoilt"; Function.prototype.call = null; String = Promise = null;
      return [1];`;
    expect(await runCode(spoil, {})).toEqual({ ok: true, value: [1] });
    for (let round = 0; round < 4; round++) {
      const look = "return [typeof left, typeof {}.left, [1].map((n) => n + 1), JSON.stringify({ a: 1 })]";
      expect(await runCode(look, {})).toEqual({ ok: true, value: ["undefined", "undefined", [2], '{"a":1}'] });
    }
  });

  test("data named like parts of JavaScript is only data", async () => {
    const input = JSON.parse('{"__proto__": {"x": 1}, "constructor": {"prototype": {"x": 1}}}');
    expect(await runCode("return [typeof {}.x, Object.keys(input)]", input)).toEqual({
      ok: true,
      value: ["undefined", ["__proto__", "constructor"]],
    });
  });
});
