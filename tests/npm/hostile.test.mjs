// What no form ever sends: for each, the documented outcome, and everything beside it assessed as if it were not there.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

const dist = new URL("../../dist/npm/", import.meta.url);
const { assess, defaultRuleset, initSync, parseFigure } = await import(new URL("shifan.js", dist));
initSync({ module: readFileSync(new URL("shifan_bg.wasm", dist)) });

// A guard against what never ends, not a measurement: the slowest takes a second or two on a slow machine that does nothing else.
const PATIENCE = 20_000;
const sample = () => JSON.parse(readFileSync(new URL("../../www/samples/enterprise-creation.json", import.meta.url), "utf8"));
const nothing = assess(sample());

// The sample with something else in the place of one figure.
function withFigure(id, value) {
  const submission = sample();
  Object.defineProperty(submission.figures, id, { value, enumerable: true, configurable: true });
  return submission;
}

function timed(name, run) {
  const start = Date.now();
  const result = run();
  assert.ok(Date.now() - start < PATIENCE, `${name} took ${Date.now() - start} ms`);
  return result;
}

// Every indicator but those named is as it is without the hostile thing.
function othersUntouched(report, touched, name) {
  for (const [index, indicator] of report.indicators.entries()) {
    if (!touched.includes(indicator.id)) assert.deepEqual(indicator, nothing.indicators[index], `${name}: ${indicator.id}`);
  }
  assert.deepEqual(report.eligibility, nothing.eligibility, name);
  assert.deepEqual(JSON.parse(JSON.stringify(report)), report, `${name}: plain data`);
}

function problemsOf(report) {
  return report.problems.map(({ path, code }) => `${path} ${code}`);
}

const lying = (length) => new Proxy([], { get: (_, key) => (key === "length" ? length : { kind: "gold", count: 1 }) });
const nested = (depth) => {
  let inner = [];
  for (let level = 0; level < depth; level += 1) inner = level % 2 ? [inner] : { kind: inner };
  return inner;
};
const tree = (depth) => {
  let inner = ["x", "x"];
  for (let level = 0; level < depth; level += 1) inner = [inner, inner];
  return inner;
};
const throwing = (trap) => new Proxy({}, { [trap]: () => { throw new Error("trap"); } });
const endless = () => new Proxy([], { get: (_, key) => (key === "length" ? 1000 : endless()) });
const knot = () => {
  const lines = [];
  lines.push({ kind: "gold", count: lines });
  return lines;
};
const revoked = () => {
  const { proxy, revoke } = Proxy.revocable([], {});
  revoke();
  return proxy;
};
const array = (entries, extra) => Object.assign(entries, extra);

// In the place of the tally `patents`: what is hostile, its first problem, and how many there are.
const TALLIES = [
  ["a text of a million characters", () => "x".repeat(1e6), "figures.patents wrong_type", 1],
  ["a Date", () => new Date(), "figures.patents wrong_type", 1],
  ["a Map", () => new Map([["gold", 1]]), "figures.patents wrong_type", 1],
  ["a typed array", () => new Float64Array([1, 2, 3]), "figures.patents wrong_type", 1],
  ["a Symbol", () => Symbol("gold"), "figures.patents wrong_type", 1],
  ["a hundred thousand levels", () => nested(1e5), "figures.patents[0].kind wrong_type", 1],
  ["a list whose length is not a number", () => lying(NaN), "figures.patents wrong_type", 1],
  ["a list whose length is below zero", () => lying(-1), "figures.patents wrong_type", 1],
  ["a list whose length is no whole number", () => lying(1.5), "figures.patents wrong_type", 1],
  ["a list whose length is without end", () => lying(Infinity), "figures.patents wrong_type", 1],
  ["a list that contains itself", knot, "figures.patents[0].count wrong_type", 1],
  ["a sparse list of a thousand million", () => array([], { length: 1e9 }), "figures.patents wrong_type", 1],
  ["a sparse list", () => array([{ kind: "gold", count: 1 }], { length: 3 }), "figures.patents[1] wrong_type", 2],
  ["a line whose keys throw", () => [throwing("ownKeys")], "figures.patents[0] wrong_type", 1],
  ["a line whose values throw", () => [throwing("get")], "figures.patents[0] wrong_type", 1],
  ["a line that lies about its keys", () => [new Proxy({}, { ownKeys: () => ["kind", "kind"] })], "figures.patents[0] wrong_type", 1],
  ["more revoked proxies than a document has levels", () => Array.from({ length: 100 }, revoked), "figures.patents[0] wrong_type", 100],
  ["a kind of the prototype", () => [{ kind: "__proto__", count: 1 }], "figures.patents[0].kind unknown_kind", 1],
  ["a kind with a space of no width", () => [{ kind: "gold\u200b", count: 1 }], "figures.patents[0].kind unknown_kind", 1],
  ["a kind written from right to left", () => [{ kind: "\u202egold", count: 1 }], "figures.patents[0].kind unknown_kind", 1],
  ["a kind that is half a character", () => [{ kind: "\udc00", count: 1 }], "figures.patents[0].kind unknown_kind", 1],
  ["a line with the keys of a prototype", () => [JSON.parse('{"__proto__": 1, "kind": "gold", "count": 1}')], "figures.patents[0].__proto__ unknown_key", 1],
  ["a hundred thousand bad lines", () => Array(1e5).fill({ kind: "nope", count: 1 }), "figures.patents[0].kind unknown_kind", 1e5],
  ["a hundred thousand times one long text", () => Array(1e5).fill({ kind: "x".repeat(1e6), count: 1 }), "figures.patents[0].kind unknown_kind", 1e5],
  ["one long key in every line", () => Array(1e4).fill({ kind: "gold", count: 1, ["k".repeat(1e6)]: 1 }), `figures.patents[0].${"k".repeat(1e6)} unknown_key`, 1e4],
  ["a tree of two million branches", () => tree(20), "figures.patents[0] wrong_type", 2],
  ["lists that never end", endless, "figures.patents[0] wrong_type", 1000],
];

