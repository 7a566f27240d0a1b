/** 示范园区 or 示范企业. */
export type Track = "park" | "enterprise";

/** 创建 (at application) or 认定 (after the creation period of two years). */
export type Stage = "creation" | "recognition";

/**
 * A number as a text, read as a person writes it (full-width digits, thousands separators, 元/千元/万/万元/亿/亿元 on amounts, 万 on
 * counts, % on rates), or as a JavaScript number, taken as its shortest decimal form. null, undefined and "" are missing.
 */
export type Figure = string | number | null | undefined;

/** Three yearly amounts in 万元, oldest first. */
export type Series = [Figure, Figure, Figure];

/** One line of a tally; several lines may name one kind. `rank` stands only on ranked tallies, 1 is the lead unit. */
export interface TallyLine {
  kind: string;
  count: Figure;
  rank?: Figure;
}

/**
 * One line of a list. `code` is what the thing is known by: 统一社会信用代码, the number of a patent, standard, certificate or employee.
 * `kinds` are ids or names of the tally's kinds, several in a list or in one text. `host` is the unit that a platform is built on (依托单位).
 * With `anyway`, the reason, it counts in spite of its number, status or rank.
 */
export interface RosterItem {
  name?: string;
  code?: string | number;
  kinds?: string | string[];
  rank?: Figure;
  host?: string;
  status?: string;
  row?: string | number;
  /** Why it counts by itself, whatever its duplicates, status or rank. */
  anyway?: string;
}

/** A tally as its list. */
export interface Roster {
  roster: RosterItem[];
}

/** The figures of a track by their ids. An empty tally means none; an absent one is not filled in. */
export interface Figures {
  [id: string]: Figure | Series | [Figure, Figure] | TallyLine[] | Roster;
}

/** What an applicant hands in. */
export interface Submission {
  track: Track;
  stage: Stage;
  /** One of the ruleset's fields, by its Chinese name. */
  field?: string | null;
  /** The year of the last entry of every series, 1990 to 2100. It changes no outcome. */
  last_year?: Figure;
  /** Where each figure comes from and how it is counted, by its id. It changes no outcome. */
  sources?: { [figure: string]: string | null | undefined };
  eligibility?: { [id: string]: boolean | null | undefined };
  figures?: Figures;
  /** The same keys as `figures`: the start of the three years (creation) or the application (recognition). */
  baseline?: Figures;
  /** The applicant's own mock review, 0 to 100 each. */
  scores?: { basics?: Figure; workplan?: Figure; indicators?: { [id: string]: Figure } };
  notes?: { [indicator: string]: string };
  applicant?: { [key: string]: unknown };
}

/** A batch's own number on top of a ruleset: a threshold or a weight. */
export type Override =
  | { indicator: string; stage: Stage; measure: string; threshold: string | number }
  | { indicator: string; kind: string; weight: string | number };

export interface Options {
  /** A ruleset document; the plan's own if there is none. It may extend the default: `{"extends": "plan-2025", ...}`. */
  ruleset?: Ruleset | RulesetExtension | null;
  overrides?: Override[] | null;
}

export type Outcome = "met" | "unmet" | "incomplete" | "invalid" | "not_computable" | "unstated" | "review";
export type Verdict = "ineligible" | "unmet" | "incomplete" | "subject_to_review" | "met";
export type Certainty = "stated" | "reading" | "unstated" | "override";
export type Rule =
  | "at_least"
  | "growth_at_least"
  | "increase_at_least"
  | "increases"
  | "qualitative"
  | "unstated";

/** The report of an assessment. Numbers are decimal texts; `exact` ones are fractions in lowest terms, "p/q" or "p". */
export interface Report {
  ruleset: { id: string; title: string };
  track: Track;
  stage: Stage;
  verdict: Verdict;
  outcomes: { [outcome in Outcome]: number };
  eligibility: { id: string; outcome: Outcome }[];
  indicators: IndicatorReport[];
  problems: Problem[];
  warnings: Warning[];
  /** The overrides that bear on this track and stage. */
  overrides: Override[];
  score: { basics: string; workplan: string; total: string; exact: string } | null;
  /** What the lists come to, by their path; only where the submission has one. */
  rosters?: { [path: string]: RosterReport };
}

