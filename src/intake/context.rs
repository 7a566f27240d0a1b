//! What is known beside a table: whose figures they are, where it was pasted, and what a person has answered.

use engine::Input;
use engine::address::{Address, Column, Part, Side};
use engine::names::Named;
use engine::ruleset::{Ruleset, Stage, Track, TrackRules};

use crate::list::Field;
use crate::names::Target;
use crate::reading::At;
use crate::template::Edition;
use crate::unit::Unit;

/// What is known beside a table.
#[derive(Clone, Debug)]
pub struct Context<'a> {
    /// The rules of the track.
    pub track: &'a TrackRules,
    /// The year of the last entry of every series, where it is known.
    pub last_year: Option<u16>,
    /// The unit in which amounts without a unit are typed.
    pub amount_unit: Unit,
    /// Where it was pasted.
    pub at: Option<Address>,
    /// What a person has answered, the latest last.
    pub answers: Vec<Answer>,
    /// What templates have to be made for that are read by their marks; by their names are those that were made for other rules.
    pub edition: Option<Edition>,
}

/// An answer to a question, or a correction of what was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// It is this figure or kind.
    Is(Along, Target),
    /// It is left out.
    LeaveOut(Along),
    /// Its cells are in this unit.
    Unit(Along, Unit),
    /// All amounts without a unit of their own are in this unit.
    AllUnits(Unit),
    /// The cells from here to there that may be in one of two units are in this one.
    OfTwo(At, At, Unit),
    /// Series end with this year.
    LastYear(u16),
    /// Of cells that say the same, these count.
    Cells(At, At),
    /// Numbers without years begin with this entry of the series.
    Entry(Along, usize),
    /// Rates are fractions: 0.05 is 5 %.
    Fraction,
    /// What the total in this cell has more than its parts is of the kind of what has none.
    Rest(At),
    /// A column of a list says this of the items; none if it says nothing that counts.
    Column(usize, Option<Field>),
}

impl Answer {
    /// Whether two answers are about the same, so that one takes the place of the other.
    pub fn is_about_the_same(&self, other: &Answer) -> bool {
        use Answer::{AllUnits, Cells, Column, Entry, Fraction, Is, LastYear, LeaveOut, OfTwo, Rest, Unit};
        match (self, other) {
            (Is(one, _) | LeaveOut(one), Is(other, _) | LeaveOut(other))
            | (Unit(one, _), Unit(other, _))
            | (Entry(one, _), Entry(other, _)) => one == other,
            (OfTwo(from, to, _), OfTwo(other_from, other_to, _)) => (from, to) == (other_from, other_to),
            (Column(one, _), Column(other, _)) => one == other,
            (Rest(one), Rest(other)) => one == other,
            (AllUnits(_), AllUnits(_)) | (LastYear(_), LastYear(_)) | (Fraction, Fraction) => true,
            // Of columns one counts. Rows are chosen for one figure after the other, and the latest choice counts.
            (Cells(from, to), Cells(other_from, other_to)) => {
                (from, to) == (other_from, other_to) || (from.1 == to.1 && other_from.1 == other_to.1)
            }
            _ => false,
        }
    }
}

/// A row, or a column of a block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Along {
    /// A row.
    Row(usize),
    /// A column, and a row of the block in which it is meant.
    Column(usize, usize),
}

impl Along {
    /// Whether a cell is in it.
    pub fn has(self, (row, column): At) -> bool {
        match self {
            Along::Row(own) => own == row,
            Along::Column(own, _) => own == column,
        }
    }
}

/// Why a context cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoContext {
    /// Its track is neither `park` nor `enterprise`.
    UnknownTrack,
    /// Its stage is neither `creation` nor `recognition`.
    UnknownStage,
}

impl core::fmt::Display for NoContext {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str(match self {
            NoContext::UnknownTrack => "context.track: this must be one of: park, enterprise",
            NoContext::UnknownStage => "context.stage: this must be one of: creation, recognition",
        })
    }
}

impl<'a> Context<'a> {
    /// A context that knows nothing but the track.
    pub fn of(track: &'a TrackRules) -> Context<'a> {
        Context { track, last_year: None, amount_unit: Unit::WanYuan, at: None, answers: Vec::new(), edition: None }
    }

    /// Reads untrusted data. What is wrong in it, apart from track and stage, counts as not given.
    pub fn read(ruleset: &'a Ruleset, input: &Input) -> Result<Context<'a>, NoContext> {
        let text = |key| if let Input::Text(text) = input.get(key) { Some(&**text) } else { None };
        let track_name = text("track").and_then(Track::named).ok_or(NoContext::UnknownTrack)?;
        let stage = text("stage").and_then(Stage::named).ok_or(NoContext::UnknownStage)?;
        let track = ruleset.track(track_name);
        let last_year = match input.get("last_year") {
            Input::Number(year) | Input::Text(year) => {
                year.trim().parse().ok().filter(|year| (1990..=2100).contains(year))
            }
            _ => None,
        };
        let amount_unit = text("amount_unit").and_then(Unit::named).filter(|unit| unit.is_of_amounts());
        let amount_unit = amount_unit.or_else(|| text("amount_unit").and_then(<Unit as Named>::named));
        Ok(Context {
            track,
            last_year,
            amount_unit: amount_unit.filter(|unit| unit.is_of_amounts()).unwrap_or(Unit::WanYuan),
            at: text("at").and_then(|path| address(path, track)),
            answers: Vec::new(),
            edition: Some(Edition::of(ruleset, track_name, stage)),
        })
    }

    /// The latest answer that says something of this sort.
    pub fn answered<T>(&self, what: &dyn Fn(&Answer) -> Option<T>) -> Option<T> {
        self.answers.iter().rev().find_map(what)
    }

    /// Whether it is known to be at this stage.
    pub fn is_at(&self, stage: Stage) -> bool {
        self.edition.as_ref().is_some_and(|edition| edition.is_of(stage))
    }

    /// The side that the table belongs to.
    pub fn side(&self) -> Side {
        self.at.map_or(Side::Now, |at| at.side)
    }
}

/// The address of a path such as `figures.revenue[0]`, `figures.patents.gold` or `baseline.platforms[1].rank`.
pub fn address(path: &str, track: &TrackRules) -> Option<Address> {
    let (side, rest) = path.split_once('.')?;
    let side = Side::named(side)?;
    let end = rest.find(['[', '.']).unwrap_or(rest.len());
    let (figure, part) = rest.split_at_checked(end)?;
    let figure = track.figure(figure)?;
    let whole = Address::whole(side, figure);
    if part.is_empty() {
        return Some(whole);
    }
    if let Some(kind) = part.strip_prefix('.') {
        return track.figures[figure]
            .form
            .kinds()
            .find(|known| known.id == kind)
            .map(|kind| whole.at(Part::Kind(kind)));
    }
    let (index, column) = part.strip_prefix('[')?.split_once(']')?;
    let index = index.parse().ok()?;
    let is_tally = !track.figures[figure].form.kinds().is_empty();
    Some(whole.at(match column.strip_prefix('.') {
        None if !is_tally => Part::Entry(index),
        column => Part::Line(index, column.and_then(Column::named).unwrap_or(Column::Count)),
    }))
}
