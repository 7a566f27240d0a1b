//! What is filled in, written into a template, read of it again.

use std::rc::Rc;

use super::template;
use crate::formatting::paper::handover::Handover;
use crate::formatting::paper::origin::Origin;
use engine::address::{Address, Side};
use engine::input::Input;
use engine::roster::Item;
use engine::ruleset::{FigureForm, Stage, Track};
use engine::text::Lang;
use intake::Table;
use intake::reading::{Asked, Because, Code};
use intake::table::Cell;
use model::action::Action;
use model::arrangement::{arrangement, has_whole_baseline};
use model::assessment::Assessment;
use model::book::{Book, Sheet as Tab};
use model::sheet::{Entry, Line, Sheet};
use model::store::Store;
use model::testing::{ALL, json, rules, rulesets, sample_input};
use model::typed::Typed;
use office::Workbook;
use proptest::prelude::*;
use rust_decimal::Decimal;

/// The tables of a workbook, as the page has them.
fn book(workbook: Workbook) -> Book {
    let cell = |cell: office::workbook::Cell| Cell {
        number: cell.number,
        format: cell.format,
        hidden: cell.hidden,
        merged: cell.merged,
        ..Cell::text(&cell.text)
    };
    let sheets = workbook.sheets.into_iter().map(|sheet| {
        let rows = sheet.table.expect("a table").rows.into_iter().map(|row| row.into_iter().map(cell).collect());
        Tab {
            title: sheet.title.into(),
            is_hidden: sheet.is_hidden,
            table: Rc::new(Table { rows: rows.collect(), ..Table::default() }),
            uncomputed: Vec::new(),
            is_filtered: false,
        }
    });
    Book { sheets: sheets.collect(), remarks: Vec::new() }
}

fn begun(track: Track, stage: Stage) -> Store {
    Store::new(rulesets(), Lang::Zh).after(Action::ChooseTrack(track)).after(Action::ChooseStage(stage))
}

/// The bytes of the template of what a store shows, read again.
fn handed_out(store: &Store, lang: Lang) -> Book {
    let rules = store.rules().expect("rules");
    let stage = store.stage_shown().expect("a stage");
    let sheet: &Sheet = store.sheet().expect("a sheet");
    let assessment = Assessment::of(sheet, &rules, &rules.ruleset, stage, None);
    let of = Handover {
        rules: &rules,
        stage,
        origin: Origin::default(),
        sheet,
        assessment: &assessment,
        lang,
        day: "2026-11-26",
    };
    let bytes = office::write::write(&template(&of)).expect("a workbook that opens");
    book(office::open(&bytes).expect("a workbook that is read"))
}

/// Takes everything in that a template holds, sheet by sheet as a person does.
fn taken_in(store: Store, book: Book) -> Store {
    let mut store = store.after(Action::ReadBook(Rc::new(book), None));
    while store.preview.is_some() {
        store = store.after(Action::WriteTable);
    }
    store
}

/// What an entry comes to: its numbers, a kind before those of a line; or the items of its list.
fn says(entry: &Entry) -> (Vec<(String, Option<Decimal>)>, Vec<Item>) {
    let number = |name: &str, typed: &Typed| (name.to_owned(), typed.number());
    let zero = |name: &str| (name.to_owned(), Some(Decimal::ZERO));
    match entry {
        Entry::Single(one) => (vec![number("", one)], vec![]),
        Entry::Listed(all) => (all.iter().map(|one| number("", one)).collect(), vec![]),
        Entry::Kinds { none: true, counts } => (counts.iter().map(|_| zero("")).collect(), vec![]),
        Entry::Kinds { counts, .. } => (counts.iter().map(|one| number("", one)).collect(), vec![]),
        Entry::Lines { none: true, .. } => (vec![zero(""), zero("")], vec![]),
        Entry::Lines { lines, .. } => {
            let of = |line: &Line| {
                let rank = line.rank.number().or(Some(Decimal::ONE));
                [number(&line.kind, &line.count), (String::new(), rank)]
            };
            let lines: Vec<_> = lines.iter().filter(|line| line.says_something()).flat_map(of).collect();
            // A kind of which there are none says the same as none at all.
            let is_none = !lines.is_empty() && lines.iter().step_by(2).all(|(_, count)| *count == Some(Decimal::ZERO));
            (if is_none { vec![zero(""), zero("")] } else { lines }, vec![])
        }
        Entry::Roster(list) => {
            let item = |item: &Item| Item { row: String::new(), ..item.clone() };
            (vec![], list.items().iter().map(item).collect())
        }
    }
}