/** What `verdict` gives: the outcomes of the report, and nothing of how they came about. */
export interface Outcomes {
  track: Track;
  stage: Stage;
  verdict: Verdict;
  outcomes: { [outcome in Outcome]: number };
  eligibility: { id: string; outcome: Outcome }[];
  indicators: { id: string; outcome: Outcome; criteria: { measure: string | null; outcome: Outcome }[] }[];
}

export interface RosterReport {
  /** How many items the list has. */
  items: number;
  /** The tally that comes of it; null if something was refused that it depends on. */
  counted: { kind: string; count: number; rank: number }[] | null;
  /** The items, counted from 0, that were not counted by themselves. A duplicate says of which item, and what the two have in common. */
  left_out: {
    item: number;
    code: "duplicate" | "no_kind" | "no_such_kind" | "out_of_scope" | "not_in_force" | "not_lead";
    of?: number;
    by?: "code" | "name" | "host";
  }[];
  /** What a person should look at. `character` is the place in the code, counted from 1, and `expected` what would stand there. */
  doubts: {
    item: number;
    code:
      | "check_digit"
      | "unknown_code"
      | "other_number"
      | "same_name"
      | "near_name"
      | "other_name"
      | "shared_host"
      | "nameless"
      | "kind_differs"
      | "no_such_kind"
      | "status"
      | "contradicted"
      | "counted_anyway";
    of?: number;
    character?: number;
    expected?: string;
  }[];
}

export interface IndicatorReport {
  id: string;
  number: number;
  group: string;
  title: string;
  outcome: Outcome;
  measures: MeasureReport[];
  criteria: CriterionReport[];
  /** The paths that the criteria need and that are absent. */
  missing: string[];
}

export interface MeasureReport {
  id: string;
  unit: "wan_yuan" | "ratio" | "count";
  state: "known" | "missing" | "refused" | "not_computable" | "unstated";
  /** Rounded half away from zero to at most 6 decimals. */
  value: string | null;
  exact: string | null;
  /** Its share of the indicator's points, where several measures share them. */
  share?: string;
}

export interface CriterionReport {
  measure: string | null;
  rule: Rule;
  threshold: string | null;
  threshold_exact: string | null;
  /** What is compared with the threshold: the measure, its growth or its increase, by the rule. */
  observed: string | null;
  observed_exact: string | null;
  outcome: Outcome;
  /** observed ÷ threshold, at most 4 decimals, towards zero. */
  attainment: string | null;
  /** threshold − observed, at most 6 decimals, rounded up; only where unmet. */
  gap: string | null;
  /** What alone would be enough, each the smallest such. */
  needs: Need[];
  certainty: Certainty;
  quote: string;
}

export interface Need {
  figure: string;
  /** The entry of a series, counted from 0. */
  entry?: number;
  /** The kind of a tally; the amount is then whole things counted by the lead unit. */
  kind?: string;
  /** The kind from which things of a list rise to it (升级), where none are added. */
  from?: string;
  amount: string;
}

export type ProblemCode =
  | "not_a_number"
  | "not_whole"
  | "negative"
  | "out_of_range"
  | "too_precise"
  | "unit_unclear"
  | "wrong_length"
  | "unknown_key"
  | "unknown_kind"
  | "unknown_field"
  | "wrong_type"
  | "overflow";

/** What is in the way of a number. */
export type Hint =
  | "error_value"
  | "no_value"
  | "formula"
  | "foreign_currency"
  | "approximate"
  | "range"
  | "full_stop"
  | "grouping"
  | "chinese_numeral"
  | "remark";

