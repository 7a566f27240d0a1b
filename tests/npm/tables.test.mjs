// readTable of the built package: the case files of the tables, what it says of each cell, and what it does with anything else.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";

const dist = new URL("../../dist/npm/", import.meta.url);
const read = (path) => readFileSync(new URL(path, import.meta.url), "utf8");
const { assess, initSync, readTable } = await import(new URL("shifan.js", dist));
initSync({ module: readFileSync(new URL("shifan_bg.wasm", dist)) });

const park = { track: "park", stage: "creation" };

/** The cases of a file, as `tests/intake/cases.rs` reads them. */
function cases(text) {
  const found = [];
  for (const line of text.split("\n")) {
    if (line.startsWith("##") || line === "") continue;
    if (line.startsWith("# ")) found.push({ title: line.slice(2), rows: [], expected: [] });
    else if (line.startsWith("> ")) found.at(-1).context = line.slice(2);
    else if (/^(=|\*|-|\?|year) /.test(line)) found.at(-1).expected.push(line);
    else found.at(-1).rows.push(line);
  }
  return found;
}

/** Behind a context, this word says that the rows are lines of a text. */
const TEXT = "text";

function context(words) {
  const named = words.split(/\s+/).filter((word) => word && word !== TEXT).map((word) => {
    if (word.startsWith("last_year=")) return ["last_year", Number(word.slice(10))];
    if (word.startsWith("stage=")) return ["stage", word.slice(6)];
    if (word.startsWith("unit=")) return ["amount_unit", word.slice(5)];
    return [word.includes(".") ? "at" : "track", word];
  });
  return { stage: "creation", ...Object.fromEntries(named) };
}

function cell(text) {
  const [shown, behind] = text.trim().replaceAll("↵", "\n").split(/\{(.*)\}$/);
  if (behind === undefined) return shown;
  const merged = behind.match(/^merged (\d+)x(\d+)$/);
  if (merged) return { text: shown, merged: [Number(merged[1]), Number(merged[2])] };
  if (behind === "hidden") return { text: shown, hidden: true };
  const [number, format] = behind.split(";");
  return { text: shown, number, format };
}

const said = (text) => text ?? "·";
const line = ({ kind, count, rank }) => `${said(kind)}:${said(count)}${rank ? `/${rank}` : ""}`;

/** An item of a list: name, code and kinds, then what else it says. */
function item({ name = "", code = "", kinds = [], rank, host, status }) {
  const more = Object.entries({ rank, host, status }).filter(([, text]) => text !== undefined);
  return `* ${[name, code, kinds.join(" "), ...more.map((pair) => pair.join(" "))].join(" | ")}`;
}

/** What came of a table, as the case files have it. */
function shown(reading) {
  const figure = ([id, read]) => {
    if (typeof read === "string") return `= ${id} ${read}`;
    if (read.roster) return [`= ${id} ${read.roster.length} items`, ...read.roster.map(item)];
    return `= ${id} ${read.map((entry) => (entry && typeof entry === "object" ? line(entry) : said(entry))).join(" ")}`;
  };
  return [
    ...Object.entries({ ...reading.figures, ...reading.baseline }).flatMap(figure),
    ...(reading.last_year === null ? [] : [`year ${reading.last_year}`]),
    ...reading.unused.map(({ cells, code, times }) => `- ${cells} ${code}${times ? ` ×${times}` : ""}`),
    ...reading.questions.map(({ code, choices, chosen }) => `? ${code} [${choices.join(" ")}] ${chosen ?? "-"}`),
  ];
}

test("every table of the case files is read as they say", () => {
  const folder = new URL("../cases/intake/", import.meta.url);
  let count = 0;
  for (const file of readdirSync(folder)) {
    for (const { title, context: words, rows, expected } of cases(read(`../cases/intake/${file}`))) {
      const isText = words.split(/\s+/).includes(TEXT);
      const cells = rows.map((row) => (row === "…" ? [] : row.split("|").map(cell)));
      const table = isText ? { text: rows.join("\n") } : { rows: cells };
      assert.deepEqual(shown(readTable(table, context(words))), expected, `${file}: ${title}`);
      count += 1;
    }
  }
  assert.ok(count >= 80, `${count} tables`);
});

test("what is read of a table can be assessed", () => {
  const text = "单位：亿元\n指标\t2021年\t2022年\t2023年\t2024年\t同比\t2025年\n营业收入\t70\t80\t98.50\t112.36\t14%\t125.80\n利润总额\t7\t8\t9\t10\t1%\t12\n";
  const { figures, last_year, used, unused } = readTable({ text }, park);
  assert.deepEqual(used[0], {
    path: "figures.revenue[0]", cell: "D3", text: "98.50", as: "98.50亿元", because: ["row_name", "year_header", "unit_line"],
  });
  assert.deepEqual(unused.find(({ code }) => code === "no_such_figure"), { cells: "A4:G4", text: "利润总额", code: "no_such_figure" });
  const report = assess({ ...park, last_year, figures });
  assert.deepEqual(report.problems, []);
  const { observed, outcome } = report.indicators[0].criteria[0];
  assert.deepEqual([observed, outcome], ["1122200", "met"]);
});

