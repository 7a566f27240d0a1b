// The way of a report out of the engine: a text of what is this submission's own, and the head, which is the same for all reports by a ruleset.
// Part of shifan.js, whose glue calls reportFromText and verdictFromText.

const OUTCOMES = ["met", "unmet", "incomplete", "invalid", "not_computable", "unstated", "review"];

/** The fields of a text that the engine wrote, one after the other. */
class Fields {
  at = 0;

  constructor(text) {
    this.fields = text.split("\n");
    // Only what people and documents name can have the characters that stand between.
    if (text.includes("\\")) this.fields = this.fields.map((field) => field.replace(/\\(.)/g, (_, letter) => (letter === "n" ? "\n" : letter)));
  }

  next() {
    return this.fields[this.at++];
  }

  /** null where nothing stands. */
  some() {
    return this.fields[this.at++] || null;
  }

  count() {
    return Number(this.fields[this.at++]);
  }

  /** What `read` makes of so many of them. */
  list(read) {
    const list = [];
    for (let left = this.count(); left > 0; left -= 1) list.push(read(this));
    return list;
  }
}

const UNKNOWN = [null, null];

const nextOf = (fields) => fields.next();

/** The place within the figure is `[2`, `.kind`, or `<from` with the kind behind it. */
function needOf(fields) {
  const need = { figure: fields.next() };
  const place = fields.next();
  const named = place.slice(1);
  if (place[0] === "[") need.entry = Number(named);
  if (place[0] === ".") need.kind = named;
  if (place[0] === "<") {
    need.kind = fields.next();
    need.from = named;
  }
  need.amount = fields.next();
  return need;
}

function problemOf(fields) {
  const problem = { path: fields.next(), code: fields.next() };
  const hint = fields.some();
  if (hint !== null) problem.hint = hint;
  problem.message = fields.next();
  return problem;
}

const warningOf = (fields) => ({ paths: fields.list(nextOf), code: fields.next(), message: fields.next() });

/** A number and its fraction, which is left out where it is the same text. */
function numberOf(fields) {
  const value = fields.some();
  return [value, value === null ? null : fields.some() ?? value];
}

function measureOf({ id, unit, share }, fields) {
  const state = fields.next();
  const [value, exact] = state === "known" ? numberOf(fields) : UNKNOWN;
  return share === undefined ? { id, unit, state, value, exact } : { id, unit, state, value, exact, share };
}

/** `of` is the place of the measure, where it is what is observed; `set` is the threshold, where it is the same for everybody. */
function criterionOf({ measure, rule, set, of, certainty, quote }, measures, fields) {
  const outcome = fields.next();
  const [threshold, threshold_exact] = set ?? numberOf(fields);
  const { value: observed, exact: observed_exact } = of === null ? observedOf(fields) : measures[of];
  return {
    measure,
    rule,
    threshold,
    threshold_exact,
    observed,
    observed_exact,
    outcome,
    attainment: fields.some(),
    gap: fields.some(),
    needs: fields.list(needOf),
    certainty,
    quote,
  };
}

function observedOf(fields) {
  const [value, exact] = numberOf(fields);
  return { value, exact };
}

function indicatorOf({ id, number, group, title, measures: heads, criteria }, fields) {
  const outcome = fields.next();
  const measures = heads.map((measure) => measureOf(measure, fields));
  return {
    id,
    number,
    group,
    title,
    outcome,
    measures,
    criteria: criteria.map((criterion) => criterionOf(criterion, measures, fields)),
    missing: fields.list(nextOf),
  };
}

function outcomesOf(fields) {
  const outcomes = {};
  for (const outcome of OUTCOMES) outcomes[outcome] = fields.count();
  return outcomes;
}

/** What a verdict is given with, in the same way. */
function verdictFromText(head, text) {
  const fields = new Fields(text);
  return {
    track: head.track,
    stage: head.stage,
    verdict: fields.next(),
    outcomes: outcomesOf(fields),
    eligibility: head.eligibility.map((id) => ({ id, outcome: fields.next() })),
    indicators: head.indicators.map(({ id, criteria }) => ({
      id,
      outcome: fields.next(),
      criteria: criteria.map(({ measure }) => ({ measure, outcome: fields.next() })),
    })),
  };
}

/** A report from what its ruleset says of every one (`head`) and what the engine says of this one. Nothing of it is shared with another. */
function reportFromText(head, text, rosters) {
  const fields = new Fields(text);
  const report = {
    ruleset: { ...head.ruleset },
    track: head.track,
    stage: head.stage,
    verdict: fields.next(),
    outcomes: outcomesOf(fields),
    eligibility: head.eligibility.map((id) => ({ id, outcome: fields.next() })),
    indicators: head.indicators.map((indicator) => indicatorOf(indicator, fields)),
    problems: fields.list(problemOf),
    warnings: fields.list(warningOf),
    overrides: head.overrides.map((override) => ({ ...override })),
    score: null,
  };
  const basics = fields.some();
  if (basics !== null) report.score = { basics, workplan: fields.next(), total: fields.next(), exact: fields.next() };
  if (rosters !== undefined) report.rosters = rosters;
  return report;
}
