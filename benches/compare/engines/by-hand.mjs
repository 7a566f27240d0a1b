// What a developer would write without an engine: a function of the submission, with decimal.js.
import Decimal from "decimal.js";
import { UNDECIDED } from "../rules.mjs";

export const name = "by hand, decimal.js";
export const takes = "submission";
export const explains = "what was observed, the threshold, the distance, the formula, the quotation";
export const numbers = "decimals of 20 digits, rounded when divided";

const ZERO = new Decimal(0);

function total(values) {
  if (!values || values.some((value) => value === null || value === undefined)) return null;
  return values.reduce((sum, value) => sum.plus(value), ZERO);
}

function weighted(lines, weights) {
  if (!lines || [...weights.values()].includes(null)) return null;
  return lines.reduce((sum, { kind, count, rank = 1 }) => sum.plus(new Decimal(count).times(weights.get(kind)).div(rank)), ZERO);
}

const ratio = (part, whole) => (part && whole ? part.div(whole) : null);

/** Each measure of the park: its value and its formula. */
function measures(figures, baseline, weights) {
  const mean = (...ids) => {
    const all = ids.flatMap((id) => figures[id] ?? [null]);
    return [total(all)?.div(3) ?? null, () => `(${all.join(" + ")}) ÷ 3`];
  };
  const lines = (id) =>
    figures[id]?.map(({ kind, count, rank = 1 }) => `${count} × ${weights[id].get(kind)} ÷ ${rank}`).join(" + ") ?? "";
  const tally = (id) => [weighted(figures[id], weights[id]), () => lines(id)];
  const then = weighted(baseline.platforms, weights.platforms);
  const now = weighted(figures.platforms, weights.platforms);
  const count = (value) => (value === undefined ? null : new Decimal(value));
  return {
    average_revenue: mean("revenue"),
    weighted_enterprises: tally("quality_enterprises"),
    rd_intensity: [ratio(total(figures.rd_spending), total(figures.revenue)), () => "Σ ÷ Σ"],
    average_tech_contracts: mean("tech_contracts"),
    weighted_platforms: [now && then && now.minus(then), () => lines("platforms")],
    weighted_patents: tally("patents"),
    average_financing: mean("equity_financing", "debt_financing"),
    talent_count: tally("talent"),
    talent_share: [ratio(tally("talent")[0], count(figures.employees)), () => `(${lines("talent")}) ÷ ${figures.employees}`],
    smart_factory_share: [null, () => lines("smart_factories")],
  };
}

function decide({ rule, measure, threshold, quote }, observed, formula, explain) {
  let outcome = UNDECIDED[rule];
  if (!outcome && observed === null) outcome = "incomplete";
  if (!outcome) outcome = (threshold ? observed.gte(threshold) : observed.gt(ZERO)) ? "met" : "unmet";
  if (!explain) return outcome;
  const gap = outcome === "unmet" && threshold ? threshold.minus(observed).toFixed(6, Decimal.ROUND_UP) : null;
  return { measure, outcome, observed: observed?.toString() ?? null, threshold: threshold?.toString() ?? null, gap, formula, quote };
}

export function prepare({ criteria }, ruleset) {
  const tallies = ruleset.tracks.park.figures.filter(({ form }) => form === "tally");
  const weights = Object.fromEntries(tallies.map(({ id, kinds }) => [id, new Map(kinds.map(({ id, weight }) => [id, weight]))]));
  const rules = criteria.map((one) => ({ ...one, threshold: one.threshold && new Decimal(one.threshold) }));
  const run = (explain) => ({ figures = {}, baseline = {} }) => {
    const values = measures(figures, baseline, weights);
    return rules.map((rule) => {
      const [observed, formula] = values[rule.measure] ?? [null, () => ""];
      return decide(rule, observed, explain ? formula() : "", explain);
    });
  };
  return { verdict: run(false), explained: run(true), outcomes: (result) => result.map((one) => one.outcome ?? one) };
}

export function tie(expression) {
  const operations = { "+": "plus", "-": "minus", "*": "times", "/": "div" };
  const value = (one, facts) => {
    if (typeof one === "string") return new Decimal(one);
    return one.fact ? new Decimal(facts[one.fact]) : one.of.map((part) => value(part, facts)).reduce((a, b) => a[operations[one.op]](b));
  };
  return (facts, threshold) => value(expression, facts).gte(threshold);
}
