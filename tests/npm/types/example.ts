// Everything that the package exports, used as a developer of another site would. It is type-checked, not run.
import init, { assess, assessMany, defaultRuleset, initSync, parseFigure, readTable, verdict } from "shifan";
import type {
  AmountUnit, AssessedLine, Certainty, Clause, CriterionReport, CriterionRule, Figure, FigureRule, FigureUnit, Figures, Hint, IndicatorReport, IndicatorRule,
  MeasureReport, MeasureRule, Need, Options, Outcome, Outcomes, Override, ParsedFigure, Problem, ProblemCode, Report, Roster, RosterItem, RosterReport, Rule, Ruleset,
  RulesetExtension, Series, Stage, Submission, TallyLine, Table, TableCell, TableContext,
  TableQuestion, TableReading, Text, Track, TrackRules, UnusedCells, UsedBecause, UsedCell, ReadFigure, Verdict, Warning,
} from "shifan";

await init();
initSync({ module: new Uint8Array() });

const track: Track = "enterprise";
const stage: Stage = "recognition";
const amount: Figure = "1.2亿";
const revenue: Series = [5000, "5,500", null];
const lines: TallyLine[] = [{ kind: "gold", count: 3, rank: "1" }, { kind: "silver", count: "2" }];
const item: RosterItem = { name: "张三", code: 1001, kinds: ["postgraduate", "senior_title"], rank: "1", row: 3, anyway: "已核实" };
const roster: Roster = { roster: [item, { name: "李四", kinds: "高级职称、博士", status: "在职", host: "某公司" }] };
const figures: Figures = { revenue, product_sales: amount, patents: lines, awards: [], talent: roster, national_revenue_growth: ["5.2%", 6] };
const submission: Submission = {
  track, stage, field: "新材料", figures, baseline: { revenue }, eligibility: { legal_person: true, registered_in_china: null },
  scores: { basics: "82.5", workplan: 90 }, last_year: 2025, sources: { talent: "年末在册" }, notes: { "enterprise.talent": "自由文字" }, applicant: { name: "某公司" },
};
const overrides: Override[] = [
  { indicator: "park.rd_intensity", stage, measure: "rd_intensity", threshold: "0.03" },
  { indicator: "park.digitalization", kind: "leading", weight: 4 },
];
const extension: RulesetExtension = { extends: "plan-2025", id: "own", fields: [{ zh: "人工智能", en: "AI" }] };
const options: Options = { ruleset: extension, overrides };

const report: Report = assess(submission, options);
const said: Verdict = report.verdict;
const judged: Outcomes = verdict(submission, options);
const ofFirst: Outcome | undefined = judged.indicators[0]?.criteria[0]?.outcome;
const counted: number = report.outcomes.not_computable;
const first: IndicatorReport | undefined = report.indicators[0];
const measures: MeasureReport[] = first?.measures ?? [];
const criteria: CriterionReport[] = first?.criteria ?? [];
const needs: Need[] = criteria.flatMap((criterion) => criterion.needs);
const outcome: Outcome | undefined = first?.outcome;
const problem: Problem | undefined = report.problems[0];
const code: ProblemCode | undefined = problem?.code;
const warning: Warning | undefined = report.warnings[0];
const evidence: RosterReport | undefined = report.rosters?.["figures.talent"];
const doubtful: string[] = evidence?.doubts.map((doubt) => doubt.code) ?? [];
const total: string | undefined = report.score?.total;

for await (const found of assessMany(["{}", submission], options)) {
  const line: AssessedLine = found;
  const came: Verdict | string = line.report ? line.report.verdict : line.error.message;
  console.log(line.line, came);
}

const ruleset: Ruleset = defaultRuleset();
const rules: TrackRules = ruleset.tracks.park;
const indicator: IndicatorRule | undefined = rules.indicators[0];
const measure: MeasureRule | undefined = indicator?.measures[0];
const criterion: CriterionRule | undefined = indicator?.criteria.creation[0];
const rule: Rule | undefined = criterion?.rule;
const certainty: Certainty | undefined = criterion?.certainty;
const figure: FigureRule | undefined = rules.figures[0];
const clause: Clause | undefined = ruleset.red_lines[0];
const title: Text = rules.title;

const unit: FigureUnit = "wan_yuan";
const parsed: ParsedFigure = parseFigure("１．２亿", unit);
const value: string | null = "value" in parsed ? parsed.value : parsed.code;
const hint: Hint | undefined = "hint" in parsed ? parsed.hint : problem?.hint;

const cell: TableCell = { text: "5.90%", number: 0.059, format: "0.00%", hidden: false, merged: [1, 2] };
const table: Table = { rows: [["指标", 2025, null], ["营业收入", "1亿", cell], null] };
const amountUnit: AmountUnit = "yi_yuan";
const context: TableContext = { track, stage, ruleset, last_year: 2025, amount_unit: amountUnit, at: "figures.revenue[0]" };
const reading: TableReading = readTable(table, context);
const taken: UsedCell | undefined = readTable({ text: "1\t2" }, context).used[0];
const because: UsedBecause | undefined = taken?.because[0];
const unused: UnusedCells["code"] | undefined = reading.unused[0]?.code;
const question: TableQuestion | undefined = reading.questions[0];
const readFigure: ReadFigure | undefined = reading.figures["revenue"];

export { because, question, readFigure, unused };
export { certainty, clause, code, counted, figure, hint, measure, measures, needs, outcome, rule, title, total, value, said, judged, ofFirst, warning };