test("a text, rows, numbers and what a workbook knows mean the same", () => {
  const rows = [["指标", 2024, 2025], ["营业收入（亿元）", 112.36, { text: "125.8", number: 125.8, format: "0.0" }]];
  const expected = readTable({ text: "指标\t2024\t2025\n营业收入（亿元）\t112.36\t125.8" }, park).figures;
  assert.deepEqual(readTable({ rows }, park).figures, expected);
  assert.deepEqual(readTable("指标,2024,2025\n营业收入（亿元）,112.36,125.8", park).figures, expected);
});

test("a baseline is read where it was pasted at one", () => {
  const reading = readTable({ text: "类型\t数量\n小巨人\t3" }, { ...park, at: "baseline.quality_enterprises" });
  assert.deepEqual([reading.figures, reading.baseline], [{}, { quality_enterprises: [{ kind: "little_giant", count: "3" }] }]);
});

test("a sheet of our own template says what a submission says, and can be handed in", () => {
  const mark = "shifan 1 plan-2025 park creation ";
  const particulars = [
    [`${mark}particulars`, "-", "says", "-"],
    ["applicant.name", "名称", "某某园区", ""],
    ["field", "重点领域", "新能源", ""],
    ["eligibility.established_in_china", "…", "是", "…"],
    ["eligibility.leading_industry_in_field", "…", "大体符合", "…"],
    ["notes.park.industrial_policy", "…", "有政策文件", ""],
    ["scores.basics", "…", "82.5", ""],
  ];
  const figures = [
    [`${mark}figures`, "-", "unit", "value 1", "value 2", "value 3", "source", "-"],
    ["years", "数据", "单位", "2023年", "2024年", "2025年", "数据来源/口径", "口径"],
    ["figures.employees", "从业人员总数", "人", "", "", "28100", "统计局", "…"],
    ["sources.quality_enterprises", "优质企业", "家", "", "", "", "名录", ""],
  ];
  const said = readTable({ rows: particulars }, park);
  assert.deepEqual(said.applicant, { name: "某某园区" });
  assert.equal(said.field, "新能源");
  assert.deepEqual(said.eligibility, { established_in_china: true });
  assert.deepEqual(said.notes, { "park.industrial_policy": "有政策文件" });
  assert.deepEqual(said.scores, { basics: "82.5" });
  assert.deepEqual(said.unused.map(({ cells, code }) => [cells, code]), [["C5", "no_answer"]]);
  assert.deepEqual(said.used.map(({ path }) => path), [
    "applicant.name", "field", "eligibility.established_in_china", "notes.park.industrial_policy", "scores.basics",
  ]);
  const read = readTable({ rows: figures }, park);
  assert.deepEqual(read.figures, { employees: "28100" });
  assert.equal(read.last_year, 2025);
  assert.deepEqual(read.sources, { employees: "统计局", quality_enterprises: "名录" });
  assert.deepEqual(read.unused, []);
  const { applicant, field, eligibility, notes, scores } = said;
  const report = assess({ ...park, applicant, field, eligibility, notes, scores, sources: read.sources, figures: read.figures });
  assert.deepEqual(report.problems, []);
});

test("a batch's own names are known", () => {
  const ruleset = JSON.parse(read("../../www/rulesets/plan-2025.json"));
  ruleset.tracks.park.figures[0].aliases.push("园区总产出");
  const table = { text: "指标\t2025\n园区总产出（亿元）\t1" };
  assert.deepEqual(readTable(table, park).figures, {});
  assert.deepEqual(readTable(table, { ...park, ruleset }).figures, { revenue: [null, null, "1亿元"] });
});

test("no content of a table throws", () => {
  const throwing = new Proxy({}, { get() { throw new Error("no"); }, ownKeys() { throw new Error("no"); } });
  const tables = [null, undefined, 5, "", [], {}, { rows: null }, { rows: [null, 5, [null, undefined, NaN, true, [], {}, throwing]] }, { text: 5 },
    { rows: [[{ merged: [1e9, -1] }, { text: "营业收入", merged: [9, 9] }]] }, throwing, { rows: throwing }];
  for (const table of tables) assert.deepEqual(readTable(table, park).figures, {});
});

test("too large a table is refused and nothing of it is read", () => {
  const rows = Array.from({ length: 100_001 }, () => ["营业收入", "1"]);
  for (const table of [{ rows }, { text: "a\tb\n".repeat(100_001) }, { rows: [...Array(300).fill(["1"]), Array(9_000).fill("1")] }]) {
    const reading = readTable(table, park);
    assert.deepEqual([reading.refused, reading.figures, reading.used, reading.unused], ["too_large", {}, [], []]);
  }
});

test("an unknown track or stage and a faulty ruleset throw", () => {
  assert.throws(() => readTable({ text: "" }, { stage: "creation" }), { name: "Error", message: /^context\.track/ });
  assert.throws(() => readTable({ text: "" }, { track: "park", stage: "x" }), { name: "Error", message: /^context\.stage/ });
  assert.throws(() => readTable({ text: "" }, { ...park, ruleset: {} }), { name: "Error", message: /^ruleset/ });
});
