//! A weighted tally: Σ count × ω, or Σ count × ω ÷ rank where the lead unit counts for more.

use super::{Lever, Rise, Source, Term, join, term};
use crate::address::{Address, Column, Part};
use crate::exact::{Exact, Overflow};
use crate::figures::{Figure, Line};
use crate::ids::{FigureId, Id, KindId, Table};
use crate::known::{Given, Known, Lack, all, both};
use crate::ruleset::{FigureForm, Kind};

/// The weighted sum of a tally's counts.
#[derive(Clone, Debug)]
pub struct WeightedTally {
    /// The tally.
    pub of: FigureId,
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
pub(super) fn weighted_sum(source: Source, figure: FigureId) -> Known<Exact> {
    // Whatever the figures: as long as one kind has no weight, the sum means nothing.
    let weights = all(kinds(source, figure).iter().map(|kind| kind.weight.map(Exact::from).ok_or_else(Lack::unstated)));
    let whole = Address::whole(source.side, figure);
    let lines = source.figures[figure].tally().at(whole).and_then(|lines| read_lines(lines, whole));
    let (weights, lines) = both(weights, lines)?;
    // Added up rank by rank, so that neither the order of lines nor a line split in two changes anything, not even which sums
    // would be too large.
    let mut by_rank = Vec::new();
    for (kind, count, rank) in lines {
        let rank = usize::try_from(rank.floor()).map_err(|_| Overflow)?;
        if by_rank.len() <= rank {
            by_rank.resize(rank + 1, Exact::ZERO);
        }
        by_rank[rank] = by_rank[rank].plus(count.times(weights[kind.index()])?)?;
    }
    let mut sum = Exact::ZERO;
    for (rank, weighted) in (0..).zip(by_rank).skip(1) {
        sum = sum.plus(weighted.over(Exact::whole(rank))?)?;
    }
    Ok(sum)
}

/// One lever a kind: one more of it, as the lead unit, adds its weight times `scale`. A kind that weighs nothing is no lever.
pub(super) fn kind_levers(source: Source, figure: FigureId, scale: Exact) -> Known<Vec<Lever>> {
    let mut levers = Vec::new();
    for (id, kind) in kinds(source, figure).with_ids() {
        if let Some(weight) = kind.weight.map(Exact::from).filter(|weight| *weight > Exact::ZERO) {
            levers.push(Lever { figure, entry: None, kind: Some(id), rise: None, effect: weight.times(scale)? });
        }
    }
    levers.extend(rises(source, figure, scale)?);
    Ok(levers)
}

/// One lever for each kind of a roster and each heavier kind that its things may rise to, where the unit is the lead unit.
fn rises(source: Source, figure: FigureId, scale: Exact) -> Known<Vec<Lever>> {
    let mut levers = Vec::new();
    let FigureForm::Tally { kinds, roster: Some(rule), .. } = &source.track.figures[figure].form else {
        return Ok(levers);
    };
    let Figure::Roster(roster) = &source.figures[figure] else { return Ok(levers) };
    for line in roster.lines.known().into_iter().flatten().filter(|_| rule.rises) {
        let (Given::Known(from), Given::Known(most)) = (line.kind, line.count) else { continue };
        if line.rank != Given::Known(Exact::ONE) {
            continue;
        }
        for (to, kind) in kinds.with_ids() {
            let Some((to_weight, from_weight)) = kind.weight.zip(kinds[from].weight) else { continue };
            if to_weight > from_weight {
                let effect = Exact::from(to_weight).minus(from_weight.into())?.times(scale)?;
                levers.push(Lever { figure, entry: None, kind: Some(to), rise: Some(Rise { from, most }), effect });
            }
        }
    }
    Ok(levers)
}

/// The sum with the numbers in: `2 × 10 + 1 × 2 ÷ 3`; 0 for an empty tally.
pub(super) fn weighted_terms(source: Source, figure: FigureId) -> Vec<Term> {
    let Some(lines) = source.figures[figure].tally().known() else { return vec![Term::Blank] };
    let kinds = kinds(source, figure);
    let line = |line: &Line| {
        let weight = line.kind.known().and_then(|kind| kinds[*kind].weight).map(Exact::from);
        let mut terms = vec![term(&line.count), Term::Sign(" × "), weight.map_or(Term::Blank, Term::Number)];
        if line.rank != Given::Known(Exact::ONE) {
            terms.extend([Term::Sign(" ÷ "), term(&line.rank)]);
        }
        terms
    };
    if lines.is_empty() { vec![Term::Number(Exact::ZERO)] } else { join(lines.iter().map(line), " + ") }
}

/// The sum of a tally's counts without weights, for plausibility; none while any entry is not known.
pub(crate) fn plain_sum(lines: &[Line]) -> Option<Exact> {
    let count = |line: &Line| match (&line.kind, line.count, line.rank) {
        (Given::Known(_), Given::Known(count), Given::Known(_)) => Some(count),
        _ => None,
    };
    Exact::sum(lines.iter().map(count).collect::<Option<Vec<_>>>()?).ok()
}

/// Kind, count and rank of every line, or all that any of them lacks.
fn read_lines(lines: &[Line], whole: Address) -> Known<Vec<(KindId, Exact, Exact)>> {
    all(lines.iter().enumerate().map(|(index, line)| {
        let at = |column| whole.at(Part::Line(index, column));
        let (kind, count) = (line.kind.at(at(Column::Kind)), line.count.at(at(Column::Count)));
        let ((kind, count), rank) = both(both(kind, count), line.rank.at(at(Column::Rank)))?;
        Ok((*kind, *count, *rank))
    }))
}

fn kinds(source: Source<'_>, figure: FigureId) -> &Table<KindId, Kind> {
    source.track.figures[figure].form.kinds()
}
