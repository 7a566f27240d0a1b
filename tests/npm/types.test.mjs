// The types of the package, by TypeScript itself: what they allow, what they refuse, and that they tell the truth.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { project, read, tsc, typeRoots } from "./installed.mjs";

const own = project("types");
const { assess, defaultRuleset, initSync } = await import(own.inside("node_modules/shifan/shifan.js"));
initSync({ module: readFileSync(own.inside("node_modules/shifan/shifan_bg.wasm")) });

const strict = ["--noEmit", "--strict", "--noUncheckedIndexedAccess", "--target", "es2022", "--skipLibCheck", "false"];
const bundler = ["--module", "esnext", "--moduleResolution", "bundler"];
const nodenext = ["--module", "nodenext", "--moduleResolution", "nodenext"];
const browser = ["--lib", "es2022,dom"];

const check = (file, ...flags) => own.node(tsc, file, ...strict, ...flags);
const passes = async (...args) => assert.deepEqual(await check(...args), { code: 0, output: "" });

for (const [name, resolution] of Object.entries({ bundler, nodenext })) {
  test(`a program that uses every type is accepted, ${name}`, () => {
    own.copy("types/example.ts");
    return passes("example.ts", ...resolution, ...browser);
  });

  test(`mistakes are found, ${name}`, () => {
    own.copy("types/refused.ts");
    return passes("refused.ts", ...resolution, ...browser);
  });
}

test("a mistake that is not expected is an error", async () => {
  const text = read("tests/npm/types/refused.ts");
  own.write("plain.ts", text.replaceAll("@ts-expect-error", ""));
  const { output } = await check("plain.ts", ...bundler, ...browser);
  const lines = new Set([...output.matchAll(/^plain\.ts\((\d+),/gm)].map((match) => match[1]));
  assert.equal(lines.size, text.match(/@ts-expect-error/g).length, output);
});

test("a program for Node needs no DOM if it does not check its libraries", () => {
  own.write("server.ts", read("tests/npm/types/example.ts"));
  return passes("server.ts", ...nodenext, "--lib", "es2022", "--types", "node", "--typeRoots", typeRoots, "--skipLibCheck", "true");
});

test("every exported type is used by the example", () => {
  const declared = [...read("src/npm/shifan.d.ts").matchAll(/^export (?:type|interface) (\w+)/gm)].map((match) => match[1]);
  const [, imported] = read("tests/npm/types/example.ts").match(/import type \{(.*?)\}/s);
  assert.deepEqual(declared.sort(), imported.split(",").map((name) => name.trim()).filter(Boolean).sort());
});

// A key that the types do not know, or a value that they do not allow, is an error in a literal.
test("the types hold for what the engine gives and for the documents that go with it", () => {
  const cases = read("tests/replay/submissions.jsonl").trimEnd().split("\n").map((line) => JSON.parse(line));
  const samples = ["park-creation", "park-recognition", "enterprise-creation", "enterprise-recognition"];
  const submissions = samples.map((name) => JSON.parse(read(`www/samples/${name}.json`)));
  const reports = submissions.map((submission) => assess(submission));
  const items = [{ name: "甲", code: "91320505MAAY4CL120", kinds: ["high_tech"] }, { name: "甲", code: "91320505MAAY4CL120" }, { kinds: "雏鹰企业" }];
  reports.push(assess({ track: "park", stage: "creation", figures: { quality_enterprises: { roster: items } } }));
  reports.push(...cases.map(({ submission, options }) => assess(submission, options)));
  assert.ok(reports.length > 200);
  const literal = (type, values) => values.map((value) => `x = ${JSON.stringify(value)} satisfies ${type};\n`).join("");
  own.write(
    "literals.ts",
    'import type { Report, Ruleset, RulesetExtension, Submission } from "shifan";\nlet x: unknown;\n' +
      literal("Report", reports) +
      literal("Submission", submissions) +
      literal("Ruleset", [defaultRuleset(), JSON.parse(read("www/rulesets/plan-2025.json"))]) +
      literal("RulesetExtension", [JSON.parse(read("www/rulesets/batch-2026-1.json"))]) +
      "export { x };\n",
  );
  return passes("literals.ts", ...bundler, ...browser);
});
