//! The workbook of random submissions: a spreadsheet program computes what the engine found, and the page reads it back.

use std::path::Path;
use std::process::Command;

use super::workings;
use crate::book::testing::{AMOUNTS, Draw, assert_same, begun, draw, made_of, reopened, submission, taken_in};
use engine::text::Lang;
use model::action::Action;
use model::store::Store;
use model::testing::{ALL, json, sample_input};
use office::write::{Content, Workbook, write};
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

/// Holds every result in a workbook against what LibreOffice computed, and says how many there were.
fn assert_computed(name: &str, book: &Workbook, theirs: &office::Workbook) -> usize {
    let (mut formulas, mut differences) = (0, Vec::new());
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
                let undecided = found == "须核算";
                if !agrees(own, found) && !undecided {
                    differences.push(format!("{} {place}: {own}, and {found}: {code}", sheet.title));
                }
                formulas += 1;
            }
        }
    }
    assert!(differences.is_empty(), "{name}:\n{}", differences.join("\n"));
    formulas
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
    let formulas: usize =
        books.iter().zip(&theirs).map(|((name, book), theirs)| assert_computed(name, book, theirs)).sum();
    assert!(formulas > 200 * books.len(), "{formulas} formulas");
}