export interface Problem {
  path: string;
  code: ProblemCode;
  /** With `not_a_number`, where it can be told. */
  hint?: Hint;
  message: string;
}

export interface Warning {
  paths: string[];
  code: string;
  message: string;
}

/** The units that `parseFigure` reads. */
export type FigureUnit = "wan_yuan" | "count" | "percent";

/** The number in 万元, things or percent; null for a blank text; or why it is no number. */
export type ParsedFigure = { value: string | null } | { code: ProblemCode; hint?: Hint };

/** A table as a workbook has it, row by row, or as a text: from a clipboard, CSV with commas or semicolons, or parted by spaces. */
export type Table = { rows: (TableCell[] | null)[] } | { text: string };

export type TableCell =
  | string
  | number
  | null
  | {
      /** What the cell shows. */
      text?: string;
      /** The number behind it. */
      number?: string | number;
      /** How the workbook shows the number: a percent format makes 0.059 5.9 %. */
      format?: string;
      /** Whether its row or column is hidden: it is named, and not taken. */
      hidden?: boolean;
      /** How many rows and columns it covers. */
      merged?: [number, number];
    };

/** What is known beside a table. */
export interface TableContext {
  track: Track;
  stage: Stage;
  ruleset?: Ruleset | RulesetExtension;
  /** The year of the last entry of every series; without it, the latest year of the table. */
  last_year?: number;
  /** What an amount is in where the table says no unit; 万元 without it. It is asked about all the same, but for a bare block of
   * numbers of an ordinary size. */
  amount_unit?: AmountUnit;
  /** Where it was pasted: `"figures.revenue[0]"`. A bare block of numbers is placed from there on. */
  at?: string;
}

export type AmountUnit = "yuan" | "qian_yuan" | "wan_yuan" | "million_yuan" | "ten_million_yuan" | "yi_yuan";

/** What came of a table. `figures` and `baseline` can be laid over a submission's. */
export interface TableReading {
  figures: { [figure: string]: ReadFigure };
  baseline: { [figure: string]: ReadFigure };
  /** The year of the last entry of every series, where the table or the context says it. */
  last_year: number | null;
  used: UsedCell[];
  unused: UnusedCells[];
  questions: TableQuestion[];
  /** What a sheet of our own template says beside the figures; each only where it is said. */
  applicant?: { name: string };
  field?: string;
  eligibility?: { [item: string]: boolean };
  sources?: { [figure: string]: string };
  notes?: { [indicator: string]: string };
  scores?: { basics?: string; workplan?: string; indicators?: { [indicator: string]: string } };
  /** The table has more than 200,000 cells or 64 MB, and nothing of it was read. */
  refused?: "too_large";
}

/** Numbers are texts, with their unit behind them; null is a year that the table does not have. */
export type ReadFigure = string | (string | null)[] | { kind?: string; count?: string; rank?: string }[] | Roster;

/** A cell, or the cells of a column of a list, which go to a key of its items. */
export interface UsedCell {
  path: string;
  cell: string;
  text: string;
  as: string;
  because: UsedBecause[];
}

export type UsedBecause =
  | "row_name"
  | "column_name"
  | "section_name"
  | "unit_cell"
  | "unit_name"
  | "unit_column"
  | "unit_header"
  | "unit_line"
  | "unit_context"
  | "year_header"
  | "year_row"
  | "count_column"
  | "rank_column"
  | "listed"
  | "position"
  | "percent_format"
  | "template"
  | "answer";

export interface UnusedCells {
  cells: string;
  text: string;
  /** How often a list names this kind, if more than once. */
  times?: number;
  code:
    | "title"
    | "header"
    | "note"
    | "serial_number"
    | "no_such_figure"
    | "other_year"
    | "total"
    | "change_column"
    | "weight_column"
    | "remark"
    | "not_available"
    | "error_value"
    | "hidden"
    | "duplicate"
    | "no_number"
    | "no_such_kind"
    | "out_of_scope"
    | "no_answer"
    | "other_template"
    | "left_out";
}