for (const [name, hostile, first, count] of TALLIES) {
  test(`as a tally: ${name}`, () => {
    const report = timed(name, () => assess(withFigure("patents", hostile())));
    const problems = problemsOf(report);
    assert.deepEqual([problems[0], problems.length], [first, count]);
    othersUntouched(report, ["enterprise.invention_patents"], name);
  });
}

test("a list with properties of its own is the list", () => {
  const lines = array(sample().figures.patents, { name: "x", kind: "gold", toJSON: () => [] });
  assert.deepEqual(assess(withFigure("patents", lines)), nothing);
});

test("a hundred thousand good lines are added up beside everything else", () => {
  const report = timed("good lines", () => assess(withFigure("patents", Array(1e5).fill({ kind: "other", count: "1" }))));
  assert.deepEqual([report.problems, report.indicators[3].measures[0].value], [[], "100000"]);
  othersUntouched(report, ["enterprise.invention_patents"], "good lines");
});

// In the place of the amount `market_size`, on which no threshold hangs: the code, or the value that is read.
const AMOUNTS = [
  [NaN, "not_a_number"],
  [Infinity, "not_a_number"],
  [-Infinity, "not_a_number"],
  [1e308, "out_of_range"],
  [-1e308, "negative"],
  [1e12, "out_of_range"],
  [1e-7, "too_precise"],
  [5e-324, "too_precise"],
  [0.1 + 0.2, "too_precise"],
  [-1, "negative"],
  [2n ** 200n, "out_of_range"],
  [1n << (1n << 22n), "out_of_range"],
  [-(1n << (1n << 22n)), "negative"],
  [10n ** 12n, "out_of_range"],
  [Symbol("1"), "wrong_type"],
  [new Number(1), "wrong_type"],
  [new String("1"), "wrong_type"],
  [{ valueOf: () => 1, toString: () => "1" }, "wrong_type"],
  [[1], "wrong_type"],
  [() => 1, "wrong_type"],
  ["\u202e1", "not_a_number"],
  ["1\u200bx2", "not_a_number"],
  ["1\u0000", "not_a_number"],
  ["\ud835", "not_a_number"],
  ["١٢٣", "not_a_number"],
  ["1e5", "not_a_number"],
  ["0x10", "not_a_number"],
  ["9".repeat(1e6), "out_of_range"],
  [",".repeat(1e6), "not_a_number"],
  [`0.${"0".repeat(1e6)}1`, "too_precise"],
];

