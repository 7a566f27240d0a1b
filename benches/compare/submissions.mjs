// Submissions of parks from a seed, thick around the thresholds. The same seed gives the same submissions on every machine.

/** A generator of whole numbers below a limit: 32 bits of state, multiplied and shifted. */
function generator(seed) {
  let state = seed >>> 0;
  return (limit) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

/** Yearly amounts in hundredths whose mean is within a fifth of `mean`, and never exactly on it. */
function series(below, mean) {
  const around = () => Math.floor(mean * 80) + below(Math.floor(mean * 40));
  const years = [around(), around(), around()];
  if (years[0] + years[1] + years[2] === mean * 300) years[2] += 1;
  return years.map(amount);
}

function amount(hundredths) {
  const text = String(hundredths).padStart(3, "0");
  return `${text.slice(0, -2)}.${text.slice(-2)}`.replace(/\.?0+$/, "");
}

/** Counts whose weighted sum is within a fifth of `target` and not on it: the heavier kinds first, the lightest takes the rest. */
function tally(below, kinds, target) {
  const aim = Math.floor(target * 0.8) + below(Math.ceil(target * 0.4));
  let rest = aim === target ? aim + 1 : aim;
  const lines = kinds.map(({ id, weight }) => ({ kind: id, weight: Number(weight ?? 1) })).sort((a, b) => b.weight - a.weight);
  return lines.map(({ kind, weight }, place) => {
    const count = place === lines.length - 1 ? rest : below(Math.floor(rest / weight / 2) + 1);
    rest -= count * weight;
    return { kind, count: String(count) };
  });
}

/** Sixths of the weighted number: whole, so that equality can be seen. */
const sixths = (lines, kinds) =>
  lines.reduce((sum, { kind, count, rank }) => sum + (6 / rank) * count * kinds.find(({ id }) => id === kind).weight, 0);

function platforms(below, kinds) {
  const lines = (least) =>
    Array.from({ length: least + below(4) }, () => ({
      kind: kinds[below(kinds.length)].id,
      count: 1 + below(3),
      rank: 1 + below(3),
    }));
  const [then, now] = [lines(1), lines(1)];
  // A tie through thirds is no matter of speed: those are counted by themselves.
  if (sixths(then, kinds) === sixths(now, kinds)) now[0].count += 1;
  return [then, now];
}

function submission(seed, ruleset) {
  const below = generator(seed * 2654435761 + 12345);
  const track = ruleset.tracks.park;
  const kinds = (id) => track.figures.find((figure) => figure.id === id).kinds;
  const threshold = (id) =>
    Number(track.indicators.find((indicator) => indicator.id === `park.${id}`).criteria.creation[0].threshold);
  const [then, now] = platforms(below, kinds("platforms"));
  const financing = threshold("financing") / 2;
  return {
    track: "park",
    stage: "creation",
    field: ruleset.fields[below(ruleset.fields.length)].zh,
    eligibility: Object.fromEntries(track.eligibility.map(({ id }) => [id, true])),
    figures: {
      revenue: series(below, threshold("industry_scale")),
      quality_enterprises: tally(below, kinds("quality_enterprises"), threshold("quality_enterprises")),
      rd_spending: series(below, threshold("industry_scale") / 25),
      tech_contracts: series(below, threshold("tech_contracts")),
      platforms: now,
      patents: tally(below, kinds("patents"), threshold("invention_patents")),
      equity_financing: series(below, financing),
      debt_financing: series(below, financing),
      talent: tally(below, kinds("talent"), 3000),
      employees: String(20000 + below(20000)),
      smart_factories: tally(below, kinds("smart_factories"), 40),
      industrial_enterprises: String(60 + below(60)),
    },
    baseline: { platforms: then },
  };
}

/** Complete submissions. */
export function complete(count, ruleset) {
  return Array.from({ length: count }, (_, seed) => submission(seed + 1, ruleset));
}

/** Submissions from each of which one figure, or one year of one, was left out. */
export function withBlanks(count, ruleset) {
  return Array.from({ length: count }, (_, seed) => {
    const below = generator(seed + 77);
    const one = submission(seed + 10001, ruleset);
    const ids = Object.keys(one.figures);
    const id = ids[below(ids.length)];
    if (below(6) === 0) delete one.baseline;
    else if (Array.isArray(one.figures[id]) && typeof one.figures[id][0] === "string") one.figures[id][below(3)] = null;
    else delete one.figures[id];
    return one;
  });
}