/** What only a person can tell. Without a chosen answer, nothing is written of it. */
export interface TableQuestion {
  code: "which_figure" | "which_unit" | "which_column" | "total_differs" | "years_unclear" | "looks_like_a_fraction";
  paths: string[];
  cells: string | null;
  choices: string[];
  chosen: string | null;
}

/** A text in both languages. */
export interface Text {
  zh: string;
  en: string;
}

/** A sentence of the plan that is no indicator. */
export interface Clause {
  id: string;
  title: Text;
  place: Text;
  quote: string;
}

/** A ruleset document; its JSON Schema says what it may contain. */
export interface Ruleset {
  $schema?: string;
  id: string;
  title: Text;
  issuer: Text;
  number: string;
  issued: string;
  /** Which state of the document this is; a document that extends another has its own or none. */
  version?: string;
  fields: Text[];
  weighing: { basics: string; workplan: string; place: Text; quote: string };
  red_lines: Clause[];
  calendar: Clause[];
  tracks: { [track in Track]: TrackRules };
}

/** A ruleset document that replaces top-level keys of the default one. */
export interface RulesetExtension extends Partial<Ruleset> {
  extends: string;
}

export interface TrackRules {
  title: Text;
  annex: number;
  eligibility: Clause[];
  figures: FigureRule[];
  indicators: IndicatorRule[];
  plausibility: { code: string; part: string; whole: string; message: Text }[];
}

export interface FigureRule {
  id: string;
  form: "amount" | "series" | "count" | "tally" | "rates";
  title: Text;
  /** What tables call it besides its title. */
  aliases?: string[];
  hint?: Text;
  /** Advice that is not of the official text: where the figure usually comes from, and what is often mistaken for it. */
  help?: { source: Text; mistakes: Text };
  may_be_negative?: boolean;
  counted_in?: Text;
  ranked?: boolean;
  kinds?: { id: string; title: Text; aliases?: string[]; weight: string | null }[];
  /** How a list of the things is counted: each rule in words, with the plan's sentence where it has one. What else a rule says is in the schema. */
  roster?: {
    code: "organisation" | "patent" | "standard" | "other";
    rules: { rule: string; title: Text; certainty: Certainty; quote?: string; [more: string]: unknown }[];
  };
}

export interface IndicatorRule {
  id: string;
  number: number;
  group: Text;
  title: Text;
  purpose: string;
  points?: string;
  measures: MeasureRule[];
  criteria: { [stage in Stage]: CriterionRule[] };
}

export interface MeasureRule {
  id: string;
  form: "mean" | "growth" | "ratio" | "tally" | "share";
  of?: string | string[];
  part?: string;
  whole?: string;
  unit: "wan_yuan" | "ratio" | "count";
  title: Text;
  /** The formula in words, as it is computed at each stage. */
  formula: { [stage in Stage]: Text };
  share?: string;
  certainty: Certainty;
  note?: Text;
}

export interface CriterionRule {
  measure?: string;
  rule: Rule;
  threshold?: string | { compound: string };
  certainty: Certainty;
  quote: string;
  note?: Text;
}

/** What came of one line: its number, counted from 1, and its report or the Error for which there is none. */
export type AssessedLine = { line: number; report: Report; error?: undefined } | { line: number; error: Error; report?: undefined };

/**
 * Assesses many submissions under one set of rules, each for itself: from the lines of a JSON Lines file, or as objects. Blank lines
 * are passed over and counted. Gives one result at a time, in order, and keeps none.
 *
 * Throws an `Error` at once if the options are refused. A line that is no JSON or no submission throws nothing: it has an `error`.
 */
export function assessMany(
  lines: string | Iterable<string | Submission> | AsyncIterable<string | Submission>,
  options?: Options | null,
): AsyncGenerator<AssessedLine, void, void>;
