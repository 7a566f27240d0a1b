// The way in and out of the engine as callers see it: what is handed out is theirs, and what happens while a submission is read is harmless.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

const dist = new URL("../../dist/npm/", import.meta.url);
const { assess, assessMany, defaultRuleset, initSync, verdict } = await import(new URL("shifan.js", dist));
initSync({ module: readFileSync(new URL("shifan_bg.wasm", dist)) });

const read = (path) => readFileSync(new URL(path, import.meta.url), "utf8");
const cases = read("../replay/submissions.jsonl").trimEnd().split("\n").map((line) => JSON.parse(line));
const sample = () => JSON.parse(read("../../www/samples/park-creation.json"));
const roster = { quality_enterprises: { roster: [{ name: "甲", kinds: "little_giant" }, { name: "甲", kinds: "high_tech" }] } };

/** Every object and list within a value, with its place. */
function* within(value, place = "report") {
  if (typeof value !== "object" || value === null) return;
  yield [place, value];
  for (const [key, inner] of Object.entries(value)) yield* within(inner, `${place}.${key}`);
}

test("nothing of a report is shared with another, whoever changes it", async () => {
  const overrides = [{ indicator: "park.rd_intensity", stage: "creation", measure: "rd_intensity", threshold: "0.03" }];
  const submission = { ...sample(), figures: { ...sample().figures, ...roster, revenue: ["x", null, "5"] } };
  const many = [];
  for await (const { report } of assessMany([submission, submission], { overrides })) many.push(report);
  for (const [one, other] of [[assess(submission), assess(submission)], many]) {
    const before = structuredClone(other);
    const seen = new Set([...within(other)].map(([, object]) => object));
    for (const [place, object] of within(one)) {
      assert.ok(!seen.has(object), place);
      assert.ok([Object.prototype, Array.prototype].includes(Object.getPrototypeOf(object)) && Object.isExtensible(object), place);
    }
    for (const [, object] of [...within(one)]) for (const key of Object.keys(object)) object[key] = "changed";
    assert.deepEqual(other, before);
  }
  assert.deepEqual(assess(submission), assess(structuredClone(submission)), "and the next is as the first was");
});

test("a verdict has the outcomes of the report and nothing else", () => {
  for (const { submission, options } of cases) {
    const { track, stage, verdict: said, outcomes, eligibility, indicators } = assess(submission, options);
    const short = indicators.map(({ id, outcome, criteria }) => ({
      id,
      outcome,
      criteria: criteria.map(({ measure, outcome }) => ({ measure, outcome })),
    }));
    assert.deepEqual(verdict(submission, options), { track, stage, verdict: said, outcomes, eligibility, indicators: short });
  }
});

test("a verdict throws as a report does", () => {
  for (const submission of [null, [], {}, { track: "park", stage: "soon" }, Symbol("x")]) {
    assert.throws(() => verdict(submission), { name: "Error", message: /^submission/ });
  }
  assert.throws(() => verdict(sample(), { ruleset: { id: "x" } }), { name: "Error", message: /^ruleset\./ });
  assert.throws(() => verdict(sample(), 5), { name: "Error", message: /^options/ });
});

test("a getter may assess something else meanwhile", () => {
  const inner = sample();
  const expected = assess(inner);
  let found;
  const outer = { ...inner, figures: { ...inner.figures } };
  Object.defineProperty(outer.figures, "employees", {
    enumerable: true,
    get() {
      found = assess({ ...inner, applicant: { name: "x".repeat(100_000) } });
      return inner.figures.employees;
    },
  });
  assert.deepEqual(assess(outer), expected);
  assert.deepEqual(found, expected);
  assert.deepEqual(assess(inner), expected);
});

test("names with the characters that stand between the fields of a text come back unchanged", () => {
  const odd = "a\n\\n\\\\b\\\n新材料 😀 \ud800";
  const ruleset = defaultRuleset();
  const patents = ruleset.tracks.park.figures.find(({ id }) => id === "patents");
  patents.kinds.push({ id: "odd\n\\", title: { zh: "x", en: "x" }, weight: "2" });
  ruleset.tracks.park.plausibility[0].message.zh = "odd\n\\n";
  const submission = { ...sample(), figures: { ...sample().figures, [odd]: 1, patents: [], rd_spending: [1e9, 1e9, 1e9] } };
  const report = assess(submission, { ruleset });
  assert.equal(report.problems[0].path, `figures.${odd.slice(0, -1)}\ufffd`);
  const needs = report.indicators.flatMap(({ criteria }) => criteria.flatMap((criterion) => criterion.needs));
  assert.ok(needs.some(({ kind }) => kind === "odd\n\\"));
  assert.ok(report.warnings.some(({ message }) => message === "odd\n\\n"));
});

test("a text of any length and of any letters is read as it is", () => {
  const notes = (text) => ({ track: "park", stage: "creation", field: text, figures: { employees: "12" } });
  for (const letters of ["x", "é", "新", "😀", "\ud800"]) {
    for (const count of [1, 15, 16, 127, 128, 5_000, 20_000]) {
      const report = assess(notes(letters.repeat(count)));
      assert.deepEqual(report.problems.map(({ path, code }) => [path, code]), [["field", "unknown_field"]]);
    }
  }
});
