// Ours: the package as it is delivered.
import { readFile } from "node:fs/promises";

const dist = new URL("../../../dist/npm/", import.meta.url);
const { assess, defaultRuleset, initSync, verdict } = await import(new URL("shifan.js", dist));
initSync({ module: await readFile(new URL("shifan_bg.wasm", dist)) });

export { defaultRuleset };
export const name = "shifan";
export const takes = "submission";
export const explains = "measures, fractions, distances, ways to close them, quotations, what is missing";
export const numbers = "decimals and fractions, exact";

export function prepare() {
  return { explained: (submission) => assess(submission), verdict: (submission) => verdict(submission), outcomes };
}

const outcomes = (report) => report.indicators.flatMap(({ criteria }) => criteria.map(({ outcome }) => outcome));

export function tie(weights, ranks) {
  const kinds = ["gold", "silver", "other"];
  const overrides = kinds.map((kind, place) => ({ indicator: "park.invention_patents", kind, weight: weights[place] }));
  return (counts, threshold) => {
    if (!ranks) {
      const own = { indicator: "park.invention_patents", stage: "creation", measure: "weighted_patents", threshold };
      const patents = counts.map((count, place) => ({ kind: kinds[place], count }));
      const submission = { track: "park", stage: "creation", figures: { patents } };
      return assess(submission, { overrides: [...overrides, own] }).indicators[5].outcome === "met";
    }
    const standard = { indicator: "enterprise.standards", stage: "creation", measure: "weighted_standards", threshold };
    const lines = counts.map((count, place) => ({ kind: "industry", count, rank: ranks[place] }));
    const submission = { track: "enterprise", stage: "creation", figures: { standards: lines } };
    return assess(submission, { overrides: [standard] }).indicators[5].outcome === "met";
  };
}
