//! The workbook of random submissions: a spreadsheet program computes what the engine found, and the page reads it back.

use std::path::Path;
use std::process::Command;

use super::workings;
use crate::book::testing::{AMOUNTS, Draw, assert_same, begun, draw, made_of, reopened, submission, taken_in};
use engine::outcome::{Outcome, Verdict};
use engine::text::Lang;
use model::action::Action;
use model::store::Store;
use model::testing::{ALL, json, sample_input};
use office::write::{Content, Mark, Workbook, write};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use rust_decimal::Decimal;

/// Amounts that come to the thresholds of the plan, or miss them by the smallest step.
const NEAR_THRESHOLDS: [&str; 20] = [
    "1000000",
    "999999.999999",
    "1000000.000001",
    "100亿",
    "30000",
    "29999.9",
    "30000.1",
    "5000",
    "10000",
    "8000",
    "20000",
    "0.1",
    "0.2",
    "0.3",
    "-0.3",
    "150000",
    "4500",
    "1050000.000001",
    "x",
    "123456789012.123456",
];

/// The store of a drawn submission, and what it is.
fn drawn(draws: &[Draw], at: usize) -> (Store, String) {
    let (track, stage) = ALL[at];
    let store = begun(track, stage).after(Action::ShowSample(submission((track, stage), draws)));
    (store, format!("{track:?} {stage:?}"))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn it_is_read_back(draws in prop::collection::vec(draw(&AMOUNTS), 13), at in 0..4usize) {
        let (filled_in, what) = drawn(&draws, at);
        let (track, stage) = ALL[at];
        let back = taken_in(begun(track, stage), reopened(&made_of(&filled_in, Lang::Zh, workings)));
        assert_same(&back, &filled_in, &what);
    }
}

/// The colours follow the words: nothing that comes to an outcome is without them, and nothing else has them.
#[test]
fn every_outcome_has_its_colours() {
    for lang in [Lang::Zh, Lang::En] {
        let words = crate::texts::words(lang);
        let outcomes = [Outcome::Met, Outcome::Unmet].map(|outcome| (words.outcome)(outcome));
        for (track, stage) in ALL {
            let store = begun(track, stage).after(Action::ShowSample(sample_input(track, stage)));
            let sheet = &made_of(&store, lang, workings).sheets[0];
            let mut coloured = 0;
            for (row, cells) in sheet.rows.iter().enumerate() {
                for (column, cell) in cells.iter().enumerate() {
                    let Content::TextFormula(code, _) = &cell.content else { continue };
                    let at = |mark: &&Mark| {
                        (mark.from.0..=mark.to.0).contains(&row) && (mark.from.1..=mark.to.1).contains(&column)
                    };
                    let texts: Vec<&str> = sheet.marks.iter().filter(at).map(|mark| &*mark.text).collect();
                    let decides = outcomes.iter().all(|word| code.contains(&format!("\"{word}\"")));
                    let is_verdict = code.contains((words.verdict)(Verdict::Ineligible));
                    let expected = if is_verdict {
                        4
                    } else if decides {
                        5
                    } else {
                        0
                    };
                    assert_eq!(texts.len(), expected, "{track:?} {stage:?} {row} {column} {code}");
                    assert!(expected != 5 || outcomes.iter().all(|word| texts.contains(word)), "{texts:?}");
                    coloured += usize::from(expected > 0);
                }
            }
            assert!(coloured > 10, "{track:?} {stage:?}");
        }
    }
}

/// Has LibreOffice compute what stands in a workbook as formulas without results.
fn computed(books: &[(String, Workbook)], folder: &Path) -> Vec<office::Workbook> {
    let (bare, out) = (folder.join("bare"), folder.join("out"));
    for folder in [&bare, &out] {
        let _ = std::fs::remove_dir_all(folder);
        std::fs::create_dir_all(folder).expect("a folder");
    }
    let mut files = Vec::new();
    for (name, book) in books {
        let mut book = book.clone();
        for cell in book.sheets.iter_mut().flat_map(|sheet| &mut sheet.rows).flatten() {
            if let Content::Formula(code, _) | Content::TextFormula(code, _) = &cell.content {
                cell.content = Content::Formula(code.clone(), String::new());
            }
        }
        let file = bare.join(format!("{name}.xlsx"));
        std::fs::write(&file, write(&book).expect("a workbook")).expect("written");
        files.push(file);
    }
    let profile = format!("-env:UserInstallation=file://{}", folder.join("profile").display());
    for files in files.chunks(100) {
        let mut office = Command::new("soffice");
        office.args(["--headless", &profile, "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir"]);
        let done = office.arg(&out).args(files).output().expect("LibreOffice");
        assert!(done.status.success(), "{done:?}");
    }
    let read = |file: &std::path::PathBuf| {
        let bytes = std::fs::read(out.join(file.file_name().expect("a name"))).expect("computed");
        office::open(&bytes).expect("a workbook")
    };
    files.iter().map(read).collect()
}

