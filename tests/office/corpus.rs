//! The workbooks of `tests/cases/office`, which `make.py` had several programs write, against what is read of them.

use std::fmt::Write as _;
use std::path::PathBuf;

use office::workbook::{Cell, Remark, Table};
use office::{Refusal, Workbook};

/// `B7`
pub fn reference(row: usize, column: usize) -> String {
    let mut letters = Vec::new();
    let mut left = column + 1;
    while left > 0 {
        letters.insert(0, char::from(b'A' + ((left - 1) % 26) as u8));
        left = (left - 1) / 26;
    }
    letters.into_iter().chain((row + 1).to_string().chars()).collect()
}

/// What is read of a file, for people.
pub fn shown(read: &Result<Workbook, Refusal>) -> String {
    let workbook = match read {
        Ok(workbook) => workbook,
        Err(refusal) => return format!("{}\n", refused(*refusal)),
    };
    let mut text = String::new();
    for remark in &workbook.remarks {
        let said = match remark {
            Remark::Macros => "macros".to_owned(),
            Remark::From1904 => "from 1904".to_owned(),
            Remark::ComputedOnOpening => "computed on opening".to_owned(),
            Remark::NoTable(title) => format!("no table: {title}"),
        };
        writeln!(text, "- {said}").expect("text");
    }
    for sheet in &workbook.sheets {
        writeln!(text, "# {}{}", sheet.title, if sheet.is_hidden { " {hidden}" } else { "" }).expect("text");
        match &sheet.table {
            Ok(table) => text.push_str(&cells(table)),
            Err(refusal) => writeln!(text, "- {}", refused(*refusal)).expect("text"),
        }
    }
    text
}

fn refused(refusal: Refusal) -> String {
    [Some(refusal.code()), refusal.found()].into_iter().flatten().collect::<Vec<_>>().join(": ")
}

fn cells(table: &Table) -> String {
    let mut text = String::new();
    for (row, cells) in table.rows.iter().enumerate() {
        for (column, cell) in cells.iter().enumerate().filter(|(_, cell)| !cell.text.is_empty()) {
            writeln!(text, "{} {}", reference(row, column), one(cell)).expect("text");
        }
    }
    let list = |what: &str, items: Vec<String>| {
        if items.is_empty() { String::new() } else { format!("- {what}: {}\n", items.join(" ")) }
    };
    text += &list("hidden rows", table.hidden_rows.iter().map(|row| (row + 1).to_string()).collect());
    let letters = |column: &usize| reference(0, *column).trim_end_matches('1').to_owned();
    text += &list("hidden columns", table.hidden_columns.iter().map(letters).collect());
    text += &list("not computed", table.uncomputed.iter().map(|(row, column)| reference(*row, *column)).collect());
    if table.is_filtered {
        text += "- filtered\n";
    }
    text
}

/// Long texts by their beginning and their length; behind the text, in braces, the number, the format and the rest.
fn one(cell: &Cell) -> String {
    let text = cell.text.replace('\n', "↵");
    let length = text.chars().count();
    let mut shown =
        if length > 60 { format!("{}…[{length}]", text.chars().take(20).collect::<String>()) } else { text };
    let mut behind = Vec::new();
    behind.extend(cell.number.clone());
    if !cell.format.is_empty() {
        behind.push(cell.format.clone());
    }
    if cell.hidden {
        behind.push("hidden".to_owned());
    }
    if cell.merged != (1, 1) {
        behind.push(format!("merged {}x{}", cell.merged.0, cell.merged.1));
    }
    if !behind.is_empty() {
        shown += &format!(" {{{}}}", behind.join(" | "));
    }
    shown
}

/// The workbooks of the corpus.
pub fn files() -> Vec<PathBuf> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/cases/office");
    let entries = std::fs::read_dir(folder).expect(folder).map(|entry| entry.expect("an entry").path());
    let mut files: Vec<_> = entries.filter(|file| file.extension().is_some_and(|ending| ending != "txt")).collect();
    files.sort();
    files
}

#[test]
fn a_workbook_is_read_as_what_it_shows_and_holds() {
    let mut wrong = Vec::new();
    let files = files();
    for file in &files {
        let read = shown(&office::open(&std::fs::read(file).expect("a workbook")));
        let expected = PathBuf::from(format!("{}.txt", file.display()));
        if std::env::var_os("SHIFAN_BLESS").is_some() {
            std::fs::write(&expected, &read).expect("writing");
        }
        if std::fs::read_to_string(&expected).expect("what is expected") != read {
            wrong.push(format!("{}:\n{read}", file.display()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(files.len() >= 9, "{} workbooks", files.len());
}
