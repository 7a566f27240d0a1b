//! The report as a table for Excel and WPS: CSV in UTF-8 with the mark by which both know it, numbers in cells of their own.

mod cell;
mod findings;
mod roster;

pub use roster::roster;

use std::rc::Rc;

use self::cell::Cell;
use super::entries::{Read, Row, rows};
use super::handover::Handover;
use super::open_points::open_points;
use super::receipt::{overrides, receipt};
use crate::number::refusal;
use engine::ruleset::Indicator;

/// Without it, Excel reads the file in the computer's own encoding.
const BYTE_ORDER_MARK: char = '\u{feff}';

/// One line of the table.
type Line = Vec<Cell>;

/// The whole table as a text.
pub fn spreadsheet(of: &Handover) -> String {
    let (words, report) = (of.words(), of.report_words());
    let title = of.origin.title(words);
    let sections = [
        (&*title, result(of)),
        (words.indicators, findings::lines(of)),
        (report.figures, figures(of)),
        (report.notes, notes(of)),
        (report.open_points, points(of)),
        (report.overrides, settings(of)),
    ];
    let mut lines: Vec<Line> = Vec::new();
    for (title, section) in sections.into_iter().filter(|(_, section)| !section.is_empty()) {
        if !lines.is_empty() {
            lines.push(vec![Cell::blank()]);
        }
        lines.push(vec![Cell::text(title)]);
        lines.extend(section);
    }
    written(&lines)
}

fn written(lines: &[Line]) -> String {
    let mut text = String::from(BYTE_ORDER_MARK);
    lines.iter().for_each(|line| write(line, &mut text));
    text
}

fn write(line: &Line, text: &mut String) {
    let cells: Vec<_> = line.iter().map(Cell::written).collect();
    text.push_str(&cells.join(","));
    text.push_str("\r\n");
}

/// The receipt, and what it all comes to.
fn result(of: &Handover) -> Vec<Line> {
    let (words, report) = (of.words(), of.report_words());
    // These two a person typed, or a host page handed in.
    let is_own = |what: &str| what == words.applicant || what == words.field;
    let cell = |what: &str, it: &str| if is_own(what) { Cell::typed(it) } else { Cell::text(it) };
    let mut lines: Vec<Line> = receipt(of).iter().map(|(what, it)| vec![Cell::text(what), cell(what, it)]).collect();
    lines.push(vec![Cell::text(report.verdict), Cell::text((words.verdict)(of.assessment.verdict))]);
    lines
}

fn figures(of: &Handover) -> Vec<Line> {
    let (words, report) = (of.words(), of.report_words());
    let line = |row: Row| {
        let (number, remark) = match row.read {
            Read::Number(number) => (Cell::number(number), ""),
            Read::Blank => (Cell::blank(), words.unfilled),
            Read::NoneAtAll => (Cell::whole(0), ""),
            Read::CountsZero => (Cell::whole(0), report.counted_zero),
            Read::CountsLead => (Cell::whole(1), report.counted_lead),
            Read::Refused(code, kind) => (Cell::blank(), refusal(code, kind, &row.typed, words)),
        };
        let indicator = &of.rules.indicators[row.indicator];
        vec![
            Cell::whole(indicator.number),
            Cell::text(of.say(&indicator.title)),
            Cell::text(&row.figure),
            Cell::text(&row.part),
            Cell::typed(&row.typed),
            number,
            Cell::text(&row.unit),
            Cell::text(remark),
            Cell::typed(&row.source),
        ]
    };
    let head = [
        report.ordinal,
        report.indicator,
        report.figure,
        report.part,
        report.typed,
        report.read,
        report.unit,
        report.remark,
        report.source_of_figure,
    ];
    let rows = rows(of.rules, of.stage, of.sheet, of.lang);
    std::iter::once(head.map(Cell::text).into()).chain(rows.into_iter().map(line)).collect()
}

