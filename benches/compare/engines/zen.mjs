// A decision of one expression node between an input and an output, as its editor writes them.
import { ZenEngine } from "@gorules/zen-engine";
import { UNDECIDED, compares, factsOf } from "../rules.mjs";

export const name = "@gorules/zen-engine";
export const takes = "facts";
export const explains = "the input, output and every expression's result of each node";
export const numbers = "decimals of 28 digits, rounded when divided";

function text(expression) {
  if (typeof expression === "string") return expression;
  return expression.fact ?? `(${expression.of.map(text).join(` ${expression.op} `)})`;
}

function graph(expressions) {
  const node = (id, type, content) => ({ id, name: id, type, position: { x: 0, y: 0 }, content });
  const edge = (sourceId, targetId) => ({ id: `${sourceId}-${targetId}`, sourceId, targetId, type: "edge" });
  const written = expressions.map(([key, value], place) => ({ id: String(place), key, value }));
  return {
    contentType: "application/vnd.gorules.decision",
    nodes: [
      node("request", "inputNode"),
      node("rules", "expressionNode", { expressions: written }),
      node("response", "outputNode"),
    ],
    edges: [edge("request", "rules"), edge("rules", "response")],
  };
}

function expressions(criterion, place) {
  if (!compares(criterion)) {
    const shown = criterion.observed ? [[`observed${place}`, guarded(criterion.observed)]] : [];
    return [...shown, [`outcome${place}`, `'${UNDECIDED[criterion.rule]}'`]];
  }
  const observed = `$.observed${place}`;
  const holds = criterion.threshold === null ? `${observed} > 0` : `${observed} >= ${criterion.threshold}`;
  return [
    [`observed${place}`, guarded(criterion.observed)],
    [`outcome${place}`, `${observed} == null ? 'incomplete' : ${holds} ? 'met' : 'unmet'`],
  ];
}

const guarded = (expression) =>
  `${factsOf(expression).map((fact) => `${fact} == null`).join(" or ")} ? null : ${text(expression)}`;

const decision = (expressions) => new ZenEngine().createDecision(Buffer.from(JSON.stringify(graph(expressions))));

export function prepare({ criteria }) {
  const park = decision(criteria.flatMap(expressions));
  return {
    verdict: (facts) => park.evaluate(facts),
    explained: (facts) => park.evaluate(facts, { trace: true }),
    outcomes: ({ result }) => criteria.map((_, place) => result[`outcome${place}`]),
  };
}

export function tie(expression) {
  const rule = decision([["met", `${text(expression)} >= threshold`]]);
  return async (facts, threshold) => (await rule.evaluate({ ...facts, threshold: Number(threshold) })).result.met;
}