/// Holds what came back against what was handed out, figure by figure that the stage asks for.
fn assert_same(back: &Store, filled_in: &Store, what: &str) {
    let (rules, stage) = (filled_in.rules().expect("rules"), filled_in.stage_shown().expect("a stage"));
    let (sheet, expected) = (back.sheet().expect("a sheet"), filled_in.sheet().expect("a sheet"));
    for used in arrangement(&rules, stage, has_whole_baseline(expected, &rules, stage)).concat() {
        let (left, right) = (&sheet.side(used.side)[used.figure], &expected.side(used.side)[used.figure]);
        let path = Address::whole(used.side, used.figure).path(&rules);
        assert_eq!(says(left), says(right), "{path}, {what}");
    }
}

#[test]
fn what_is_filled_in_comes_back() {
    for (track, stage) in ALL {
        for lang in [Lang::Zh, Lang::En] {
            let filled_in = begun(track, stage).after(Action::ShowSample(sample_input(track, stage)));
            let back = taken_in(begun(track, stage), handed_out(&filled_in, lang));
            assert_same(&back, &filled_in, &format!("{track:?} {stage:?} {lang:?}"));
            let outcomes = |store: &Store| {
                let assessment = store.assessment.clone().expect("assessed");
                (assessment.verdict, assessment.indicators.iter().map(|one| one.outcome).collect::<Vec<_>>())
            };
            assert_eq!(outcomes(&back), outcomes(&filled_in), "{track:?} {stage:?} {lang:?}");
            let blank = handed_out(&begun(track, stage), lang);
            let untouched = taken_in(filled_in.clone(), blank);
            assert!(untouched.workspace == filled_in.workspace, "a template that nobody filled in changes nothing");
        }
    }
}

/// A sheet of figures of the park's sample, after something was done to it.
fn changed(act: impl Fn(&mut Vec<Vec<Cell>>)) -> (Store, Store) {
    let at = (Track::Park, Stage::Creation);
    let filled_in = begun(at.0, at.1).after(Action::ShowSample(sample_input(at.0, at.1)));
    let mut book = handed_out(&filled_in, Lang::Zh);
    for tab in &mut book.sheets {
        let is_figures =
            tab.table.rows.first().is_some_and(|row| row.iter().any(|cell| cell.text.ends_with("figures")));
        if is_figures {
            let mut rows = tab.table.rows.clone();
            act(&mut rows);
            tab.title = "某某园区".into();
            tab.table = Rc::new(Table { rows, ..Table::default() });
        }
    }
    (begun(at.0, at.1).after(Action::ReadBook(Rc::new(book), None)), filled_in)
}

/// The row of a figure.
fn row_of(rows: &[Vec<Cell>], mark: &str) -> usize {
    rows.iter().position(|row| row.iter().any(|cell| cell.text == mark)).expect(mark)
}

fn to_the_end(mut store: Store) -> Store {
    while store.preview.is_some() {
        store = store.after(Action::WriteTable);
    }
    store
}

/// Something that is done to the rows of a sheet.
type Act = fn(&mut Vec<Vec<Cell>>);