/// A person's own notes on the indicators that reviewers judge.
fn notes(of: &Handover) -> Vec<Line> {
    let written = of.rules.indicators.iter().zip(&of.sheet.notes).filter(|(_, note)| !note.trim().is_empty());
    let line = |(indicator, note): (&Indicator, &Rc<str>)| {
        vec![Cell::whole(indicator.number), Cell::text(of.say(&indicator.title)), Cell::typed(note)]
    };
    written.map(line).collect()
}

fn points(of: &Handover) -> Vec<Line> {
    open_points(of).iter().map(|point| vec![Cell::text(point.topic), Cell::text(&point.text)]).collect()
}

fn settings(of: &Handover) -> Vec<Line> {
    overrides(of).iter().map(|(what, number)| vec![Cell::text(what), Cell::typed(number)]).collect()
}

#[cfg(test)]
mod tests {
    use csv::ReaderBuilder;

    use super::spreadsheet;
    use crate::paper::handover::testing::handed;
    use engine::ruleset::{Stage, Track};
    use engine::text::Lang;
    use model::testing::{ALL, json, rows, sample_input};

    fn records(text: &str) -> Vec<Vec<String>> {
        let mut reader = ReaderBuilder::new().flexible(true).has_headers(false).from_reader(text.as_bytes());
        let records = reader.records().map(|record| record.expect("a record"));
        records.map(|record| record.iter().map(str::to_owned).collect()).collect()
    }

