//! The case files: a table, what is read of it, and what is left out.

use std::fmt::Write as _;

use engine::Input;
use engine::roster::Item;
use engine::ruleset::{FigureForm, TrackRules};
use intake::names::Target;
use intake::reading::{Figure, Reading, cells_text};
use intake::table::{Cell, Table};
use intake::{Context, read_table};

use crate::plan;

/// One case of a file.
struct Case<'a> {
    line: usize,
    title: &'a str,
    context: &'a str,
    table: Vec<&'a str>,
    expected: Vec<&'a str>,
}

#[test]
fn tables_are_read_for_what_they_say() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/cases/intake");
    let mut files: Vec<_> =
        std::fs::read_dir(folder).expect(folder).map(|entry| entry.expect("an entry").path()).collect();
    files.sort();
    let mut wrong = String::new();
    let mut count = 0;
    for file in files {
        let text = std::fs::read_to_string(&file).expect("a case file");
        let mut blessed = String::new();
        for case in cases(&text) {
            let read = shown(&case);
            count += 1;
            if read != case.expected {
                writeln!(
                    wrong,
                    "{}:{} {}\n  expected\n    {}\n  read\n    {}",
                    file.file_name().expect("a name").to_string_lossy(),
                    case.line,
                    case.title,
                    case.expected.join("\n    "),
                    read.join("\n    ")
                )
                .expect("text");
            }
            writeln!(blessed, "# {}\n> {}\n{}\n{}\n", case.title, case.context, case.table.join("\n"), read.join("\n"))
                .expect("text");
        }
        if std::env::var_os("SHIFAN_BLESS").is_some() {
            let head: String =
                text.lines().take_while(|line| line.starts_with("##")).map(|line| [line, "\n"].concat()).collect();
            std::fs::write(&file, [head.as_str(), "\n", blessed.trim_end(), "\n"].concat()).expect("writing");
        }
    }
    assert!(wrong.is_empty() || std::env::var_os("SHIFAN_BLESS").is_some(), "{wrong}");
    assert!(count >= 80, "{count} tables");
}

/// `#` begins a case with its title, `>` says the context, then come the rows, then what is expected.
fn cases(text: &str) -> Vec<Case<'_>> {
    let mut cases: Vec<Case> = Vec::new();
    for (number, line) in text.lines().enumerate() {
        if line.starts_with("##") || line.is_empty() {
            continue;
        }
        if let Some(title) = line.strip_prefix("# ") {
            cases.push(Case { line: number + 1, title, context: "", table: Vec::new(), expected: Vec::new() });
            continue;
        }
        let case = cases.last_mut().expect("a title first");
        match line.split_once(' ').unwrap_or((line, "")) {
            (">", context) => case.context = context,
            ("=" | "*" | "-" | "?" | "year", _) => case.expected.push(line),
            _ => case.table.push(line),
        }
    }
    cases
}

/// Behind a context, this word says that the rows are lines of a text.
const TEXT: &str = "text";

/// `park figures.revenue[0] last_year=2025 unit=yi_yuan`
fn context(text: &str) -> Context<'static> {
    let mut pairs = Vec::new();
    if !text.contains("stage=") {
        pairs.push(("stage".into(), Input::Text("creation".into())));
    }
    for word in text.split_whitespace().filter(|word| *word != TEXT) {
        let (key, value) = match word.split_once('=') {
            Some(("unit", value)) => ("amount_unit", value),
            Some(pair) => pair,
            None if word.contains('.') => ("at", word),
            None => ("track", word),
        };
        let value = if key == "last_year" {
            Input::Number(value.to_owned().into())
        } else {
            Input::Text(value.to_owned().into())
        };
        pairs.push((key.to_owned().into(), value));
    }
    Context::read(plan(), &Input::Object(pairs)).expect("a context")
}

/// Cells are parted by `|`. A cell is what it shows; `5.90%{0.059;0.00%}` has a number and a format behind it, `{hidden}` is hidden,
/// `{merged 2x3}` covers two rows and three columns. A row `…` is blank; `↵` is a line break.
fn table(rows: &[&str]) -> Table {
    let cell = |text: &str| {
        let text = text.trim().replace('↵', "\n");
        let (shown, behind) = match text.split_once('{') {
            Some((shown, behind)) => (shown, behind.trim_end_matches('}')),
            None => (text.as_str(), ""),
        };
        let mut cell = Cell::text(shown);
        if behind == "hidden" {
            cell.hidden = true;
        } else if let Some((rows, columns)) = behind.strip_prefix("merged ").and_then(|sides| sides.split_once('x')) {
            cell.merged = (rows.parse().expect("rows"), columns.parse().expect("columns"));
        } else if let Some((number, format)) = behind.split_once(';') {
            cell.number = Some(number.to_owned());
            cell.format = format.to_owned();
        }
        cell
    };
    let row = |line: &&str| if *line == "…" { Vec::new() } else { line.split('|').map(cell).collect() };
    Table { rows: rows.iter().map(row).collect(), ..Table::default() }
}