#[test]
fn whatever_is_done_around_it_is_read_where_it_belongs() {
    let table: [(&str, Act); 9] = [
        ("a kind there twice", |rows| {
            let row = rows[row_of(rows, "figures.quality_enterprises.high_tech")].clone();
            rows.push(row);
        }),
        ("a row above all", |rows| rows.insert(0, vec![Cell::text("2026年6月报园区办公室")])),
        ("a row between", |rows| rows.insert(row_of(rows, "figures.rd_spending"), vec![Cell::text("99")])),
        ("a column before all", |rows| rows.iter_mut().for_each(|row| row.insert(0, Cell::text("1")))),
        ("a column between", |rows| {
            rows.iter_mut().for_each(|row| row.insert(4.min(row.len()), Cell::text("12")));
        }),
        ("a row moved to the end", |rows| {
            let row = rows.remove(row_of(rows, "figures.revenue"));
            rows.push(row);
        }),
        ("columns in another order", |rows| {
            for row in rows.iter_mut() {
                row.resize(row.len().max(6), Cell::default());
                row.swap(3, 5);
            }
        }),
        ("names in other words", |rows| {
            let row = row_of(rows, "figures.revenue");
            rows[row][1] = Cell::text("利润总额");
        }),
        ("a row there twice, with the same numbers", |rows| {
            let row = rows[row_of(rows, "figures.revenue")].clone();
            rows.push(row);
        }),
    ];
    for (what, act) in table {
        let (shown, filled_in) = changed(act);
        assert_same(&to_the_end(shown), &filled_in, what);
    }
}

#[test]
fn what_is_not_taken_is_named() {
    let unused = |act: Act, text: &str| {
        let (shown, _) = changed(act);
        let reading = &shown.preview.as_ref().expect("shown").reading;
        reading.unused.iter().find(|unused| unused.text.contains(text)).map(|unused| unused.code)
    };
    let table: [(&str, Act, &str, Code); 6] = [
        (
            "a row of their own",
            |rows| rows.push(vec![Cell::default(), Cell::text("利润总额"), Cell::text("99")]),
            "利润总额",
            Code::NoSuchFigure,
        ),
        (
            "a figure of other rules",
            |rows| {
                let row = row_of(rows, "figures.employees");
                rows[row][0] = Cell::text("figures.another");
            },
            "从业人员总数",
            Code::NoSuchFigure,
        ),
        (
            "words for a number",
            |rows| {
                let row = row_of(rows, "figures.employees");
                rows[row][5] = Cell::text("约两万");
            },
            "约两万",
            Code::NoNumber,
        ),
        (
            "in the column of a year that it does not have",
            |rows| {
                let row = row_of(rows, "figures.employees");
                rows[row][4] = Cell::text("4711");
            },
            "4711",
            Code::OutOfScope,
        ),
        (
            "a unit that no amount is in",
            |rows| {
                let row = row_of(rows, "figures.revenue");
                rows[row][2] = Cell::text("万美元");
            },
            "",
            Code::OutOfScope,
        ),
        (
            "a kind that the plan does not have",
            |rows| {
                let row = row_of(rows, "figures.platforms");
                rows[row][3] = Cell::text("省级重点实验室");
            },
            "第 1 行",
            Code::NoSuchKind,
        ),
    ];
    for (what, act, text, code) in table {
        assert_eq!(unused(act, text), Some(code), "{what}");
    }
}

#[test]
fn two_rows_that_differ_are_asked_about() {
    let (shown, _) = changed(|rows| {
        let mut row = rows[row_of(rows, "figures.employees")].clone();
        row[5] = Cell::text("9");
        rows.push(row);
    });
    let preview = shown.preview.expect("shown");
    assert!(preview.reading.questions.iter().any(|question| question.code == Asked::WhichFigure));
    let employees = |address: &Address| rules(Track::Park).figures[address.figure].id == "employees";
    assert!(!preview.changes.cells.iter().any(|(address, _)| employees(address)), "nothing is taken until it is said");
}

