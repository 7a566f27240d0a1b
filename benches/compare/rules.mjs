// The creation rules of a park, taken from the ruleset document into a form that every engine's own language can be written from:
// numbers, facts and the four operations. Nothing of the plan is repeated here.

/** Units beyond the third stand in no submission of the comparison, so that an engine without lists can have a field for each. */
export const RANKS = [1, 2, 3];

const sum = (of) => (of.length === 1 ? of[0] : { op: "+", of });
const fact = (name) => ({ fact: name });

/** The names of the facts that a figure consists of, each with what one of it weighs: [name, weight, rank]. */
export function parts(figure, before = "") {
  const name = before + figure.id;
  if (figure.form === "series") return [0, 1, 2].map((year) => [`${name}_${year}`, "1", 1]);
  if (figure.form !== "tally") return [[name, "1", 1]];
  const ranks = figure.ranked ? RANKS : [1];
  const named = (kind, rank) => (figure.ranked ? `${name}_${kind.id}_${rank}` : `${name}_${kind.id}`);
  return figure.kinds.flatMap((kind) => ranks.map((rank) => [named(kind, rank), kind.weight, rank]));
}

function weighted([name, weight, rank]) {
  const counted = weight === "1" ? fact(name) : { op: "*", of: [fact(name), weight] };
  return rank === 1 ? counted : { op: "/", of: [counted, String(rank)] };
}

/** The sum of a figure's parts; null while one of them has no weight. */
function total(figure, before) {
  const all = parts(figure, before);
  return all.some(([, weight]) => weight === null) ? null : sum(all.map(weighted));
}

/** The names of the facts in an expression. */
export function factsOf(expression) {
  if (typeof expression === "string") return [];
  return expression.fact ? [expression.fact] : expression.of.flatMap(factsOf);
}

/** A measure as an expression; null if the plan does not say how its parts are weighed. */
function expression(measure, figures, before = "") {
  const of = (id) => total(figures.get(id), before);
  const over = (part, whole) => part && { op: "/", of: [part, whole] };
  switch (measure.form) {
    case "mean":
      return over(sum([measure.of].flat().map(of)), "3");
    case "growth": {
      const [first, , last] = parts(figures.get(measure.of), before).map(([name]) => fact(name));
      return over({ op: "-", of: [last, first] }, first);
    }
    case "tally":
      return of(measure.of);
    default:
      return over(of(measure.part), of(measure.whole));
  }
}

/**
 * What is asked: a list of criteria `{indicator, measure, rule, quote, threshold, observed}`, where `observed` is an expression or
 * null, and the measures that are only shown.
 */
export function programme(ruleset) {
  const track = ruleset.tracks.park;
  const figures = new Map(track.figures.map((figure) => [figure.id, figure]));
  const criteria = track.indicators.flatMap((indicator) =>
    indicator.criteria.creation.map((criterion) => {
      const measure = indicator.measures.find(({ id }) => id === criterion.measure);
      const now = measure ? expression(measure, figures) : null;
      const observed =
        criterion.rule === "increases" ? { op: "-", of: [now, expression(measure, figures, "then_")] } : now;
      const { rule, quote, threshold = null } = criterion;
      return { indicator: indicator.id, measure: measure?.id ?? null, rule, quote, threshold, observed };
    }),
  );
  return { criteria, facts: [...new Set(criteria.flatMap(({ observed }) => (observed ? factsOf(observed) : [])))] };
}

/** The outcome of a criterion that no comparison decides. */
export const UNDECIDED = { unstated: "unstated", qualitative: "review" };

/** Whether a criterion compares anything. */
export const compares = (criterion) => !(criterion.rule in UNDECIDED);

/** A submission as flat facts, numbers only. What is absent in it is absent here. */
export function flatten(submission, ruleset) {
  const facts = {};
  const put = (name, value) => {
    if (value !== null && value !== undefined) facts[name] = (facts[name] ?? 0) + Number(value);
  };
  for (const [key, before] of [["figures", ""], ["baseline", "then_"]]) {
    for (const figure of ruleset.tracks.park.figures) {
      const value = submission[key]?.[figure.id];
      if (figure.form === "series") value?.forEach((amount, year) => put(`${before}${figure.id}_${year}`, amount));
      else if (figure.form !== "tally") put(before + figure.id, value);
      else if (value) {
        for (const [name] of parts(figure, before)) put(name, 0);
        for (const { kind, count, rank = 1 } of value)
          put(`${before}${figure.id}_${kind}${figure.ranked ? `_${rank}` : ""}`, count);
      }
    }
  }
  return facts;
}