/// What stands there instead of an outcome that a spreadsheet cannot tell.
const UNDECIDED: &str = "须核算";

/// Whether a spreadsheet program's number is ours: it has some fifteen digits.
fn agrees(own: &str, theirs: &str) -> bool {
    match (own.parse::<Decimal>(), theirs.parse::<Decimal>().or_else(|_| Decimal::from_scientific(theirs))) {
        (Ok(own), Ok(theirs)) => {
            let most = own.abs().max(theirs.abs()).max(Decimal::ONE);
            (own - theirs).abs() <= most * Decimal::new(1, 12)
        }
        _ => own == theirs,
    }
}

/// Holds every result in a workbook against what LibreOffice computed, and says how many there were, and how many outcomes were
/// not decided.
fn assert_computed(name: &str, book: &Workbook, theirs: &office::Workbook) -> [usize; 2] {
    let (mut formulas, mut undecided, mut differences) = (0, 0, Vec::new());
    for sheet in &book.sheets {
        let other = theirs.sheets.iter().find(|other| other.title == sheet.title).expect("the sheet");
        let table = other.table.as_ref().expect("a table");
        for (row, cells) in sheet.rows.iter().enumerate() {
            for (column, cell) in cells.iter().enumerate() {
                let (code, own) = match &cell.content {
                    // Too large for the engine to say it: the spreadsheet has the first word.
                    Content::Formula(_, own) if own.is_empty() => continue,
                    Content::Formula(code, own) | Content::TextFormula(code, own) => (code, own),
                    _ => continue,
                };
                let found = table.rows.get(row).and_then(|row| row.get(column));
                let found = found.map_or("", |cell| cell.number.as_deref().unwrap_or(&cell.text));
                let place = intake::reading::cell_text((row, column));
                if found == UNDECIDED && own != UNDECIDED {
                    undecided += 1;
                } else if !agrees(own, found) {
                    differences.push(format!("{} {place}: {own}, and {found}: {code}", sheet.title));
                }
                formulas += 1;
            }
        }
    }
    assert!(differences.is_empty(), "{name}:\n{}", differences.join("\n"));
    [formulas, undecided]
}

#[test]
#[ignore = "needs LibreOffice; cargo xtask test runs it"]
fn a_spreadsheet_program_computes_the_same() {
    let mut runner = TestRunner::deterministic();
    let submissions = prop::collection::vec(prop_oneof![draw(&NEAR_THRESHOLDS), draw(&AMOUNTS)], 13);
    let mut books = Vec::new();
    for (track, stage) in ALL {
        for input in [sample_input(track, stage), json("{}")] {
            let store = begun(track, stage).after(Action::ShowSample(input));
            books.push((format!("{}", books.len()), made_of(&store, Lang::En, workings)));
        }
    }
    let count = std::env::var("PROPTEST_CASES").ok().and_then(|count| count.parse().ok()).unwrap_or(192);
    for index in 0..count {
        let draws = submissions.new_tree(&mut runner).expect("a submission").current();
        let (store, what) = drawn(&draws, index % 4);
        books.push((format!("{index} {what}"), made_of(&store, Lang::Zh, workings)));
    }
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target/tmp/workings");
    let theirs = computed(&books, &folder);
    let (mut formulas, mut undecided) = (0, 0);
    for (index, ((name, book), theirs)) in books.iter().zip(&theirs).enumerate() {
        let [computed, open] = assert_computed(name, book, theirs);
        assert!(open == 0 || index >= 8, "{name}: of a sample everything is decided");
        (formulas, undecided) = (formulas + computed, undecided + open);
    }
    assert!(formulas > 200 * books.len(), "{formulas} formulas");
    // Only amounts of fifteen digits that are beside a threshold.
    assert!(undecided * 1000 <= formulas, "{undecided} of {formulas} are not decided");
}

/// Something that a reviewer does to a workbook: in a sheet, in the row with this text, a column gets another content.
type Edit = (&'static str, &'static str, usize, Content);

fn number(text: &str) -> Content {
    Content::Number(text.to_owned())
}

fn word(text: &str) -> Content {
    Content::Text(text.to_owned())
}

fn edited(book: &Workbook, edits: &[Edit]) -> Workbook {
    let mut book = book.clone();
    for (title, label, column, content) in edits {
        let sheet = book.sheets.iter_mut().find(|sheet| sheet.title == *title).expect(title);
        let says = |cell: &office::write::Cell| matches!(&cell.content, Content::Text(text) if text == label);
        let mut rows = sheet.rows.iter_mut().filter(|row| row.iter().any(says));
        // Of the lines those of the last tally; of the measures of an indicator the first.
        let row = if label.starts_with('　') { rows.next_back() } else { rows.next() };
        row.unwrap_or_else(|| panic!("{title} {label}"))[*column].content = content.clone();
    }
    book
}

