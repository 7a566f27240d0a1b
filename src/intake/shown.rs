//! A reading as the data contract has it.

use engine::address::{Address, Column, Part, Side};
use engine::ids::FigureId;
use engine::names::Named;
use engine::roster::Item;
use engine::ruleset::TrackRules;
use serde::ser::{Serialize, Serializer};

use crate::reading::{Because, Choice, Figure, Line, Question, Reading, Unused, Used, cells_text};
use crate::template::{Particular, yes_or_no};

/// Plain data to be handed out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shown {
    /// null
    Nothing,
    /// A text.
    Text(String),
    /// Yes or no.
    Answer(bool),
    /// A year.
    Year(u16),
    /// How many.
    Count(usize),
    /// A list.
    List(Vec<Shown>),
    /// An object, its keys in their order.
    Object(Vec<(String, Shown)>),
}

impl Serialize for Shown {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Shown::Nothing => serializer.serialize_unit(),
            Shown::Text(text) => serializer.serialize_str(text),
            Shown::Answer(answer) => serializer.serialize_bool(*answer),
            Shown::Year(year) => serializer.serialize_u16(*year),
            Shown::Count(count) => serializer.serialize_u32(u32::try_from(*count).unwrap_or(u32::MAX)),
            Shown::List(list) => serializer.collect_seq(list),
            Shown::Object(pairs) => serializer.collect_map(pairs.iter().map(|(key, value)| (key, value))),
        }
    }
}

/// A reading together with the rules that give its figures their names.
pub fn shown(reading: &Reading, track: &TrackRules) -> Shown {
    let side = reading.side.unwrap_or(Side::Now);
    let figures = |own: Side| if own == side { figures(reading, track) } else { Shown::Object(Vec::new()) };
    let mut all = vec![
        ("figures", figures(Side::Now)),
        ("baseline", figures(Side::Baseline)),
        ("last_year", reading.last_year.map_or(Shown::Nothing, Shown::Year)),
        ("used", Shown::List(used_cells(reading, track))),
        ("unused", list(&reading.unused, &unused)),
        ("questions", list(&reading.questions, &|one| question(one, track))),
    ];
    all.extend(said(reading, track));
    if reading.is_too_large {
        all.push(("refused", text("too_large")));
    }
    object(all)
}

fn figures(reading: &Reading, track: &TrackRules) -> Shown {
    let mut figures = Vec::new();
    for (figure, read) in &reading.figures {
        let value = match read {
            Figure::Single(single) => text(single),
            Figure::Listed(texts) => list(texts, &|entry| maybe(entry.as_deref())),
            Figure::Tally(lines) => list(lines, &|one| line(one, *figure, track)),
            Figure::Roster(items) => object(vec![("roster", list(items, &|one| item(one, *figure, track)))]),
        };
        figures.push((track.figures[*figure].id.clone(), value));
    }
    Shown::Object(figures)
}

fn line(line: &Line, figure: FigureId, track: &TrackRules) -> Shown {
    let kinds = track.figures[figure].form.kinds();
    let mut said = Vec::new();
    for (column, value) in [
        (Column::Kind, line.kind.map(|kind| kinds[kind].id.as_str())),
        (Column::Count, line.count.as_deref()),
        (Column::Rank, line.rank.as_deref()),
    ] {
        said.extend(value.map(|value| (column.as_str(), text(value))));
    }
    object(said)
}

/// An item with the keys that it has, as a submission has it.
fn item(item: &Item, figure: FigureId, track: &TrackRules) -> Shown {
    let kinds = track.figures[figure].form.kinds();
    let mut all: Vec<Shown> = item.kinds.iter().map(|kind| text(&kinds[*kind].id)).collect();
    all.extend(item.other_kinds.iter().map(|kind| text(kind)));
    let mut said = Vec::new();
    for (key, value) in [("name", &item.name), ("code", &item.code)] {
        if !value.is_empty() {
            said.push((key, text(value)));
        }
    }
    if !all.is_empty() {
        said.push(("kinds", Shown::List(all)));
    }
    let more = [&item.rank, &item.host, &item.status, &item.row, &item.anyway];
    for (key, value) in ["rank", "host", "status", "row", "anyway"].into_iter().zip(more) {
        if !value.is_empty() {
            said.push((key, text(value)));
        }
    }
    object(said)
}

