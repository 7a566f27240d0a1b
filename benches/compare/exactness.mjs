// Ties that are misjudged: the sum is exactly the threshold, so "enough" is the only right answer.
import { others, ours } from "./engines/all.mjs";

const UP_TO = 20;

const CASES = {
  weights: { weights: ["1", "0.7", "0.1"], ranks: null },
  thirds: { weights: ["1", "1", "1"], ranks: [3, 6, 9] },
};

/** The sum as a whole number of parts: tenths of weights, eighteenths of ranks. */
const PARTS = {
  weights: { part: 10, size: [10, 7, 1] },
  thirds: { part: 18, size: [6, 3, 2] },
};

/** All counts 0 to 20 whose sum can be written as a decimal with one place (weights) or none (thirds), zero left out. */
function ties(name) {
  const { part, size } = PARTS[name];
  const found = [];
  for (let a = 0; a <= UP_TO; a += 1)
    for (let b = 0; b <= UP_TO; b += 1)
      for (let c = 0; c <= UP_TO; c += 1) {
        const sum = a * size[0] + b * size[1] + c * size[2];
        if (sum === 0 || (name === "thirds" && sum % part !== 0)) continue;
        found.push([[a, b, c], name === "thirds" ? String(sum / part) : `${Math.floor(sum / 10)}.${sum % 10}`]);
      }
  return found;
}

const FACTS = ["a", "b", "c"];

function expression({ weights, ranks }) {
  const term = (fact, place) => ({ op: ranks ? "/" : "*", of: [{ fact }, ranks ? String(ranks[place]) : weights[place]] });
  return { op: "+", of: FACTS.map(term) };
}

async function misjudged(engine, name) {
  const one = CASES[name];
  const own = engine === ours ? ours.tie(one.weights, one.ranks) : engine.tie(expression(one), FACTS);
  const given = (counts) => (engine === ours ? counts : Object.fromEntries(FACTS.map((fact, place) => [fact, counts[place]])));
  let wrong = 0;
  for (const [counts, threshold] of ties(name)) if (!(await own(given(counts), threshold))) wrong += 1;
  return wrong;
}

export async function exactness() {
  const results = {};
  for (const engine of [ours, ...others]) {
    results[engine.name] = { numbers: engine.numbers, explains: engine.explains };
    for (const name of Object.keys(CASES)) results[engine.name][name] = await misjudged(engine, name);
  }
  return { ties: Object.fromEntries(Object.keys(CASES).map((name) => [name, ties(name).length])), results };
}