/// The result of an indicator, by its title; or the verdict.
fn result_of(book: &office::Workbook, indicator: &str) -> String {
    let table =
        book.sheets.iter().find(|sheet| sheet.title == "自评表").expect("the sheet").table.as_ref().expect("a table");
    let (label, says) = if indicator == "总体结果" { (0, 3) } else { (2, 3) };
    let row = table.rows.iter().find(|row| row.get(label).is_some_and(|cell| cell.text == indicator)).expect(indicator);
    row.get(says).map_or(String::new(), |cell| cell.text.clone())
}

#[test]
#[ignore = "needs LibreOffice; cargo xtask test runs it"]
fn whatever_a_reviewer_does_nothing_is_met_that_is_not() {
    let park = |figures: &str| {
        let submission = [r#"{"track": "park", "stage": "creation", "figures": "#, figures, "}"].concat();
        let store = begun(ALL[0].0, ALL[0].1).after(Action::ShowSample(json(&submission)));
        made_of(&store, Lang::Zh, workings)
    };
    // Met by its mean; one short of 50 weighted enterprises, by a list of three; platforms that have not increased.
    let book = park(
        r#"{"revenue": ["1000000", "1000000", "1000000"], "tech_contracts": ["5000", "5000", "4999.999999"],
            "quality_enterprises": {"roster": [{"name": "甲", "kinds": ["manufacturing_champion"]}, {"name": "乙", "kinds": ["manufacturing_champion"]},
                {"name": "丙", "kinds": ["specialized_sme"]}]},
            "platforms": [{"kind": "pilot_platform", "count": "1"}], "patents": [{"kind": "other", "count": "500"}]}"#,
    );
    let (data, list, main) = ("数据", "优质企业名单", "自评表");
    let (revenue, contracts) = ("主导产业规模以上企业营业收入", "主导产业技术合同成交额");
    let (size, value, quality, patents) = ("主导产业规模", "技术合同成交额", "优质企业数量", "有效发明专利数量");
    // what is done | the indicator | its result
    let table: Vec<(Vec<Edit>, &str, &str)> = vec![
        (vec![], size, "达到"),
        (vec![], value, "未达到"),
        (vec![], quality, "未达到"),
        (vec![], patents, "达到"),
        (vec![(data, revenue, 5, number("999999.999999"))], size, "未达到"),
        (vec![(data, revenue, 5, number("1000000.000001"))], size, "达到"),
        (vec![(data, revenue, 5, number("999999.9999999"))], size, "填写有误"),
        (vec![(data, revenue, 5, number("-1"))], size, "填写有误"),
        (vec![(data, revenue, 5, word("1000000"))], size, "填写有误"),
        (vec![(data, revenue, 5, word(" "))], size, "填写有误"),
        (vec![(data, revenue, 5, Content::Formula("1/0".into(), String::new()))], size, "填写有误"),
        (vec![(data, revenue, 5, Content::Blank)], size, "待填写"),
        (vec![(data, contracts, 5, number("5000"))], value, "达到"),
        (vec![(data, "获其他奖励或未获奖", 5, number("499.5"))], patents, "填写有误"),
        (vec![(data, "获其他奖励或未获奖", 5, number("499"))], patents, "未达到"),
        (
            vec![(data, "获其他奖励或未获奖", 5, number("499")), (data, "获中国专利奖金奖", 5, number("1"))],
            patents,
            "达到",
        ),
        (vec![(data, "获其他奖励或未获奖", 6, Content::Blank)], patents, "门槛未载明"),
        (vec![(data, "获中国专利奖金奖", 6, number("-1"))], patents, "填写有误"),
        (vec![(list, "甲", 6, word("专精特新“小巨人”企业"))], quality, "未达到"),
        (vec![(list, "丙", 6, word("制造业单项冠军企业"))], quality, "达到"),
        (vec![(list, "丙", 6, word("单项冠军"))], quality, "填写有误"),
        (vec![(list, "丙", 5, word("计入 "))], quality, "填写有误"),
        (vec![(list, "丙", 7, number("0.5"))], quality, "填写有误"),
        (vec![(list, "丙", 7, number("0"))], quality, "填写有误"),
        (vec![(list, "甲", 5, word("不计"))], quality, "未达到"),
        (vec![(data, "制造业单项冠军企业", 6, number("24"))], quality, "达到"),
        (vec![(main, quality, 10, number("42"))], quality, "达到"),
        (vec![(main, quality, 10, number("-5"))], quality, "填写有误"),
        (vec![(main, quality, 10, Content::Blank)], quality, "门槛未载明"),
        (vec![(main, "研发投入强度", 10, number("0.03"))], "研发投入强度", "待填写"),
        (vec![(main, size, 12, Content::Blank)], size, "须核算"),
        (vec![(main, size, 3, word("达标"))], "总体结果", "有指标未达到门槛"),
    ];
    assert_reviewed(&book, &table, "reviewed");
}

