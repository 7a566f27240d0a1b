// A rule for every fact, one for what is observed and one for whether it is enough. Names may hold no underscore.
import Engine from "publicodes";
import { UNDECIDED, compares } from "../rules.mjs";

export const name = "publicodes";
export const takes = "facts";
export const explains = "the whole evaluated tree, always";
export const numbers = "floats";

const rename = (fact) => `f ${fact.replaceAll("_", " ")}`.replace(/(\d+)/g, "n$1");

/** An expression in publicodes' own notation; a sum becomes a rule of its own, which is put among `rules`. */
function written(expression, rules) {
  if (typeof expression === "string") return expression;
  if (expression.fact) return rename(expression.fact);
  const of = expression.of.map((part) => written(part, rules));
  if (expression.op !== "+") return `(${of.join(` ${expression.op} `)})`;
  const name = `sum n${Object.keys(rules).length}`;
  rules[name] = { somme: of };
  return name;
}

const quiet = { logger: { log() {}, warn() {}, error() {} } };

export function prepare({ criteria, facts }) {
  const rules = Object.fromEntries(facts.map((fact) => [rename(fact), null]));
  for (const [place, criterion] of criteria.entries()) {
    if (!criterion.observed) continue;
    rules[`observed n${place}`] = written(criterion.observed, rules);
    const sign = criterion.threshold === null ? "> 0" : `>= ${criterion.threshold}`;
    if (compares(criterion)) rules[`met n${place}`] = `observed n${place} ${sign}`;
  }
  const engine = new Engine(rules, quiet);
  const names = new Map(facts.map((fact) => [fact, rename(fact)]));
  const situate = (facts) =>
    engine.setSituation(Object.fromEntries(Object.entries(facts).filter(([fact]) => names.has(fact)).map(([fact, value]) => [names.get(fact), value])));
  const ask = (shown) => (facts) => {
    situate(facts);
    return criteria.map((criterion, place) => {
      if (compares(criterion)) return engine.evaluate(`met n${place}`);
      return shown && criterion.observed ? engine.evaluate(`observed n${place}`) : null;
    });
  };
  const said = new Map([[true, "met"], [false, "unmet"], [undefined, "incomplete"]]);
  const outcomes = (results) =>
    results.map((result, place) => UNDECIDED[criteria[place].rule] ?? said.get(result.nodeValue) ?? String(result.nodeValue));
  return { verdict: ask(false), explained: ask(true), outcomes };
}

export function tie(expression, facts) {
  const rules = Object.fromEntries([...facts, "threshold"].map((fact) => [rename(fact), null]));
  rules.observed = written(expression, rules);
  rules.met = `observed >= ${rename("threshold")}`;
  const engine = new Engine(rules, quiet);
  return (values, threshold) => {
    const all = { ...values, threshold: Number(threshold) };
    engine.setSituation(Object.fromEntries(Object.entries(all).map(([fact, value]) => [rename(fact), value])));
    return engine.evaluate("met").nodeValue === true;
  };
}