#[test]
fn the_years_above_the_columns_count() {
    let (shown, _) = changed(|rows| {
        let head = row_of(rows, "years");
        for (column, year) in (3..).zip(["2024年", "2025年", "2026年"]) {
            rows[head][column] = Cell::text(year);
        }
    });
    let reading = Rc::clone(&shown.preview.expect("shown").reading);
    let other_years = reading.unused.iter().filter(|unused| unused.code == Code::OtherYear).count();
    assert_eq!(reading.last_year, Some(2026), "{other_years}");
}

#[test]
fn a_template_for_others_is_read_by_its_names() {
    let filled_in =
        begun(Track::Park, Stage::Creation).after(Action::ShowSample(sample_input(Track::Park, Stage::Creation)));
    let other = begun(Track::Enterprise, Stage::Creation);
    let shown = other.after(Action::ReadBook(Rc::new(handed_out(&filled_in, Lang::Zh)), None));
    let preview = shown.preview.expect("shown");
    assert!(preview.reading.used.iter().all(|used| !used.because.contains(&Because::Template)));
    assert!(preview.reading.unused.iter().any(|unused| unused.code == Code::OtherTemplate), "and that is said");
}

#[test]
fn of_a_blank_template_nothing_is_taken_whoever_reads_it() {
    for (track, stage) in ALL {
        for (of_track, of_stage) in ALL {
            let blank = handed_out(&begun(of_track, of_stage), Lang::Zh);
            let mut store = begun(track, stage);
            let before = store.workspace.clone();
            let mut shown = 0;
            for index in 0..blank.sheets.len() {
                let one = Book {
                    sheets: vec![Tab {
                        title: "".into(),
                        is_hidden: false,
                        table: Rc::clone(&blank.sheets[index].table),
                        uncomputed: vec![],
                        is_filtered: false,
                    }],
                    remarks: vec![],
                };
                store = store.after(Action::ReadBook(Rc::new(one), None));
                shown += usize::from(store.preview.is_some());
                let used: Vec<String> = store
                    .preview
                    .iter()
                    .flat_map(|preview| &preview.reading.used)
                    .map(|used| format!("{:?} {} {:?}", used.cell, used.text, used.because))
                    .collect();
                assert_eq!(
                    used,
                    Vec::<String>::new(),
                    "{of_track:?} {of_stage:?} read at {track:?} {stage:?}: {}",
                    blank.sheets[index].title
                );
                store = store.after(Action::WriteTable);
            }
            assert!(shown > 0 && store.workspace == before, "{of_track:?} {of_stage:?} read at {track:?} {stage:?}");
        }
    }
}

#[test]
fn a_sheet_of_which_nothing_can_be_taken_is_shown() {
    let (shown, _) = changed(|rows| {
        for row in rows.iter_mut().skip(3) {
            row.iter_mut().skip(3).take(3).for_each(|cell| {
                if cell.number.is_some() {
                    *cell = Cell::text("约一百");
                }
            });
        }
        let line = row_of(rows, "figures.platforms");
        rows.drain(line..line + 2);
    });
    let preview = shown.preview.expect("shown");
    assert!(preview.changes.cells.is_empty() && preview.table.rows.len() > 20, "the sheet of figures");
}

const AMOUNTS: [&str; 12] = [
    "98.5",
    "3.2亿",
    "1,234.5",
    "120000.123456789",
    "0",
    "007",
    "5.5万元",
    "１２",
    "98765432109.5",
    "0.1",
    "1234567890123",
    "2千万",
];
const COUNTS: [&str; 8] = ["0", "1", "12", "007", "１２", "1,234", "28100", "3.2万"];
const RANKS: [&str; 4] = ["", "1", "2", "12"];
const RATES: [&str; 6] = ["5.9", "5.9%", "-1.25", "0", "0.05%", "１2.5"];

fn of(texts: &'static [&'static str]) -> impl Strategy<Value = String> {
    prop_oneof![1 => Just(String::new()), 4 => prop::sample::select(texts).prop_map(str::to_owned)]
}

fn three(texts: &'static [&'static str]) -> impl Strategy<Value = Vec<String>> {
    prop::collection::vec(of(texts), 3)
}

