//! A weighted tally: Σ count × ω, or Σ count × ω ÷ rank where the lead unit counts for more.

use super::{Lever, Source, Term, join};
use crate::exact::{Exact, Overflow};
use crate::figures::Line;
use crate::known::{Known, Lack, all, both};
use crate::ruleset::Kind;

/// The weighted sum of a tally's counts.
#[derive(Clone, Debug)]
pub struct WeightedTally {
    /// The tally, by its index in the track.
    pub of: usize,
}

impl WeightedTally {
    pub(super) fn value(&self, source: Source) -> Known<Exact> {
        weighted_sum(source, self.of)
    }

    pub(super) fn levers(&self, source: Source) -> Known<Vec<Lever>> {
        kind_levers(source, self.of, Exact::ONE)
    }

    pub(super) fn formula(&self, source: Source) -> Vec<Term> {
        weighted_terms(source, self.of)
    }
}

/// The weighted sum of a tally.
pub(super) fn weighted_sum(source: Source, figure: usize) -> Known<Exact> {
    let weights: Vec<_> =
        kinds(source, figure).iter().map(|kind| kind.weight.map(Exact::from).ok_or_else(Lack::unstated)).collect();
    let lines = source.figures.tally(figure).as_ref().map_err(Clone::clone).and_then(|lines| read_lines(lines));
    // Whatever the figures: as long as one kind has no weight, the sum means nothing.
    let (weights, lines) = both(all(&weights), lines)?;
    // Added up rank by rank, so that neither the order of lines nor a line split in two changes anything, not even which sums
    // would be too large.
    let mut by_rank = Vec::new();
    for (kind, count, rank) in lines {
        let index = usize::try_from(rank.floor()).map_err(|_| Overflow)?;
        if by_rank.len() <= index {
            by_rank.resize(index + 1, Exact::ZERO);
        }
        by_rank[index] = by_rank[index].plus(count.times(weights[kind])?)?;
    }
    let mut sum = Exact::ZERO;
    for (rank, weighted) in (0..).zip(by_rank).skip(1) {
        sum = sum.plus(weighted.over(Exact::whole(rank))?)?;
    }
    Ok(sum)
}

/// One lever a kind: one more of it, as the lead unit, adds its weight times `scale`. A kind that weighs nothing is no lever.
pub(super) fn kind_levers(source: Source, figure: usize, scale: Exact) -> Known<Vec<Lever>> {
    let mut levers = Vec::new();
    for (index, kind) in kinds(source, figure).iter().enumerate() {
        let weight = kind.weight.map_or(Exact::ZERO, Exact::from);
        if weight > Exact::ZERO {
            levers.push(Lever { figure, entry: None, kind: Some(index), effect: weight.times(scale)? });
        }
    }
    Ok(levers)
}

/// The sum with the numbers in: `2 × 10 + 1 × 2 ÷ 3`; 0 for an empty tally.
pub(super) fn weighted_terms(source: Source, figure: usize) -> Vec<Term> {
    let Ok(lines) = source.figures.tally(figure) else { return vec![Term::Blank] };
    let kinds = kinds(source, figure);
    let number = |value: Option<Exact>| value.map_or(Term::Blank, Term::Number);
    let line = |line: &Line| {
        let weight = line.kind.as_ref().ok().and_then(|kind| kinds[*kind].weight).map(Exact::from);
        let mut terms = vec![number(line.count.clone().ok()), Term::Sign(" × "), number(weight)];
        if line.rank != Ok(Exact::ONE) {
            terms.extend([Term::Sign(" ÷ "), number(line.rank.clone().ok())]);
        }
        terms
    };
    if lines.is_empty() { vec![Term::Number(Exact::ZERO)] } else { join(lines.iter().map(line), " + ") }
}

/// The sum of a tally's counts without weights, for plausibility.
pub fn plain_sum(lines: &[Line]) -> Known<Exact> {
    Ok(Exact::sum(read_lines(lines)?.into_iter().map(|(_, count, _)| count))?)
}

/// Kind, count and rank of every line, or all that any of them lacks.
fn read_lines(lines: &[Line]) -> Known<Vec<(usize, Exact, Exact)>> {
    let read = |line: &Line| {
        let ((kind, count), rank) = both(both(line.kind.clone(), line.count.clone()), line.rank.clone())?;
        Ok((kind, count, rank))
    };
    all(&lines.iter().map(read).collect::<Vec<_>>())
}

fn kinds(source: Source<'_>, figure: usize) -> &[Kind] {
    source.track.figures[figure].form.kinds()
}
