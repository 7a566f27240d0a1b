//! A sheet of a workbook read by `intake`: from bytes to figures.

use std::fmt::Write as _;

use engine::ruleset::PLAN_2025;
use engine::{Input, Library};
use intake::reading::{Figure, cells_text};
use intake::{Context, read_table};
use office::workbook::Table;

/// The same table as `intake` takes it.
fn handed_over(table: &Table) -> intake::Table {
    let cell = |cell: &office::workbook::Cell| intake::table::Cell {
        number: cell.number.clone(),
        format: cell.format.clone(),
        hidden: cell.hidden,
        merged: cell.merged,
        ..intake::table::Cell::text(&cell.text)
    };
    intake::Table {
        rows: table.rows.iter().map(|row| row.iter().map(cell).collect()).collect(),
        ..intake::Table::default()
    }
}

/// What is read of a park's first sheet, in the words of `tests/cases/intake`.
fn read(file: &str) -> String {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/cases/office/");
    let bytes = std::fs::read([folder, file].concat()).expect(file);
    let book = office::open(&bytes).expect("a workbook");
    let table = book.sheets[0].table.as_ref().expect("a table");
    let library = Library::new(serde_json::from_str(PLAN_2025).expect("JSON")).expect("a ruleset");
    let text = |text: &str| Input::Text(text.to_owned().into());
    let context = [("track", text("park")), ("stage", text("creation")), ("last_year", Input::Number("2025".into()))];
    let context = Input::Object(context.map(|(key, value)| (key.into(), value)).to_vec());
    let context = Context::read(library.default_ruleset(), &context).expect("a context");
    let reading = read_table(&handed_over(table), &context);
    let mut lines = String::new();
    for (figure, read) in &reading.figures {
        let Figure::Listed(texts) = read else { panic!("no list") };
        let texts: Vec<_> = texts.iter().map(|text| text.as_deref().unwrap_or("·")).collect();
        writeln!(lines, "= {} {}", context.track.figures[*figure].id, texts.join(" ")).expect("text");
    }
    for unused in &reading.unused {
        writeln!(lines, "- {} {}", cells_text(unused.from, unused.to), engine::names::Named::as_str(unused.code))
            .expect("text");
    }
    for question in &reading.questions {
        writeln!(lines, "? {}", engine::names::Named::as_str(question.code)).expect("text");
    }
    lines
}

#[test]
fn a_parks_statistics_come_to_its_figures() {
    let expected = "\
        = revenue 98.5亿元 112.36亿元 125.8亿元\n\
        = rd_spending 30912.75万元 36100万元 42,000.50万元\n\
        = tech_contracts 6200万元 7100万元 7810万元\n\
        - A1 title\n\
        - A2:G2 note\n\
        - A3:G3 header\n\
        - D4:F4 header\n\
        - A5 serial_number\n\
        - A6:G6 no_such_figure\n\
        - G6 remark\n\
        - A7 serial_number\n\
        - A8:G8 hidden\n\
        - A9 serial_number\n\
        - A10:F10 no_such_figure\n";
    for file in ["libreoffice.xlsx", "libreoffice.xls"] {
        assert_eq!(read(file), expected, "{file}");
    }
}
