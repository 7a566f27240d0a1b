// The rules as JSONLogic, for the two engines that read it.
import { UNDECIDED, compares, factsOf } from "../rules.mjs";

export function logic(expression) {
  if (typeof expression === "string") return Number(expression);
  return expression.fact ? { var: expression.fact } : { [expression.op]: expression.of.map(logic) };
}

/** `missing` is JSONLogic's own word for what is not there; an empty list of it is false. */
const unlessMissing = (expression, absent, present) => ({ if: [{ missing: factsOf(expression) }, absent, present] });

export function outcome(criterion) {
  if (!compares(criterion)) return UNDECIDED[criterion.rule];
  const { observed, threshold } = criterion;
  const holds = threshold === null ? { ">": [logic(observed), 0] } : { ">=": [logic(observed), Number(threshold)] };
  return unlessMissing(observed, "incomplete", { if: [holds, "met", "unmet"] });
}

/** What was observed beside each outcome: as much of an explanation as a rule can give out itself. */
export function observedAndOutcome(criterion) {
  const observed = criterion.observed && unlessMissing(criterion.observed, null, logic(criterion.observed));
  return [observed, outcome(criterion)];
}

export const tieLogic = (expression) => ({ ">=": [logic(expression), { var: "threshold" }] });
