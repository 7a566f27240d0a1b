//! Figures read from untrusted data, against what the track declares.

use std::sync::Arc;

use super::address::Side;
use super::exact::Exact;
use super::figures::{Figure, Figures, Line, RATES, YEARS};
use super::ids::KindId;
use super::input::Input;
use super::known::Given;
use super::number::{NumberKind, read_exact};
use super::path::Path;
use super::problem::{Code, Problems};
use super::roster::{Counting, Roster, read_items};
use super::ruleset::{FigureForm, FigureRule, TrackRules};

/// Reads the figures of one side of a submission.
pub fn read_figures(track: &TrackRules, submission: &Input, side: Side, problems: &mut Problems) -> Figures {
    let (input, path) = (submission.get(side.as_str()), Path::Root.key(side.as_str()));
    let readable = problems.check_keys(input, |key| track.figure(key).is_some(), &path);
    let read = |rule: &FigureRule| match (readable, &rule.form) {
        (false, FigureForm::Amount { .. } | FigureForm::Count { .. }) => Figure::Single(Given::Refused),
        (false, FigureForm::Series { .. } | FigureForm::Rates) => Figure::Listed(Given::Refused),
        (false, FigureForm::Tally { .. }) => Figure::Tally(Given::Refused),
        (true, form) => read_figure(form, input.get(&rule.id), &path.key(&rule.id), problems),
    };
    track.figures.iter().map(read).collect()
}

fn read_figure(form: &FigureForm, input: &Input, path: &Path, problems: &mut Problems) -> Figure {
    let kind = form.number_kind();
    match form {
        FigureForm::Amount { .. } | FigureForm::Count { .. } => Figure::Single(read_entry(input, kind, path, problems)),
        FigureForm::Series { .. } => Figure::Listed(read_list(input, YEARS, kind, path, problems)),
        FigureForm::Rates => Figure::Listed(read_list(input, RATES, kind, path, problems)),
        FigureForm::Tally { kinds, ranked, roster, .. } => match (input.get("roster"), roster) {
            (Input::List(items), Some(rule)) => {
                problems.check_keys(input, |key| key == "roster", path);
                let counting = Counting { rule, kinds, ranked: *ranked };
                Figure::Roster(Arc::new(read_roster(&counting, items, &path.key("roster"), problems)))
            }
            _ => Figure::Tally(read_tally(form, input, path, problems)),
        },
    }
}

/// Reads one number; nothing there is missing.
pub fn read_entry(input: &Input, kind: NumberKind, path: &Path, problems: &mut Problems) -> Given<Exact> {
    match read_exact(input, kind) {
        Ok(Some(number)) => Given::Known(number),
        Ok(None) => Given::Missing,
        Err(code) => problems.refuse_number(input, path, code),
    }
}

fn read_list(
    input: &Input,
    length: usize,
    kind: NumberKind,
    path: &Path,
    problems: &mut Problems,
) -> Given<Vec<Given<Exact>>> {
    match input {
        Input::List(entries) if entries.len() == length => {
            let read = |(index, entry)| read_entry(entry, kind, &path.entry(index), problems);
            Given::Known(entries.iter().enumerate().map(read).collect())
        }
        Input::Absent => Given::Missing,
        Input::List(_) => problems.refuse(path, Code::WrongLength),
        _ => problems.refuse(path, Code::WrongType),
    }
}

/// An empty list says that there is none; an absent one says nothing.
fn read_tally(form: &FigureForm, input: &Input, path: &Path, problems: &mut Problems) -> Given<Vec<Line>> {
    match input {
        Input::List(lines) => {
            let read = |(index, line)| read_line(form, line, &path.entry(index), problems);
            Given::Known(lines.iter().enumerate().map(read).collect())
        }
        Input::Absent => Given::Missing,
        _ => problems.refuse(path, Code::WrongType),
    }
}

/// Where something in a list was refused that its counts depend on, the counts are not known. The rest is told all the same.
fn read_roster(counting: &Counting, list: &[Input], path: &Path, problems: &mut Problems) -> Roster {
    let (items, is_whole) = read_items(list, counting.kinds, path, problems);
    let mut roster = counting.count(&items);
    if !is_whole {
        roster.lines = Given::Refused;
    }
    roster
}

fn read_line(form: &FigureForm, input: &Input, path: &Path, problems: &mut Problems) -> Line {
    let Input::Object(pairs) = input else {
        problems.add(path, Code::WrongType);
        return Line { kind: Given::Refused, count: Given::Refused, rank: Given::Refused };
    };
    let ranked = matches!(form, FigureForm::Tally { ranked: true, .. });
    let declared = |key: &str| key == "kind" || key == "count" || (ranked && key == "rank");
    for (key, _) in pairs.iter().filter(|(key, _)| !declared(key)) {
        problems.add(&path.key(key), Code::UnknownKey);
    }
    let kind = read_kind(form, input.get("kind"), &path.key("kind"), problems);
    let count = read_entry(input.get("count"), NumberKind::Count, &path.key("count"), problems);
    let rank = if ranked { input.get("rank") } else { &Input::Absent };
    let rank = match read_entry(rank, NumberKind::Rank, &path.key("rank"), problems) {
        // The lead unit, if no rank is given.
        Given::Missing => Given::Known(Exact::ONE),
        given => given,
    };
    Line { kind, count, rank }
}

fn read_kind(form: &FigureForm, input: &Input, path: &Path, problems: &mut Problems) -> Given<KindId> {
    match input {
        Input::Text(name) if !name.trim().is_empty() => match form.kinds().find(|kind| kind.id == *name) {
            Some(kind) => Given::Known(kind),
            None => problems.refuse(path, Code::UnknownKind),
        },
        Input::Text(_) | Input::Absent => Given::Missing,
        _ => problems.refuse(path, Code::WrongType),
    }
}