/// What is said beside the figures, as a submission has it: the keys that are there.
fn said(reading: &Reading, track: &TrackRules) -> Vec<(&'static str, Shown)> {
    let (mut all, mut groups, mut scores) = (Vec::new(), Vec::new(), Vec::new());
    for one in &reading.said {
        let own = text(&one.text);
        match one.what {
            Particular::Applicant => all.push(("applicant", object(vec![("name", own)]))),
            Particular::Field => all.push(("field", own)),
            Particular::Eligibility(item) => {
                let id = track.eligibility.get(item).map_or("", |item| &*item.id);
                groups.push(("eligibility", id, yes_or_no(&one.text).map_or(Shown::Nothing, Shown::Answer)));
            }
            Particular::Source(figure) => groups.push(("sources", &*track.figures[figure].id, own)),
            Particular::Note(indicator) => groups.push(("notes", &*track.indicators[indicator].id, own)),
            Particular::Score(indicator) => groups.push(("indicators", &*track.indicators[indicator].id, own)),
            Particular::Basics => scores.push(("basics", own)),
            Particular::Workplan => scores.push(("workplan", own)),
            // It is the reading's own.
            Particular::LastYear(_) => {}
        }
    }
    let group = |key: &str| {
        let own = groups.iter().filter(|(group, ..)| *group == key);
        let own: Vec<(&str, Shown)> = own.map(|(_, id, value)| (*id, value.clone())).collect();
        (!own.is_empty()).then(|| object(own))
    };
    for key in ["eligibility", "sources", "notes"] {
        all.extend(group(key).map(|group| (key, group)));
    }
    scores.extend(group("indicators").map(|group| ("indicators", group)));
    if !scores.is_empty() {
        all.push(("scores", object(scores)));
    }
    all
}

/// The cells that are used: those of the figures, then those of what is said beside them.
fn used_cells(reading: &Reading, track: &TrackRules) -> Vec<Shown> {
    let of_figures = reading.used.iter().map(|one| used(one, track));
    let said = reading.said.iter().map(|one| {
        object(vec![
            ("path", Shown::Text(one.what.path(track))),
            ("cell", Shown::Text(cells_text(one.cell, one.cell))),
            ("text", text(&one.text)),
            ("as", text(&one.text)),
            ("because", Shown::List(vec![text(Because::Template.as_str())])),
        ])
    });
    of_figures.chain(said).collect()
}

fn used(used: &Used, track: &TrackRules) -> Shown {
    object(vec![
        ("path", path(used.address, track)),
        ("cell", Shown::Text(cells_text(used.cell, used.to))),
        ("text", text(&used.text)),
        ("as", text(&used.written)),
        ("because", list(&used.because, &|because| text(because.as_str()))),
    ])
}

fn unused(unused: &Unused) -> Shown {
    let mut said = vec![
        ("cells", Shown::Text(cells_text(unused.from, unused.to))),
        ("text", text(&unused.text)),
        ("code", text(unused.code.as_str())),
    ];
    if unused.times > 1 {
        said.push(("times", Shown::Count(unused.times)));
    }
    object(said)
}

fn question(question: &Question, track: &TrackRules) -> Shown {
    let choice = |choice: &Choice| Shown::Text(choice.text(track));
    let chosen = question.chosen.and_then(|index| question.choices.get(index));
    object(vec![
        ("code", text(question.code.as_str())),
        ("paths", list(&question.paths, &|address| path(*address, track))),
        ("cells", question.cells.map_or(Shown::Nothing, |(from, to)| Shown::Text(cells_text(from, to)))),
        ("choices", list(&question.choices, &choice)),
        ("chosen", chosen.map_or(Shown::Nothing, choice)),
    ])
}

/// The path of an address, as the contract writes it.
fn path(address: Address, track: &TrackRules) -> Shown {
    debug_assert!(!matches!(address.part, Part::Kind(_)), "a submission has lines");
    Shown::Text(address.path(track))
}

fn text(text: &str) -> Shown {
    Shown::Text(text.to_owned())
}

fn maybe(entry: Option<&str>) -> Shown {
    entry.map_or(Shown::Nothing, text)
}

fn list<T>(all: &[T], shown: &dyn Fn(&T) -> Shown) -> Shown {
    let mut list = Vec::with_capacity(all.len());
    for one in all {
        list.push(shown(one));
    }
    Shown::List(list)
}

fn object(pairs: Vec<(&str, Shown)>) -> Shown {
    let mut object = Vec::with_capacity(pairs.len());
    for (key, value) in pairs {
        object.push((key.to_owned(), value));
    }
    Shown::Object(object)
}