    /// The cells behind the first ones of the first line that begins with these.
    fn behind<'a>(records: &'a [Vec<String>], first: &[&str]) -> Option<Vec<&'a str>> {
        let line =
            records.iter().find(|line| line.len() >= first.len() && line.iter().zip(first).all(|(a, b)| a == b))?;
        Some(line[first.len()..].iter().map(String::as_str).collect())
    }

    #[test]
    fn excel_and_wps_can_open_it() {
        for (track, stage) in ALL {
            for lang in [Lang::Zh, Lang::En] {
                let text = handed((track, stage), &sample_input(track, stage), lang, spreadsheet);
                assert!(text.starts_with('\u{feff}') && text.ends_with("\r\n"), "{track:?} {stage:?}");
                assert!(!text.replace("\r\n", "").contains(['\r', '\n']), "the sample has no line ends of its own");
            }
        }
    }

    #[test]
    fn numbers_stand_in_cells_of_their_own() {
        let text = handed(ALL[0], &sample_input(Track::Park, Stage::Creation), Lang::Zh, spreadsheet);
        let found = records(&text);
        for (number, cells) in rows(include_str!("../../../../tests/cases/spreadsheet.txt")) {
            let [first, expected] = cells[..] else { panic!("line {number}: two columns") };
            let next = behind(&found, &parted(first)).unwrap_or_else(|| panic!("line {number}: {first}: {text}"));
            let expected = parted(expected);
            assert_eq!(next[..expected.len()], expected, "line {number}: {first}");
        }
    }

    /// The cells of a column of the case tables.
    fn parted(cells: &str) -> Vec<&str> {
        cells.split(" ; ").map(|cell| if cell == "-" { "" } else { cell }).collect()
    }

    #[test]
    fn what_a_person_typed_harms_no_spreadsheet() {
        let revenue = ["1", "主导产业规模", "主导产业规模以上企业营业收入", "第一年（最早）"];
        // the submission, the first cells of a line, the next
        let table: [(&str, &[&str], &[&str]); 12] = [
            (r#"{"applicant": {"name": "=cmd|'/c calc'!A1"}}"#, &["名称"], &["'=cmd|'/c calc'!A1"]),
            (r#"{"applicant": {"name": "甲\"乙\",\r\n丙"}}"#, &["名称"], &["甲\"乙\", 丙"]),
            (r#"{"figures": {"revenue": ["-5", "", ""]}}"#, &revenue, &["-5", "", "万元", "这一项不能为负数。"]),
            (r#"{"figures": {"revenue": ["约5000", "", ""]}}"#, &revenue, &["约5000", ""]),
            (r#"{"applicant": {"name": "3-1"}}"#, &["名称"], &["'3-1"]),
            (r#"{"applicant": {"name": "915101006217001234"}}"#, &["名称"], &["'915101006217001234"]),
            (r#"{"figures": {"revenue": ["@x", "", ""]}}"#, &revenue, &["'@x", ""]),
            (r#"{"sources": {"revenue": "=1+1"}}"#, &revenue, &["", "", "万元", "未填", "'=1+1"]),
            ("{}", &revenue, &["", "", "万元", "未填"]),
            (
                r#"{"figures": {"patents": []}}"#,
                &["6", "有效发明专利数量", "有效发明专利"],
                &["", "没有（计 0）", "0", "件", ""],
            ),
            ("{}", &["6", "有效发明专利数量", "有效发明专利"], &["", "", "", "件", "未填"]),
            (
                "{}",
                &["1", "集群发展", "主导产业规模", "待填写", "平均营业收入"],
                &["", "", "", "", "万元", "不低于 100 亿元（1,000,000 万元）", "", "", "1000000"],
            ),
        ];
        for (submission, first, expected) in table {
            let found = records(&handed(ALL[0], &json(submission), Lang::Zh, spreadsheet));
            let next = behind(&found, first).unwrap_or_else(|| panic!("{submission}: {first:?}"));
            assert_eq!(next[..expected.len()], *expected, "{submission}");
        }
    }

    #[test]
    fn a_number_never_contradicts_the_outcome_beside_it() {
        let size = ["1", "集群发展", "主导产业规模"];
        for (number, cells) in rows(include_str!("../../../../tests/cases/spreadsheet_outcome.txt")) {
            let cells: Vec<&str> = cells.iter().map(|cell| if *cell == "-" { "" } else { *cell }).collect();
            let [years, outcome, value, fraction, lacking, beyond] = cells[..] else {
                panic!("line {number}: six columns")
            };
            let years = years.split(' ').collect::<Vec<_>>().join(r#"", ""#);
            let submission = json(&[r#"{"figures": {"revenue": [""#, &years, r#""]}}"#].concat());
            let found = records(&handed(ALL[0], &submission, Lang::Zh, spreadsheet));
            let line = behind(&found, &size).unwrap_or_else(|| panic!("line {number}"));
            assert_eq!((line[0], line[1]), (outcome, "平均营业收入"), "line {number}");
            assert_eq!(line[2..4], [value, fraction], "line {number}");
            assert_eq!(line[8..10], [value, fraction], "line {number}");
            assert_eq!(line[10], "1000000", "line {number}");
            assert_eq!((line[13], line[15], line[16]), (outcome, lacking, beyond), "line {number}");
        }
    }

    #[test]
    fn no_two_columns_have_one_name() {
        for (applying, lang) in ALL.into_iter().flat_map(|applying| [(applying, Lang::Zh), (applying, Lang::En)]) {
            let found = records(&handed(applying, &json("{}"), lang, spreadsheet));
            let head = found.iter().find(|line| line.len() > 20).expect("the head of the indicators");
            let mut names = head.clone();
            names.sort();
            names.dedup();
            assert_eq!(names.len(), head.len(), "{head:?}");
        }
    }

    #[test]
    fn a_number_below_zero_can_be_computed_with() {
        let submission = json(r#"{"figures": {"gross_profit": ["-1", "0", "0"], "revenue": ["1", "1", "1"]}}"#);
        let found = records(&handed((Track::Enterprise, Stage::Creation), &submission, Lang::Zh, spreadsheet));
        assert!(found.iter().any(|line| line.windows(2).any(|pair| pair == ["-33.333334", "−100 ÷ 3"])), "{found:?}");
    }
}