/// The texts that one figure may take: three for its entries, and lines or items with a number that tells the kind.
#[derive(Clone, Debug)]
struct Draw {
    amounts: Vec<String>,
    counts: Vec<String>,
    rates: Vec<String>,
    lines: Vec<(usize, String, String)>,
    items: Vec<(usize, usize, usize)>,
    form: u8,
}

fn draw() -> impl Strategy<Value = Draw> {
    let lines =
        prop::collection::vec((0..9usize, prop::sample::select(&COUNTS[..]), prop::sample::select(&RANKS[..])), 0..12);
    let lines = lines
        .prop_map(|all| all.into_iter().map(|(kind, count, rank)| (kind, count.to_owned(), rank.to_owned())).collect());
    let items = prop::collection::vec((0..9usize, 0..9usize, 0..6usize), 1..8);
    (three(&AMOUNTS), prop::collection::vec(of(&COUNTS), 9), three(&RATES), lines, items, 0..4u8)
        .prop_map(|(amounts, counts, rates, lines, items, form)| Draw { amounts, counts, rates, lines, items, form })
}

/// A submission of what was drawn.
fn submission((track, stage): (Track, Stage), draws: &[Draw]) -> Input<'static> {
    let rules = rules(track);
    let side = |side: Side| {
        let figures = rules.figures.iter().zip(draws.iter().cycle().skip(side as usize * 5));
        let figures = figures.map(|(rule, draw)| (rule.id.clone(), drawn(&rule.form, draw)));
        figures.collect::<serde_json::Map<_, _>>()
    };
    let submission = serde_json::json!({
        "track": track.as_str(), "stage": stage.as_str(), "figures": side(Side::Now), "baseline": side(Side::Baseline),
    });
    json(&submission.to_string())
}

fn drawn(form: &FigureForm, draw: &Draw) -> serde_json::Value {
    let kinds: Vec<&str> = form.kinds().iter().map(|kind| &*kind.id).collect();
    let kind = |number: &usize| kinds[*number % kinds.len()];
    match form {
        FigureForm::Amount { .. } => serde_json::json!(draw.amounts[0]),
        FigureForm::Series { .. } => serde_json::json!(draw.amounts),
        FigureForm::Count { .. } => serde_json::json!(draw.counts[0]),
        FigureForm::Rates => serde_json::json!(draw.rates[..2]),
        FigureForm::Tally { roster: Some(_), .. } if draw.form == 0 => {
            let item = |(name, first, second): &(usize, usize, usize)| {
                let kinds = if *second > 4 { vec![kind(first), kind(second)] } else { vec![kind(first)] };
                serde_json::json!({"name": format!("第{name}项"), "code": format!("K{name}00{second}"), "kinds": kinds})
            };
            serde_json::json!({"roster": draw.items.iter().map(item).collect::<Vec<_>>()})
        }
        FigureForm::Tally { .. } if draw.form == 1 => serde_json::json!([]),
        FigureForm::Tally { ranked: true, .. } => {
            let line = |(number, count, rank): &(usize, String, String)| serde_json::json!({"kind": kind(number), "count": count, "rank": rank});
            draw.lines.iter().map(line).collect::<Vec<_>>().into()
        }
        FigureForm::Tally { .. } => {
            let line = |(kind, count): (&&str, &String)| serde_json::json!({"kind": kind, "count": count});
            kinds.iter().zip(&draw.counts).map(line).collect::<Vec<_>>().into()
        }
    }
}

proptest! {
    #[test]
    fn whatever_is_filled_in_comes_back(draws in prop::collection::vec(draw(), 13), at in 0..4usize) {
        let (track, stage) = ALL[at];
        let filled_in = begun(track, stage).after(Action::ShowSample(submission((track, stage), &draws)));
        let back = taken_in(begun(track, stage), handed_out(&filled_in, Lang::Zh));
        assert_same(&back, &filled_in, &format!("{track:?} {stage:?}"));
    }
}
