// It has no arithmetic of its own: measures are dynamic facts, which are JavaScript functions.
import { Engine } from "json-rules-engine";
import { UNDECIDED, compares, factsOf } from "../rules.mjs";

export const name = "json-rules-engine";
export const takes = "facts";
export const explains = "every condition with the fact's value and its result";
export const numbers = "whatever the functions behind the facts use; here floats";

const OPERATIONS = { "+": (a, b) => a + b, "-": (a, b) => a - b, "*": (a, b) => a * b, "/": (a, b) => a / b };

/** A function of the facts; null where one is missing. */
function compute(expression) {
  const value = (one) => {
    if (typeof one === "string") return () => Number(one);
    if (one.fact) return (facts) => facts[one.fact];
    const of = one.of.map(value);
    const operation = OPERATIONS[one.op];
    return (facts) => of.map((part) => part(facts)).reduce(operation);
  };
  const [needed, result] = [factsOf(expression), value(expression)];
  return (facts) => (needed.some((fact) => facts[fact] === undefined) ? null : result(facts));
}

export function prepare({ criteria }) {
  const engine = new Engine();
  for (const [place, criterion] of criteria.entries()) {
    if (!criterion.observed) continue;
    const fact = `observed-${place}`;
    const observed = compute(criterion.observed);
    engine.addFact(fact, async (_, almanac) => observed(await almanac.factValue("figures")));
    const rule = (outcome, condition) =>
      engine.addRule({ conditions: { all: [{ fact, ...condition }] }, event: { type: outcome, params: { place } } });
    rule("incomplete", { operator: "equal", value: null });
    if (!compares(criterion)) continue;
    if (criterion.threshold === null) rule("met", { operator: "greaterThan", value: 0 });
    else rule("met", { operator: "greaterThanInclusive", value: Number(criterion.threshold) });
  }
  const outcomes = ({ events }) => {
    const found = criteria.map(({ rule }) => UNDECIDED[rule] ?? "unmet");
    for (const { type, params } of events) if (compares(criteria[params.place])) found[params.place] = type;
    return found;
  };
  return { explained: (figures) => engine.run({ figures }), outcomes };
}

export function tie(expression) {
  const engine = new Engine();
  const observed = compute(expression);
  engine.addFact("observed", async (_, almanac) => observed(await almanac.factValue("figures")));
  const conditions = { all: [{ fact: "observed", operator: "greaterThanInclusive", value: { fact: "threshold" } }] };
  engine.addRule({ conditions, event: { type: "met" } });
  return async (figures, threshold) => (await engine.run({ figures, threshold: Number(threshold) })).events.length > 0;
}
