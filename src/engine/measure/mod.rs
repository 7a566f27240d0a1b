//! The few forms in which figures combine: mean, growth, ratio of sums, weighted tally, share. One file each.
//!
//! Every form answers three questions: its exact value, the formula with the applicant's own numbers in it, and by how much one
//! more of a figure raises it (the levers from which needs follow). All forms are linear in every lever.

mod growth;
mod mean;
mod ratio;
mod share;
mod tally;

pub use growth::Growth;
pub(crate) use growth::growth;
pub use mean::Mean;
pub use ratio::Ratio;
pub use share::Share;
pub use tally::WeightedTally;
pub(crate) use tally::plain_sum;

use super::address::{Address, Part, Side};
use super::exact::Exact;
use super::figures::{Figure, Figures, YEARS};
use super::ids::{FigureId, KindId};
use super::known::{Given, Known, all};
use super::ruleset::TrackRules;

/// The forms of measures.
#[derive(Clone, Debug)]
pub enum Form {
    /// The mean of yearly amounts.
    Mean(Mean),
    /// The growth of a series.
    Growth(Growth),
    /// One sum over another.
    Ratio(Ratio),
    /// A weighted sum of counts.
    Tally(WeightedTally),
    /// A weighted sum of counts over a count.
    Share(Share),
}

/// Where a measure takes its figures from.
#[derive(Clone, Copy)]
pub struct Source<'a> {
    /// The rules of the track.
    pub track: &'a TrackRules,
    /// Whether these are the figures of the stage or those of the baseline.
    pub side: Side,
    /// The figures of this side.
    pub figures: &'a Figures,
    /// The first year that means and sums take in: 0, or 1 at recognition, where the first year lies before the creation period.
    pub from_year: usize,
}

/// A figure that raises a measure, and by how much one more of it does (one 万元 or one counted thing).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lever {
    /// The figure.
    pub figure: FigureId,
    /// The entry of a series.
    pub entry: Option<usize>,
    /// The kind of a tally.
    pub kind: Option<KindId>,
    /// What rises to that kind, where nothing is added.
    pub rise: Option<Rise>,
    /// By how much one more raises the measure; above zero.
    pub effect: Exact,
}

/// Things of a roster that may rise to a heavier kind (升级).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rise {
    /// The kind that they are now.
    pub from: KindId,
    /// How many there are.
    pub most: Exact,
}

/// A piece of a formula with the numbers in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Term {
    /// An amount in 万元.
    Amount(Exact),
    /// A number of things, a weight, a rank, a number of years.
    Number(Exact),
    /// A rate, in percent.
    Percent(Exact),
    /// Something missing or refused.
    Blank,
    /// An operator or bracket.
    Sign(&'static str),
}

impl Form {
    /// The value, exact, in 万元, as a ratio (1 for the whole) or as a weighted number by the measure's unit.
    pub(crate) fn value(&self, source: Source) -> Known<Exact> {
        match self {
            Form::Mean(mean) => mean.value(source),
            Form::Growth(growth) => growth.value(source),
            Form::Ratio(ratio) => ratio.value(source),
            Form::Tally(tally) => tally.value(source),
            Form::Share(share) => share.value(source),
        }
    }

    /// The figures that raise the measure. Asked only of a measure whose value is known.
    pub(crate) fn levers(&self, source: Source) -> Known<Vec<Lever>> {
        match self {
            Form::Mean(mean) => mean.levers(source),
            Form::Growth(growth) => growth.levers(source),
            Form::Ratio(ratio) => ratio.levers(source),
            Form::Tally(tally) => tally.levers(source),
            Form::Share(share) => share.levers(source),
        }
    }

    /// The formula with the numbers in.
    pub fn formula(&self, source: Source) -> Vec<Term> {
        match self {
            Form::Mean(mean) => mean.formula(source),
            Form::Growth(growth) => growth.formula(source),
            Form::Ratio(ratio) => ratio.formula(source),
            Form::Tally(tally) => tally.formula(source),
            Form::Share(share) => share.formula(source),
        }
    }

