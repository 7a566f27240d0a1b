//! What the tests of workbooks share: random submissions, and how a workbook is taken in.

use std::rc::Rc;

use crate::book::opened::book;
use crate::paper::handover::Handover;
use crate::paper::origin::Origin;
use engine::address::{Address, Side};
use engine::input::Input;
use engine::roster::Item;
use engine::ruleset::{FigureForm, Stage, Track};
use engine::text::Lang;
use model::action::Action;
use model::arrangement::{arrangement, has_whole_baseline};
use model::assessment::Assessment;
use model::book::Book;
use model::entry::{Entry, Line};
use model::sheet::Sheet;
use model::store::Store;
use model::testing::{json, rules, rulesets};
use model::typed::Typed;
use proptest::prelude::*;
use rust_decimal::Decimal;

/// A page on which a track and a stage are chosen.
pub fn begun(track: Track, stage: Stage) -> Store {
    Store::new(rulesets(), Lang::Zh).after(Action::ChooseTrack(track)).after(Action::ChooseStage(stage))
}

/// What a workbook of what a store shows is made of.
pub fn made_of<T>(store: &Store, lang: Lang, make: impl FnOnce(&Handover) -> T) -> T {
    let rules = store.rules().expect("rules");
    let stage = store.stage_shown().expect("a stage");
    let sheet: &Sheet = store.sheet().expect("a sheet");
    let assessment = Assessment::of(sheet, &rules, &rules.ruleset, stage, None);
    let origin = Origin::default();
    make(&Handover { rules: &rules, stage, origin, sheet, assessment: &assessment, lang, day: "2026-11-26" })
}

/// The bytes of a workbook, read again.
pub fn reopened(workbook: &office::write::Workbook) -> Book {
    let bytes = office::write::write(workbook).expect("a workbook that opens");
    book(office::open(&bytes).expect("a workbook that is read"))
}

