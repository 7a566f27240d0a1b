//! What is filled in, written into a template, read of it again.

use std::rc::Rc;

use super::template;
use crate::book::testing::{AMOUNTS, assert_same, begun, draw, made_of, reopened, submission, taken_in};
use engine::address::{Address, Side};
use engine::ruleset::{Stage, Track};
use engine::text::Lang;
use intake::Table;
use intake::reading::{Asked, Because, Code};
use intake::table::Cell;
use model::action::Action;
use model::book::{Book, Sheet as Tab};
use model::sheet::Sheet;
use model::store::Store;
use model::testing::{ALL, rules, sample_input};
use proptest::prelude::*;

/// The bytes of the template of what a store shows, read again.
fn handed_out(store: &Store, lang: Lang) -> Book {
    reopened(&made_of(store, lang, template))
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
    let shown = begun(at.0, at.1).after(Action::ReadBook(Rc::new(book), None));
    let applying = shown.preview.as_ref().expect("shown");
    assert!(applying.changes.figures().is_empty() && !applying.changes.said.is_empty(), "who applies comes first");
    (shown.after(Action::WriteTable), filled_in)
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
    let table: [(&str, Act, &str, Code); 8] = [
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
            "a total above the kinds of a tally",
            |rows| {
                let row = row_of(rows, "sources.quality_enterprises");
                rows[row][5] = Cell::text("212");
            },
            "212",
            Code::Total,
        ),
        (
            "a source beside a kind",
            |rows| {
                let row = row_of(rows, "figures.quality_enterprises.high_tech");
                rows[row][6] = Cell::text("科技局名单");
            },
            "科技局名单",
            Code::Remark,
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
    let (shown, filled_in) = changed(|rows| {
        let head = row_of(rows, "years");
        for (column, year) in (3..).zip(["2026年", "2025年", "2024年"]) {
            rows[head][column] = Cell::text(year);
        }
    });
    let years = |store: &Store| {
        let figure = rules(Track::Park).figure("revenue").expect("a figure");
        let sheet = store.sheet().expect("a sheet");
        let texts = sheet.figures[figure].amounts().iter().map(|one| one.number()).collect::<Vec<_>>();
        (sheet.period(Stage::Creation).last_year(Side::Now), texts)
    };
    let ((before, mut turned), after) = (years(&filled_in), years(&to_the_end(shown)));
    turned.reverse();
    assert_eq!((before, after), (Some(2025), (Some(2026), turned)), "the first column is the last year now");
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

#[test]
fn the_years_of_both_sides_come_back() {
    // the last year | that of the application
    for (now, then) in [("", ""), ("2028", ""), ("2028", "2025"), ("", "2025"), ("2029", "2025")] {
        for (track, stage) in ALL {
            let filled_in = begun(track, stage)
                .after(Action::ShowSample(sample_input(track, stage)))
                .after(Action::LastYear(Side::Now, now.into()))
                .after(Action::LastYear(Side::Baseline, then.into()));
            let back = taken_in(begun(track, stage), handed_out(&filled_in, Lang::Zh));
            let what = format!("{track:?} {stage:?} {now} {then}");
            assert_same(&back, &filled_in, &what);
            let years = |store: &Store| {
                let period = store.sheet().expect("a sheet").period(stage);
                [Side::Now, Side::Baseline].map(|side| period.last_year(side))
            };
            assert_eq!(years(&back), years(&filled_in), "{what}");
        }
    }
}

#[test]
fn what_is_said_beside_the_figures_is_read_or_named() {
    // The mark of a row and what stands in it | what stands on the sheet then | what is named, and why
    type Case = (&'static str, &'static str, fn(&Sheet) -> String, &'static str, Option<Code>);
    fn answer(sheet: &Sheet) -> String {
        sheet.eligibility.iter().map(|answer| answer.map_or("-", |yes| if yes { "yes" } else { "no" })).collect()
    }
    let [first, note] = ["eligibility.established_in_china", "notes.park.industrial_policy"];
    let table: [Case; 9] = [
        ("applicant.name", " 某某园区\n管委会 ", |sheet| sheet.applicant.to_string(), "某某园区 管委会", None),
        ("field", "新能源", |sheet| sheet.field.to_string(), "新能源", None),
        ("field", "没有的领域", |sheet| sheet.field.to_string(), "没有的领域", None),
        (first, "是", answer, "yes-", None),
        (first, "No", answer, "no-", None),
        (first, "部分符合", answer, "--", Some(Code::NoAnswer)),
        (note, "第一行\n第二行", |sheet| sheet.notes.iter().map(|note| &**note).collect(), "第一行\n第二行", None),
        ("scores.basics", "82.5", |sheet| sheet.scores.basics.text().to_string(), "82.5", None),
        (
            "notes.park.another",
            "说明",
            |sheet| sheet.notes.iter().map(|note| &**note).collect(),
            "",
            Some(Code::NoSuchFigure),
        ),
    ];
    for (mark, text, of, expected, named) in table {
        let begun = begun(Track::Park, Stage::Creation);
        let mut book = handed_out(&begun, Lang::Zh);
        let mut rows = book.sheets[1].table.rows.clone();
        let known = rows.iter().position(|row| row.first().is_some_and(|cell| cell.text == mark));
        let row = known.unwrap_or(rows.len() - 1);
        rows[row].resize(3, Cell::default());
        (rows[row][0], rows[row][2]) = (Cell::text(mark), Cell::text(text));
        book.sheets[1].table = Rc::new(Table { rows, ..Table::default() });
        let shown = begun.after(Action::ReadBook(Rc::new(book), None));
        let left = &shown.preview.as_ref().expect("shown").reading.unused;
        assert_eq!(left.iter().find(|unused| unused.text == text).map(|unused| unused.code), named, "{mark} {text}");
        let written = to_the_end(shown);
        assert_eq!(of(written.sheet().expect("a sheet")), expected, "{mark} {text}");
        assert!(written.history.undoes().is_some(), "{mark}: it can be undone");
    }
}

proptest! {
    #[test]
    fn whatever_is_filled_in_comes_back(draws in prop::collection::vec(draw(&AMOUNTS), 13), at in 0..4usize) {
        let (track, stage) = ALL[at];
        let filled_in = begun(track, stage).after(Action::ShowSample(submission((track, stage), &draws)));
        let back = taken_in(begun(track, stage), handed_out(&filled_in, Lang::Zh));
        assert_same(&back, &filled_in, &format!("{track:?} {stage:?}"));
    }
}
