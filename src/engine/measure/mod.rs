//! The few forms in which figures combine: mean, growth, ratio of sums, weighted tally, share. One file each.
//!
//! Every form answers three questions: its exact value, the formula with the applicant's own numbers in it, and by how much one
//! more of a figure raises it (the levers from which needs follow). All forms are linear in every lever.

mod growth;
mod mean;
mod ratio;
mod share;
mod tally;

pub use growth::{Growth, growth};
pub use mean::Mean;
pub use ratio::Ratio;
pub use share::Share;
pub use tally::{WeightedTally, plain_sum};

use super::exact::Exact;
use super::figures::Figures;
use super::known::{Known, all};
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
    /// The figures, or those of the baseline.
    pub figures: &'a Figures,
    /// The first year that means and sums take in: 0, or 1 at recognition, where the first year lies before the creation period.
    pub from_year: usize,
}

/// A figure that raises a measure, and by how much one more of it does (one 万元 or one counted thing).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lever {
    /// The figure, by its index in the track.
    pub figure: usize,
    /// The entry of a series.
    pub entry: Option<usize>,
    /// The kind of a tally, by its index in the figure.
    pub kind: Option<usize>,
    /// By how much one more raises the measure; above zero.
    pub effect: Exact,
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
    pub fn value(&self, source: Source) -> Known<Exact> {
        match self {
            Form::Mean(mean) => mean.value(source),
            Form::Growth(growth) => growth.value(source),
            Form::Ratio(ratio) => ratio.value(source),
            Form::Tally(tally) => tally.value(source),
            Form::Share(share) => share.value(source),
        }
    }

    /// The figures that raise the measure. Asked only of a measure whose value is known.
    pub fn levers(&self, source: Source) -> Known<Vec<Lever>> {
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

    /// The figures it is computed from, by their indices in the track.
    pub fn figures(&self) -> Vec<usize> {
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
    /// The entries of a series from the first year that counts.
    fn years(&self, figure: usize) -> Known<Vec<Exact>> {
        self.figures.listed(figure).as_ref().map_err(Clone::clone).and_then(|entries| all(&entries[self.from_year..]))
    }

    /// How many years count.
    fn year_count(&self) -> usize {
        super::figures::YEARS - self.from_year
    }

    /// One entry of a series.
    fn year(&self, figure: usize, entry: usize) -> Known<Exact> {
        self.figures.listed(figure).as_ref().map_err(Clone::clone).and_then(|entries| entries[entry].clone())
    }

    /// The entries of a series as terms of a sum, blanks where they are not known.
    fn year_terms(&self, figure: usize) -> Vec<Term> {
        let term = |entry| self.year(figure, entry).map_or(Term::Blank, Term::Amount);
        join((self.from_year..super::figures::YEARS).map(|entry| vec![term(entry)]), " + ")
    }
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
