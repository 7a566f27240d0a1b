// The built npm package in Node, as a developer of another site uses it.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { test } from "node:test";

const dist = new URL("../../dist/npm/", import.meta.url);
const read = (path) => readFileSync(new URL(path, import.meta.url), "utf8");
const { assess, defaultRuleset, initSync, parseFigure } = await import(new URL("shifan.js", dist));
initSync({ module: readFileSync(new URL("shifan_bg.wasm", dist)) });

const sample = (name) => JSON.parse(read(`../../www/samples/${name}.json`));
const lines = (path) => read(path).trimEnd().split("\n");

test("every replayed submission gives the bytes that the native engine gives", () => {
  const digests = lines("../replay/reports.sha256");
  const cases = lines("../replay/submissions.jsonl").map((line) => JSON.parse(line));
  assert.equal(cases.length, digests.length);
  for (const [index, { submission, options }] of cases.entries()) {
    const report = JSON.stringify(assess(submission, options));
    assert.equal(createHash("sha256").update(report).digest("hex"), digests[index], `line ${index + 1}`);
  }
});

test("parseFigure reads every text of the number table", () => {
  let read = 0;
  for (const line of lines("../cases/numbers.txt")) {
    if (!line.trim() || line.startsWith("#")) continue;
    const [shown, unit, expected, hint] = line.split("|").map((cell) => cell.replace(/^ +| +$/g, ""));
    // Amounts that may not be below zero are a figure's own business.
    if (unit === "unsigned") continue;
    const text = shown.replaceAll("␣", " ").replaceAll("⇥", "\t").replaceAll("∅", "")
      .replaceAll(/\{([0-9a-f]{2,4})\}/g, (_, code) => String.fromCodePoint(Number.parseInt(code, 16)));
    const refused = /^[a-z]+_[a-z_]+$|^negative$/.test(expected);
    const wanted = expected === "blank" ? { value: null } : refused ? { code: expected } : { value: expected };
    const { hint: told, ...found } = parseFigure(text, unit);
    assert.deepEqual(found, wanted, line);
    if (hint !== undefined) assert.equal(told ?? "none", hint, line);
    read += 1;
  }
  assert.ok(read > 90);
});

test("the samples are assessed without a problem, a warning or a hole", () => {
  for (const name of ["park-creation", "park-recognition", "enterprise-creation", "enterprise-recognition"]) {
    const report = assess(sample(name));
    assert.deepEqual([report.problems, report.warnings], [[], []], name);
    assert.deepEqual(report.indicators.flatMap((indicator) => indicator.missing), [], name);
    assert.equal(report.verdict, "unmet", name);
    assert.ok(report.outcomes.met > 0, name);
  }
});

test("a report is plain data and no submission is changed", () => {
  const submission = sample("park-creation");
  const before = structuredClone(submission);
  const report = assess(Object.freeze(submission));
  assert.deepEqual(submission, before);
  assert.deepEqual(JSON.parse(JSON.stringify(report)), report);
});

test("a batch is a document", () => {
  const batch = JSON.parse(read("../../www/rulesets/batch-2026-1.json"));
  const submission = { track: "park", stage: "creation", field: "商业航天" };
  assert.deepEqual(assess(submission, { ruleset: batch }).problems, []);
  assert.equal(assess(submission).problems[0].code, "unknown_field");
  const own = defaultRuleset();
  own.tracks.park.indicators[3].criteria.creation[0].threshold = "6000";
  const figures = { tech_contracts: [5000, 5000, 5000] };
  const outcome = (options) => assess({ ...submission, figures }, options).indicators[3].outcome;
  assert.deepEqual([outcome(), outcome({ ruleset: own })], ["met", "unmet"]);
  assert.equal(defaultRuleset().tracks.park.indicators[3].criteria.creation[0].threshold, "5000", "a copy each time");
});

test("only the documented Errors are thrown", () => {
  assert.throws(() => assess(null), { name: "Error", message: /^submission/ });
  assert.throws(() => assess({ track: "park", stage: "soon" }), { name: "Error", message: /^submission\.stage/ });
  const park = { track: "park", stage: "creation" };
  assert.throws(() => assess(park, { ruleset: { id: "x" } }), { name: "Error", message: /^ruleset\./ });
  assert.throws(() => assess(park, { overrides: [{ indicator: "park.none", kind: "a", weight: 1 }] }), {
    name: "Error",
    message: /^overrides\[0\]/,
  });
  assert.throws(() => parseFigure("5", "miles"), { name: "Error", message: /^unit/ });
  for (const figures of [null, [], "x", { revenue: [1n, Symbol("x"), () => 5], employees: NaN }]) {
    assert.equal(assess({ ...park, figures }).track, "park");
  }
});
