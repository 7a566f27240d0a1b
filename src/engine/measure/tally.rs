//! A weighted tally: Σ count × ω, or Σ count × ω ÷ rank where the lead unit counts for more.

use super::{Lever, Rise, Source, Term, join, term};
use crate::address::{Address, Column, Part};
use crate::exact::{Exact, Overflow};
use crate::figures::{Figure, Line};
use crate::ids::{FigureId, KindId, Table};
use crate::known::{Given, Known, Lack, both};
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
    let (kinds, whole) = (kinds(source, figure), Address::whole(source.side, figure));
    // Whatever the figures: as long as one kind has no weight, the sum means nothing.
    let mut lack = kinds.iter().any(|kind| kind.weight.is_none()).then(Lack::unstated);
    let lines = source.figures[figure].tally().at(whole);
    let lacking = lines.as_ref().map_or_else(|more| Some(more.clone()), |lines| lacking(lines, whole));
    if let Some(more) = lacking {
        lack.get_or_insert_with(Lack::default).absorb(more);
    }
    if let Some(lack) = lack {
        return Err(lack);
    }
    // Added up rank by rank, so that neither the order of lines nor a line split in two changes anything, not even which sums
    // would be too large. The lead unit's, which most are, without a list.
    let (mut sum, mut by_rank) = (Exact::ZERO, Vec::new());
    for line in counted(lines?, whole) {
        let (kind, count, rank) = line?;
        let weighted = count.times(kinds[kind].weight.map(Exact::from).ok_or_else(Lack::unstated)?)?;
        if rank == Exact::ONE {
            sum = sum.plus(weighted)?;
            continue;
        }
        let rank = usize::try_from(rank.floor()).map_err(|_| Overflow)?;
        if by_rank.len() <= rank {
            by_rank.resize(rank + 1, Exact::ZERO);
        }
        by_rank[rank] = by_rank[rank].plus(weighted)?;
    }
    for (rank, weighted) in (0..).zip(by_rank).skip(2) {
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
    lines.iter().try_fold(Exact::ZERO, |sum, line| sum.plus(count(line)?).ok())
}

/// All that any of the lines lacks.
fn lacking(lines: &[Line], whole: Address) -> Option<Lack> {
    counted(lines, whole).filter_map(Result::err).reduce(|mut lack, more| {
        lack.absorb(more);
        lack
    })
}

/// Kind, count and rank of every line, or all that it lacks.
fn counted(lines: &[Line], whole: Address) -> impl Iterator<Item = Known<(KindId, Exact, Exact)>> {
    lines.iter().enumerate().map(move |(index, line)| {
        let at = |column| whole.at(Part::Line(index, column));
        let (kind, count) = (line.kind.at(at(Column::Kind)), line.count.at(at(Column::Count)));
        let ((kind, count), rank) = both(both(kind, count), line.rank.at(at(Column::Rank)))?;
        Ok((*kind, *count, *rank))
    })
}

fn kinds(source: Source<'_>, figure: FigureId) -> &Table<KindId, Kind> {
    source.track.figures[figure].form.kinds()
}