/// Takes everything in that a template holds, sheet by sheet as a person does.
pub fn taken_in(store: Store, book: Book) -> Store {
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
pub fn assert_same(back: &Store, filled_in: &Store, what: &str) {
    let (rules, stage) = (filled_in.rules().expect("rules"), filled_in.stage_shown().expect("a stage"));
    let (sheet, expected) = (back.sheet().expect("a sheet"), filled_in.sheet().expect("a sheet"));
    for used in arrangement(&rules, stage, has_whole_baseline(expected, &rules, stage)).concat() {
        let (left, right) = (&sheet.side(used.side)[used.figure], &expected.side(used.side)[used.figure]);
        let path = Address::whole(used.side, used.figure).path(&rules);
        assert_eq!(says(left), says(right), "{path}, {what}");
    }
    let sources = |sheet: &Sheet| {
        let uses = arrangement(&rules, stage, false).concat();
        uses.iter().map(|used| sheet.sources[used.figure].trim().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!((said(sheet), sources(sheet)), (said(expected), sources(expected)), "{what}");
}

/// What is said beside the figures, but for where they come from.
fn said(sheet: &Sheet) -> Vec<String> {
    let scores = &sheet.scores;
    let texts = [&sheet.applicant, &sheet.field].into_iter().chain(&sheet.notes);
    let scores = [&scores.basics, &scores.workplan].into_iter().chain(&scores.indicators);
    let texts = texts.chain(scores.map(Typed::text)).map(|text| text.trim().to_owned());
    texts.chain(sheet.eligibility.iter().map(|answer| format!("{answer:?}"))).collect()
}

/// Amounts as people write them.
pub const AMOUNTS: [&str; 12] = [
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
/// What people say in words, some of it like something else.
const SAID: [&str; 9] = [
    "",
    "示范园区管理委员会",
    "统计局快报；口径同上年",
    "2025",
    "=1+1",
    "—",
    "第一行\n第二行",
    "<b>\"A & B\"</b>",
    "是",
];
const SCORES: [&str; 5] = ["", "82.5", "100", "八十", "101"];
const RATES: [&str; 6] = ["5.9", "5.9%", "-1.25", "0", "0.05%", "１2.5"];

fn of(texts: &'static [&'static str]) -> impl Strategy<Value = String> {
    prop_oneof![1 => Just(String::new()), 4 => prop::sample::select(texts).prop_map(str::to_owned)]
}

fn three(texts: &'static [&'static str]) -> impl Strategy<Value = Vec<String>> {
    prop::collection::vec(of(texts), 3)
}

/// The texts that one figure may take: three for its entries, and lines or items with a number that tells the kind.
#[derive(Clone, Debug)]
pub struct Draw {
    amounts: Vec<String>,
    counts: Vec<String>,
    rates: Vec<String>,
    lines: Vec<(usize, String, String)>,
    items: Vec<(usize, usize, usize)>,
    form: u8,
    said: &'static str,
    score: &'static str,
    answer: Option<bool>,
}

/// Draws what one figure may take.
pub fn draw(amounts: &'static [&'static str]) -> impl Strategy<Value = Draw> {
    let lines =
        prop::collection::vec((0..9usize, prop::sample::select(&COUNTS[..]), prop::sample::select(&RANKS[..])), 0..12);
    let lines = lines
        .prop_map(|all| all.into_iter().map(|(kind, count, rank)| (kind, count.to_owned(), rank.to_owned())).collect());
    let items = prop::collection::vec((0..9usize, 0..9usize, 0..6usize), 1..8);
    let said = (prop::sample::select(&SAID[..]), prop::sample::select(&SCORES[..]), prop::option::of(any::<bool>()));
    (three(amounts), prop::collection::vec(of(&COUNTS), 9), three(&RATES), lines, items, 0..4u8, said).prop_map(
        |(amounts, counts, rates, lines, items, form, (said, score, answer))| Draw {
            amounts,
            counts,
            rates,
            lines,
            items,
            form,
            said,
            score,
            answer,
        },
    )
}

/// A submission of what was drawn.
pub fn submission((track, stage): (Track, Stage), draws: &[Draw]) -> Input<'static> {
    let rules = rules(track);
    let side = |side: Side| {
        let figures = rules.figures.iter().zip(draws.iter().cycle().skip(side as usize * 5));
        let figures = figures.map(|(rule, draw)| (rule.id.clone(), drawn(&rule.form, draw)));
        figures.collect::<serde_json::Map<_, _>>()
    };
    let mut cycle = draws.iter().cycle();
    let mut one = || cycle.next().expect("a draw");
    let applicant = one().said;
    let known = rules.ruleset.fields.iter().next().expect("a field");
    let field = ["", "没有的领域", &known.zh, &known.zh][usize::from(one().form)];
    let answers = rules.eligibility.iter().filter_map(|clause| Some((clause.id.clone(), one().answer?.into())));
    let answers: serde_json::Map<_, serde_json::Value> = answers.collect();
    let sources: serde_json::Map<_, _> =
        rules.figures.iter().map(|rule| (rule.id.clone(), one().said.into())).collect();
    let notes: serde_json::Map<_, _> =
        rules.indicators.iter().map(|rule| (rule.id.clone(), one().said.into())).collect();
    let submission = serde_json::json!({
        "track": track.as_str(), "stage": stage.as_str(), "figures": side(Side::Now), "baseline": side(Side::Baseline),
        "applicant": {"name": applicant}, "field": field, "eligibility": answers, "sources": sources, "notes": notes,
        "scores": {"basics": one().score, "workplan": one().score},
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
                // A dash is no reason.
                let anyway = if *first == 0 { draw.said.trim_matches('—') } else { "" };
                serde_json::json!({"name": format!("第{name}项"), "code": format!("K{name}00{second}"), "kinds": kinds, "anyway": anyway})
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
