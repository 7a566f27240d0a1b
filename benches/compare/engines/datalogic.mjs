// Its build for Node is CommonJS in a package that says it is not, and cannot be imported: the one for browsers can.
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { CompiledRule, evaluate_with_trace, initSync } from "@goplasmatic/datalogic/web";
import { outcome, tieLogic } from "./json-logic.mjs";

const script = fileURLToPath(import.meta.resolve("@goplasmatic/datalogic/web"));
initSync({ module: await readFile(script.replace(/\.js$/, "_bg.wasm")) });

export const name = "@goplasmatic/datalogic";
export const takes = "facts";
export const explains = "every step of every expression with its context";
export const numbers = "floats";

export function prepare({ criteria }) {
  const rules = criteria.map(outcome);
  const compiled = new CompiledRule(JSON.stringify(rules), false);
  // A trace exists only for rules that are handed over as text.
  const text = JSON.stringify(rules);
  return {
    verdict: (facts) => JSON.parse(compiled.evaluate(JSON.stringify(facts))),
    explained: (facts) => JSON.parse(evaluate_with_trace(text, JSON.stringify(facts), false)),
    outcomes: (result) => result.result ?? result,
  };
}

export function tie(expression) {
  const rule = new CompiledRule(JSON.stringify(tieLogic(expression)), false);
  return (facts, threshold) => JSON.parse(rule.evaluate(JSON.stringify({ ...facts, threshold: Number(threshold) })));
}
