//! The figures of a submission, read against what the track declares. Every entry is known, missing or refused on its own.

use super::exact::Exact;
use super::input::Input;
use super::known::{Known, Lack};
use super::number::{NumberKind, read_number};
use super::path::Path;
use super::problem::{Code, Problems};
use super::ruleset::{FigureForm, FigureRule, TrackRules};

/// The figures of a submission or of its baseline, in the order in which the track declares them.
#[derive(Debug)]
pub struct Figures(Vec<Figure>);

/// One figure as read.
#[derive(Debug)]
pub enum Figure {
    /// An amount in 万元, or a count.
    Single(Known<Exact>),
    /// Yearly amounts in 万元, oldest first (three), or rates in percent (two).
    Listed(Known<Vec<Known<Exact>>>),
    /// The lines of a tally.
    Tally(Known<Vec<Line>>),
}

/// One line of a tally.
#[derive(Debug)]
pub struct Line {
    /// The kind, by its index in the ruleset.
    pub kind: Known<usize>,
    /// How many.
    pub count: Known<Exact>,
    /// The unit's rank; 1 is the lead unit.
    pub rank: Known<Exact>,
}

/// How many years a series has.
pub const YEARS: usize = 3;
/// How many yearly rates are compounded.
pub const RATES: usize = 2;

impl Figures {
    /// Reads the object at `path` (`figures` or `baseline`).
    pub fn read(track: &TrackRules, input: &Input, path: &Path, problems: &mut Problems) -> Figures {
        let readable = problems.check_keys(input, |key| track.figure(key).is_some(), path);
        let read = |rule: &FigureRule| match (readable, &rule.form) {
            (false, FigureForm::Amount { .. } | FigureForm::Count { .. }) => Figure::Single(Err(Lack::refused())),
            (false, FigureForm::Series { .. } | FigureForm::Rates) => Figure::Listed(Err(Lack::refused())),
            (false, FigureForm::Tally { .. }) => Figure::Tally(Err(Lack::refused())),
            (true, form) => read_figure(form, input.get(&rule.id), &path.key(&rule.id), problems),
        };
        Figures(track.figures.iter().map(read).collect())
    }

    /// A single amount or count, by its index in the track.
    pub fn single(&self, index: usize) -> &Known<Exact> {
        match &self.0[index] {
            Figure::Single(value) => value,
            // A ruleset in which a measure meets a figure of another form is refused before it gets here.
            Figure::Listed(_) | Figure::Tally(_) => unreachable!("checked when the ruleset was read"),
        }
    }

    /// The entries of a series or of rates.
    pub fn listed(&self, index: usize) -> &Known<Vec<Known<Exact>>> {
        match &self.0[index] {
            Figure::Listed(entries) => entries,
            Figure::Single(_) | Figure::Tally(_) => unreachable!("checked when the ruleset was read"),
        }
    }

    /// The lines of a tally.
    pub fn tally(&self, index: usize) -> &Known<Vec<Line>> {
        match &self.0[index] {
            Figure::Tally(lines) => lines,
            Figure::Single(_) | Figure::Listed(_) => unreachable!("checked when the ruleset was read"),
        }
    }

    /// Any figure, by its index in the track.
    pub fn figure(&self, index: usize) -> &Figure {
        &self.0[index]
    }
}

fn read_figure(form: &FigureForm, input: &Input, path: &Path, problems: &mut Problems) -> Figure {
    let amount = |signed: &bool| if *signed { NumberKind::SignedAmount } else { NumberKind::Amount };
    match form {
        FigureForm::Amount { signed } => Figure::Single(read_entry(input, amount(signed), path, problems)),
        FigureForm::Count { .. } => Figure::Single(read_entry(input, NumberKind::Count, path, problems)),
        FigureForm::Series { signed } => Figure::Listed(read_list(input, YEARS, amount(signed), path, problems)),
        FigureForm::Rates => Figure::Listed(read_list(input, RATES, NumberKind::Percent, path, problems)),
        FigureForm::Tally { .. } => Figure::Tally(read_tally(form, input, path, problems)),
    }
}

fn read_entry(input: &Input, kind: NumberKind, path: &Path, problems: &mut Problems) -> Known<Exact> {
    match read_number(input, kind) {
        Ok(Some(number)) => Ok(number.into()),
        Ok(None) => Err(Lack::missing(path.text())),
        Err(code) => {
            problems.add(path, code);
            Err(Lack::refused())
        }
    }
}

fn read_list(
    input: &Input,
    length: usize,
    kind: NumberKind,
    path: &Path,
    problems: &mut Problems,
) -> Known<Vec<Known<Exact>>> {
    let refusal = match input {
        Input::List(entries) if entries.len() == length => {
            let read = |(index, entry)| read_entry(entry, kind, &path.entry(index), problems);
            return Ok(entries.iter().enumerate().map(read).collect());
        }
        Input::Absent => return Err(Lack::missing(path.text())),
        Input::List(_) => Code::WrongLength,
        _ => Code::WrongType,
    };
    problems.add(path, refusal);
    Err(Lack::refused())
}

/// An empty list says that there is none; an absent one says nothing.
fn read_tally(form: &FigureForm, input: &Input, path: &Path, problems: &mut Problems) -> Known<Vec<Line>> {
    match input {
        Input::List(lines) => {
            let read = |(index, line)| read_line(form, line, &path.entry(index), problems);
            Ok(lines.iter().enumerate().map(read).collect())
        }
        Input::Absent => Err(Lack::missing(path.text())),
        _ => {
            problems.add(path, Code::WrongType);
            Err(Lack::refused())
        }
    }
}

fn read_line(form: &FigureForm, input: &Input, path: &Path, problems: &mut Problems) -> Line {
    let Input::Object(pairs) = input else {
        problems.add(path, Code::WrongType);
        return Line { kind: Err(Lack::refused()), count: Err(Lack::refused()), rank: Err(Lack::refused()) };
    };
    let ranked = matches!(form, FigureForm::Tally { ranked: true, .. });
    let declared = |key: &str| key == "kind" || key == "count" || (ranked && key == "rank");
    for (key, _) in pairs.iter().filter(|(key, _)| !declared(key)) {
        problems.add(&path.key(key), Code::UnknownKey);
    }
    let kind_path = path.key("kind");
    let kind = match input.get("kind") {
        Input::Text(id) if !id.trim().is_empty() => match form.kinds().iter().position(|kind| kind.id == *id) {
            Some(index) => Ok(index),
            None => {
                problems.add(&kind_path, Code::UnknownKind);
                Err(Lack::refused())
            }
        },
        Input::Text(_) | Input::Absent => Err(Lack::missing(kind_path.text())),
        _ => {
            problems.add(&kind_path, Code::WrongType);
            Err(Lack::refused())
        }
    };
    let count = read_entry(input.get("count"), NumberKind::Count, &path.key("count"), problems);
    let rank = if ranked { read_rank(input.get("rank"), &path.key("rank"), problems) } else { Ok(Exact::ONE) };
    Line { kind, count, rank }
}

/// The lead unit, if no rank is given.
fn read_rank(input: &Input, path: &Path, problems: &mut Problems) -> Known<Exact> {
    match read_number(input, NumberKind::Rank) {
        Ok(number) => Ok(number.map_or(Exact::ONE, Exact::from)),
        Err(code) => {
            problems.add(path, code);
            Err(Lack::refused())
        }
    }
}