#[test]
#[ignore = "needs LibreOffice; cargo xtask test runs it"]
fn lines_that_a_reviewer_changes_are_read_as_the_page_reads_them() {
    let submission = r#"{"track": "enterprise", "stage": "creation", "figures": {"standards": [{"kind": "industry", "count": "2", "rank": "3"}]}}"#;
    let store = begun(ALL[2].0, ALL[2].1).after(Action::ShowSample(json(submission)));
    let book = made_of(&store, Lang::Zh, workings);
    let (data, line, spare, standards) = ("数据", "　第 1 行", "　第 2 行", "标准供给");
    // what is done | the indicator | its result
    let table: Vec<(Vec<Edit>, &str, &str)> = vec![
        (vec![], standards, "未达到"),
        (vec![(data, line, 4, number("9"))], standards, "达到"),
        (vec![(data, line, 4, number("1.5"))], standards, "填写有误"),
        (vec![(data, line, 4, Content::Blank)], standards, "待填写"),
        (vec![(data, line, 3, Content::Blank)], standards, "待填写"),
        (vec![(data, line, 3, word("国际"))], standards, "填写有误"),
        (vec![(data, line, 3, word("*"))], standards, "填写有误"),
        (vec![(data, line, 3, word("未填"))], standards, "待填写"),
        (vec![(data, line, 5, number("0.5"))], standards, "填写有误"),
        (vec![(data, line, 5, number("0"))], standards, "填写有误"),
        (vec![(data, line, 5, number("1001"))], standards, "填写有误"),
        (vec![(data, line, 5, word("三"))], standards, "填写有误"),
        (vec![(data, line, 6, Content::Blank)], standards, "填写有误"),
        (vec![(data, spare, 4, number("5"))], standards, "待填写"),
        (vec![(data, spare, 5, number("2"))], standards, "待填写"),
    ];
    assert_reviewed(&book, &table, "lines");
}

/// What is typed as the field has to be one of the list, letter by letter: a spreadsheet may take `*` and `?` for anything.
#[test]
#[ignore = "needs LibreOffice; cargo xtask test runs it"]
fn a_field_is_one_of_the_list_or_the_form_is_not_complete() {
    let (track, stage) = ALL[2];
    let store = begun(track, stage).after(Action::ShowSample(sample_input(track, stage)));
    let book = made_of(&store, Lang::Zh, workings);
    let (main, field, verdict) = ("自评表", "重点领域", "总体结果");
    // With thresholds that the sample reaches, so that only the field is open.
    let met = [(main, "有效发明专利数量", 10, number("1")), (main, "标准供给", 10, number("0.01"))];
    let typed = |field: Edit| [met.to_vec(), vec![field]].concat();
    let complete = (crate::texts::words(Lang::Zh).verdict)(Verdict::SubjectToReview);
    // what is done | of what | the result
    let table: Vec<(Vec<Edit>, &str, &str)> = vec![
        (met.to_vec(), verdict, complete),
        (typed((main, field, 3, word("低空装备"))), verdict, complete),
        (typed((main, field, 3, word("低空*"))), verdict, "尚未填完"),
        (typed((main, field, 3, word("????"))), verdict, "尚未填完"),
        (typed((main, field, 3, word("别的领域"))), verdict, "尚未填完"),
        (typed((main, field, 3, Content::Blank)), verdict, "尚未填完"),
    ];
    assert_reviewed(&book, &table, "field");
}

/// Holds what LibreOffice computes of a workbook after each of these edits against what is expected.
fn assert_reviewed(book: &Workbook, table: &[(Vec<Edit>, &str, &str)], folder: &str) {
    let books: Vec<(String, Workbook)> =
        table.iter().enumerate().map(|(at, (edits, ..))| (at.to_string(), edited(book, edits))).collect();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target/tmp").join(folder);
    let wrong: Vec<String> = table
        .iter()
        .zip(computed(&books, &folder))
        .map(|((edits, indicator, expected), theirs)| (edits, *indicator, *expected, result_of(&theirs, indicator)))
        .filter(|(_, _, expected, found)| found != expected)
        .map(|(edits, indicator, expected, found)| format!("{edits:?}: {indicator} {found} instead of {expected}"))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