fn case_table(case: &Case) -> Table {
    if case.context.split_whitespace().any(|word| word == TEXT) {
        return Table::of_text(&case.table.join("\n")).expect("a small table");
    }
    table(&case.table)
}

fn shown(case: &Case) -> Vec<String> {
    let context = context(case.context);
    let table = case_table(case);
    let reading = read_table(&table, &context);
    assert_no_digit_unmentioned(case, &table, &reading);
    let mut lines = Vec::new();
    for (figure, read) in &reading.figures {
        let rule = &context.track.figures[*figure];
        let said = |text: &Option<String>| text.clone().unwrap_or_else(|| "·".to_owned());
        let text = match read {
            Figure::Single(text) => text.clone(),
            Figure::Listed(texts) => texts.iter().map(said).collect::<Vec<_>>().join(" "),
            Figure::Tally(tally) => {
                let line = |line: &intake::reading::Line| {
                    let kind = line.kind.map_or("·".to_owned(), |kind| rule.form.kinds()[kind].id.clone());
                    let rank = line.rank.as_ref().map_or(String::new(), |rank| ["/", rank].concat());
                    [kind, ":".to_owned(), said(&line.count), rank].concat()
                };
                tally.iter().map(line).collect::<Vec<_>>().join(" ")
            }
            Figure::Roster(items) => format!("{} items", items.len()),
        };
        lines.push(format!("= {} {text}", rule.id));
        if let Figure::Roster(items) = read {
            lines.extend(items.iter().map(|item| item_shown(item, &rule.form)));
        }
    }
    lines.extend(reading.last_year.map(|year| format!("year {year}")));
    lines.extend(reading.unused.iter().map(|unused| {
        let times = if unused.times > 1 { format!(" ×{}", unused.times) } else { String::new() };
        format!("- {} {}{times}", cells_text(unused.from, unused.to), engine::names::Named::as_str(unused.code))
    }));
    for question in &reading.questions {
        let choices: Vec<String> = question.choices.iter().map(|choice| choice.text(context.track)).collect();
        let chosen = question.chosen.map_or("-", |index| choices[index].as_str());
        lines.push(format!("? {} [{}] {chosen}", engine::names::Named::as_str(question.code), choices.join(" ")));
    }
    lines
}

/// The keys of an item that say something, in their order.
fn item_shown(item: &Item, form: &FigureForm) -> String {
    let kinds = item.kinds.iter().map(|kind| form.kinds()[*kind].id.as_str());
    let kinds: Vec<&str> = kinds.chain(item.other_kinds.iter().map(String::as_str)).collect();
    let mut line = format!("* {} | {} | {}", item.name, item.code, kinds.join(" "));
    for (key, text) in [("rank", &item.rank), ("host", &item.host), ("status", &item.status)] {
        if !text.is_empty() {
            write!(line, " | {key} {text}").expect("text");
        }
    }
    line
}

/// Every cell with a digit is used or named as left out.
fn assert_no_digit_unmentioned(case: &Case, table: &Table, reading: &Reading) {
    for (row, cells) in table.rows.iter().enumerate() {
        for (column, cell) in cells.iter().enumerate() {
            let at = (row, column);
            let left = reading.unused.iter().any(|unused| {
                (unused.from.0..=unused.to.0).contains(&row) && (unused.from.1..=unused.to.1).contains(&column)
            });
            let mentioned = left
                || reading.used.iter().any(|used| {
                    (used.cell.0..=used.to.0).contains(&row) && (used.cell.1..=used.to.1).contains(&column)
                });
            let has_digit = cell.text.contains(|c: char| c.is_ascii_digit() || ('０'..='９').contains(&c));
            assert!(mentioned || !has_digit, "{}: {} is not mentioned", case.title, cells_text(at, at));
        }
    }
}

/// The id of a figure, or of a kind behind that of its figure.
pub fn id(target: Target, track: &TrackRules) -> String {
    match target {
        Target::Figure(figure) => track.figures[figure].id.clone(),
        Target::Kind(figure, kind) => {
            let rule = &track.figures[figure];
            [rule.id.as_str(), ".", &rule.form.kinds()[kind].id].concat()
        }
    }
}