for (const [value, code] of AMOUNTS) {
  const shown = typeof value === "symbol" ? "a Symbol" : typeof value === "bigint" ? "a BigInt" : JSON.stringify(String(value).slice(0, 20));
  test(`as an amount: ${shown} is ${code}`, () => {
    const report = timed(shown, () => assess(withFigure("market_size", value)));
    assert.deepEqual(problemsOf(report), [`figures.market_size ${code}`]);
    assert.equal(report.indicators[1].measures[0].state, "refused");
    othersUntouched(report, ["enterprise.market_share"], shown);
    // The same number by itself, where it may be below zero.
    if (code !== "negative") assert.equal(parseFigure(value, "wan_yuan").code, code);
  });
}

test("what is a number is read, however it is handed over", () => {
  const expected = assess(withFigure("market_size", 480000)).indicators[1];
  for (const value of [480000n, 4.8e5, "480000", "４８00００", "480,000", "48亿"]) {
    const report = assess(withFigure("market_size", value));
    assert.deepEqual([report.problems, report.indicators[1]], [[], expected], String(value));
  }
  assert.equal(assess(withFigure("market_size", -0)).indicators[1].measures[0].state, "not_computable");
});

test("keys of every object's prototype are unknown figures like any other", () => {
  for (const key of ["__proto__", "constructor", "toString", "hasOwnProperty", "valueOf", "k".repeat(1e6), "\u202erevenue", "revenue\u200b", "\u0000"]) {
    const report = assess(withFigure(key, { revenue: [1, 1, 1] }));
    assert.deepEqual(problemsOf(report), [`figures.${key} unknown_key`]);
    othersUntouched(report, [], key);
  }
});

test("a submission that cannot be read at all is the documented Error", () => {
  const submissions = [throwing("ownKeys"), throwing("get"), revoked(), new Proxy({}, { ownKeys: () => ["a", "a"] }), nested(1e5), Symbol("x"), new Date(), lying(2)];
  for (const submission of submissions) assert.throws(() => assess(submission), { name: "Error", message: /^submission[:.]/ });
  const whole = new Proxy(sample(), {});
  assert.deepEqual(assess(whole), nothing, "a proxy that does nothing is what it stands for");
});

test("overrides by such names name nothing", () => {
  for (const name of ["__proto__", "constructor", "toString", "\ud800", "x".repeat(1e6)]) {
    const weight = { indicator: "park.digitalization", kind: name, weight: 1 };
    const threshold = { indicator: name, stage: "creation", measure: "rd_intensity", threshold: 1 };
    const measure = { ...threshold, indicator: "park.rd_intensity", measure: name };
    for (const one of [weight, threshold, measure]) {
      assert.throws(() => assess(sample(), { overrides: [one] }), { name: "Error", message: /^overrides\[0\]: the / });
    }
  }
});

// Shapes in the place of any part of a ruleset, all of which are refused with the place named.
const SHAPES = [5, "", true, [], () => {}, Symbol("x"), 5n, new Date(), new Map(), new Proxy({}, { get() { throw new Error("no"); } }), nested(1e5), [[[[]]]], NaN];

test("a ruleset of a wrong shape in any of its parts is refused by name", () => {
  const parts = ["id", "title", "issuer", "fields", "weighing", "red_lines", "calendar", "tracks"];
  for (const part of parts) {
    for (const shape of SHAPES) {
      const right = (part === "red_lines" || part === "calendar") && Array.isArray(shape) && shape.length === 0;
      if (right) continue;
      const ruleset = { ...defaultRuleset(), [part]: shape };
      assert.throws(() => assess(sample(), { ruleset }), { name: "Error", message: new RegExp(`^ruleset\\.${part}\\b`) }, part);
    }
  }
  for (const shape of SHAPES) assert.throws(() => assess(sample(), { ruleset: shape }), { name: "Error", message: /^ruleset\b/ });
  assert.deepEqual(assess(sample()), nothing, "and none of them left anything behind");
});

test("markup in a ruleset's labels is text, and comes back unchanged", () => {
  const markup = '<script>alert("1")</script><img src=x onerror=alert(1)>\u202e\u2028&amp;${1}';
  const ruleset = defaultRuleset();
  ruleset.title.zh = markup;
  for (const indicator of ruleset.tracks.enterprise.indicators) {
    indicator.title.zh = indicator.group.zh = markup;
    for (const criterion of indicator.criteria.creation) criterion.quote = markup;
  }
  const report = assess(sample(), { ruleset });
  assert.equal(report.ruleset.title, markup);
  for (const indicator of report.indicators) {
    assert.deepEqual([indicator.title, indicator.group, indicator.criteria[0].quote], [markup, markup, markup]);
  }
  assert.deepEqual(report.outcomes, nothing.outcomes);
});
