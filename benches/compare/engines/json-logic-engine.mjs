import { LogicEngine } from "json-logic-engine";
import { observedAndOutcome, outcome, tieLogic } from "./json-logic.mjs";

export const name = "json-logic-engine";
export const takes = "facts";
export const explains = "nothing of itself; the rules give out what was observed";
export const numbers = "floats";

export function prepare({ criteria }) {
  const engine = new LogicEngine();
  const verdict = engine.build(criteria.map(outcome));
  const explained = engine.build(criteria.map(observedAndOutcome));
  return { verdict, explained, outcomes: (result) => result.map((one) => (Array.isArray(one) ? one[1] : one)) };
}

export function tie(expression) {
  const rule = new LogicEngine().build(tieLogic(expression));
  return (facts, threshold) => rule({ ...facts, threshold: Number(threshold) });
}