    /// The figures it is computed from.
    pub fn figures(&self) -> Vec<FigureId> {
        match self {
            Form::Mean(mean) => mean.of.clone(),
            Form::Growth(growth) => vec![growth.of],
            Form::Ratio(ratio) => vec![ratio.part, ratio.whole],
            Form::Tally(tally) => vec![tally.of],
            Form::Share(share) => vec![share.part, share.whole],
        }
    }
}

impl Source<'_> {
    /// An amount or a count.
    fn single(&self, figure: FigureId) -> Known<Exact> {
        self.figures[figure].single().at(Address::whole(self.side, figure)).copied()
    }

    /// The entries of a series or of rates from one on, each known or with what it lacks; what the whole lacks, if it is not known.
    fn entries(&self, figure: FigureId, from: usize) -> impl Iterator<Item = Known<Exact>> + use<'_> {
        let whole = Address::whole(self.side, figure);
        let (entries, lack) = match self.figures[figure].listed().at(whole) {
            Ok(entries) => (&**entries, None),
            Err(lack) => (&[][..], Some(Err(lack))),
        };
        let entries = entries.iter().enumerate().skip(from);
        entries.map(move |(index, entry)| entry.at(whole.at(Part::Entry(index))).copied()).chain(lack)
    }

    /// The years of a series that count.
    fn years(&self, figure: FigureId) -> impl Iterator<Item = Known<Exact>> + use<'_> {
        self.entries(figure, self.from_year)
    }

    /// How many years count.
    fn year_count(&self) -> usize {
        YEARS - self.from_year
    }

    /// One entry of a series.
    fn year(&self, figure: FigureId, entry: usize) -> Known<Exact> {
        let whole = Address::whole(self.side, figure);
        self.figures[figure].listed().at(whole)?[entry].at(whole.at(Part::Entry(entry))).copied()
    }

    /// The rates of a list of them.
    pub(crate) fn rates(&self, figure: FigureId) -> Known<Vec<Exact>> {
        all(self.entries(figure, 0))
    }

    /// One entry of a list as a term of a formula, blank where it is not known.
    pub(crate) fn entry_term(&self, figure: FigureId, entry: usize, term: fn(Exact) -> Term) -> Term {
        let entry = self.figures[figure].listed().known().and_then(|entries| entries[entry].known());
        entry.copied().map_or(Term::Blank, term)
    }

    /// The entries of a series as terms of a sum.
    fn year_terms(&self, figure: FigureId) -> Vec<Term> {
        join((self.from_year..YEARS).map(|entry| vec![self.entry_term(figure, entry, Term::Amount)]), " + ")
    }

    /// An amount or a count as a term.
    fn single_term(&self, figure: FigureId, term: fn(Exact) -> Term) -> Term {
        self.figures[figure].single().known().copied().map_or(Term::Blank, term)
    }

    fn is_series(&self, figure: FigureId) -> bool {
        matches!(self.figures[figure], Figure::Listed(_))
    }
}

/// A number as a term, blank where it is not known.
fn term(value: &Given<Exact>) -> Term {
    value.known().copied().map_or(Term::Blank, Term::Number)
}

/// Terms with a sign between them.
fn join(parts: impl IntoIterator<Item = Vec<Term>>, sign: &'static str) -> Vec<Term> {
    let mut terms = Vec::new();
    for part in parts {
        if !terms.is_empty() {
            terms.push(Term::Sign(sign));
        }
        terms.extend(part);
    }
    terms
}

/// A sum in brackets, so that it can be divided; what is no sum needs none.
fn bracketed(mut terms: Vec<Term>) -> Vec<Term> {
    if terms.contains(&Term::Sign(" + ")) {
        terms.insert(0, Term::Sign("("));
        terms.push(Term::Sign(")"));
    }
    terms
}
