// assessMany of the built npm package, as an office uses it that screens ten thousand lines.
import assert from "node:assert/strict";
import { createReadStream, readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { test } from "node:test";

const dist = new URL("../../dist/npm/", import.meta.url);
const { assess, assessMany, initSync } = await import(new URL("shifan.js", dist));
const wasm = initSync({ module: readFileSync(new URL("shifan_bg.wasm", dist)) });

const replay = new URL("../replay/submissions.jsonl", import.meta.url);
const cases = readFileSync(replay, "utf8").trimEnd().split("\n").map((line) => JSON.parse(line));
const submissions = cases.map((one) => JSON.stringify(one.submission));
const PARK = '{"track":"park","stage":"creation"}';

async function all(lines, options) {
  const found = [];
  for await (const one of assessMany(lines, options)) found.push(one);
  return found;
}

const inShort = ({ line, report, error }) => `${line} ${report ? report.track : error.name}`;

// The first of all: memory that another test has taken would hide what this one takes.
test("ten times as many lines take no more memory", async () => {
  async function pages(count) {
    function* lines() {
      for (let line = 0; line < count; line += 1) yield submissions[line % submissions.length];
    }
    let reports = 0;
    for await (const { report } of assessMany(lines())) reports += report ? 1 : 0;
    assert.equal(reports, count);
    return wasm.memory.buffer.byteLength / 65_536;
  }
  const few = await pages(2_000);
  assert.equal(await pages(20_000), few, "pages of WebAssembly memory");
});

test("what comes of each line", async () => {
  const table = [
    ["P", ["1 park"]],
    ["P\n", ["1 park"]],
    ["", []],
    ["\n \n\t\n\r\n", []],
    ["\n\nP\n\nP", ["3 park", "5 park"]],
    ["P\r\nP\r\n", ["1 park", "2 park"]],
    [" P \r\n", ["1 park"]],
    ["\uFEFFP\nP", ["1 park", "2 park"]],
    ["\uFEFF\nP", ["2 park"]],
    ["P\n\uFEFFP\nP", ["1 park", "2 SyntaxError", "3 park"]],
    ['{"track":\nP', ["1 SyntaxError", "2 park"]],
    ["P P\nP", ["1 SyntaxError", "2 park"]],
    ["P\n[]\nP", ["1 park", "2 Error", "3 park"]],
    ['null\n5\n"P"\nP', ["1 Error", "2 Error", "3 SyntaxError", "4 park"]],
    ["{}", ["1 Error"]],
    ['{"track":"school","stage":"creation"}', ["1 Error"]],
    ['{"track":"enterprise","stage":"creation"}', ["1 enterprise"]],
  ];
  for (const [text, expected] of table) {
    const whole = text.replaceAll("P", PARK);
    for (const lines of [whole, whole.split("\n")]) {
      assert.deepEqual((await all(lines)).map(inShort), expected, JSON.stringify(text));
    }
  }
});

test("every report is the one that assess gives, in order, from texts and from objects", async () => {
  for (const lines of [submissions, submissions.join("\n"), cases.map((one) => one.submission)]) {
    const found = await all(lines);
    assert.equal(found.length, cases.length);
    found.forEach((one, index) => {
      assert.deepEqual(one, { line: index + 1, report: assess(cases[index].submission) });
    });
  }
});

test("the options are those of assess, and what is refused is refused at once", async () => {
  const options = { overrides: [{ indicator: "park.rd_intensity", stage: "creation", measure: "rd_intensity", threshold: "0.03" }] };
  const [one] = await all([PARK], options);
  assert.deepEqual(one.report, assess(JSON.parse(PARK), options));
  assert.equal(one.report.overrides.length, 1);
  assert.deepEqual(await all([PARK], null), [{ line: 1, report: assess(JSON.parse(PARK)) }]);
  assert.throws(() => assessMany([], { ruleset: { id: "x" } }), { name: "Error", message: /^ruleset\./ });
  assert.throws(() => assessMany([], 5), { name: "Error", message: /^options/ });
});

test("lines come from a stream, and no more of them are read than are asked for", async () => {
  let count = 0;
  for await (const { line, error } of assessMany(createInterface({ input: createReadStream(replay), crlfDelay: Infinity }))) {
    count += 1;
    assert.equal(line, count);
    assert.match(error.message, /^submission\.track/, "these lines hold a submission each, and are none");
  }
  assert.equal(count, cases.length);

  let read = 0;
  let closed = false;
  function* endless() {
    try {
      for (;;) {
        read += 1;
        yield PARK;
      }
    } finally {
      closed = true;
    }
  }
  for await (const { line } of assessMany(endless())) if (line === 3) break;
  assert.deepEqual([read, closed], [3, true]);
});

test("a failure of the stream itself is thrown, and what hostile objects do is not", async () => {
  async function* torn() {
    yield PARK;
    throw new TypeError("torn off");
  }
  const many = assessMany(torn());
  assert.equal((await many.next()).value.report.track, "park");
  await assert.rejects(many.next(), { name: "TypeError", message: "torn off" });
  const hostile = {
    get track() {
      throw new RangeError("mine");
    },
  };
  assert.deepEqual((await all([hostile, Symbol("x"), undefined, PARK])).map(inShort), ["1 Error", "2 Error", "3 Error", "4 park"]);
});

test("a huge line costs no other", async () => {
  const patents = Array(100_000).fill({ kind: "gold", count: 1 });
  const huge = JSON.stringify({ track: "park", stage: "creation", figures: { patents } });
  const found = await all([PARK, huge, "9".repeat(10_000_000), PARK]);
  assert.deepEqual(found.map(inShort), ["1 park", "2 park", "3 Error", "4 park"]);
  assert.ok(found[1].report.indicators.some(({ measures }) => measures.some(({ value }) => value === "300000")));
});
