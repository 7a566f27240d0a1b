//! The indicators: a line for each measure with what is asked of it, and one for each criterion without a measure.

use super::{Cell, Line};
use crate::explanation::apart::{is_decided, shown_beside};
use crate::explanation::comparison::{observed_unit, requirement, unit_name};
use crate::paper::handover::Handover;
use crate::texts::Words;
use engine::criterion::CriterionFinding;
use engine::exact::{Exact, Rounding};
use engine::ids::{IndicatorId, MeasureId};
use engine::outcome::Outcome;
use engine::ruleset::{Criterion, Measure, MeasureUnit};

/// The head and all lines.
pub fn lines(of: &Handover) -> Vec<Line> {
    let indicators = of.rules.indicators.ids();
    std::iter::once(head(of)).chain(indicators.flat_map(|id| of_indicator(id, of))).collect()
}

fn head(of: &Handover) -> Line {
    let (words, report) = (of.words(), of.report_words());
    let fraction = |of_what: &str| Cell::text(&[of_what, words.colon, report.fraction].concat());
    let names = [report.ordinal, report.group, report.indicator, report.outcome, report.item];
    let mut line = Line::from(names.map(Cell::text));
    let baseline = (words.baseline)(of.stage);
    line.extend([Cell::text(report.value), fraction(report.value), Cell::text(baseline), fraction(baseline)]);
    line.push(Cell::text(report.unit));
    line.extend([Cell::text(words.requirement), Cell::text(report.compared), fraction(report.compared)]);
    line.extend([Cell::text(&[words.requirement, words.colon, report.value].concat()), fraction(words.requirement)]);
    let rest = [
        report.threshold_unit,
        report.criterion_outcome,
        report.reached,
        report.lacking,
        report.beyond,
        report.certainty,
        report.remark,
        report.quote,
        report.source,
    ];
    line.extend(rest.map(Cell::text));
    line
}

fn of_indicator(id: IndicatorId, of: &Handover) -> Vec<Line> {
    let indicator = &of.rules.indicators[id];
    let criteria = indicator.criteria(of.stage);
    let measured = indicator.measures.with_ids().map(|(at, measure)| {
        let asked = criteria.iter().position(|criterion| criterion.measure == Some(at));
        (Some((at, measure)), asked)
    });
    let unmeasured = criteria.iter().enumerate().filter(|(_, criterion)| criterion.measure.is_none());
    let parts = measured.chain(unmeasured.map(|(at, _)| (None, Some(at))));
    parts.map(|(measure, asked)| line(id, measure, asked, of)).collect()
}

fn line(id: IndicatorId, measure: Option<(MeasureId, &Measure)>, asked: Option<usize>, of: &Handover) -> Line {
    let words = of.words();
    let (indicator, found) = (&of.rules.indicators[id], &of.assessment.indicators[id]);
    let mut line = vec![
        Cell::whole(indicator.number),
        Cell::text(of.say(&indicator.group)),
        Cell::text(of.say(&indicator.title)),
        Cell::text((words.outcome)(found.outcome)),
        Cell::text(measure.map_or("", |(_, measure)| of.say(&measure.title))),
    ];
    // Without a measure nothing is shown in any unit.
    let unit = measure.map_or(MeasureUnit::Count, |(_, measure)| measure.unit);
    let working = measure.map(|(at, _)| &found.measures[at]);
    let finding = asked.map(|at| &found.criteria[at].finding);
    line.extend(number(working.and_then(|working| working.now.value), finding, unit));
    line.extend(number(working.and_then(|working| working.baseline.as_ref()?.value), None, unit));
    line.push(Cell::text(if measure.is_some() { unit_name(unit, words) } else { "" }));
    let criterion = asked.map(|at| &indicator.criteria(of.stage)[at]);
    match criterion.zip(finding) {
        Some((criterion, finding)) => line.extend(comparison(criterion, finding, unit, of)),
        None => line.extend(nothing_asked(words)),
    }
    let measure = measure.map(|(_, measure)| measure);
    let certainty = criterion.map(|criterion| criterion.certainty).or(measure.map(|measure| measure.certainty));
    let notes =
        [measure.and_then(|measure| measure.note.as_ref()), criterion.and_then(|criterion| criterion.note.as_ref())];
    let notes: Vec<_> = notes.into_iter().flatten().map(|note| of.say(note)).collect();
    line.extend([
        Cell::text(certainty.map_or("", words.certainty)),
        Cell::text(&notes.join(words.sentence_gap)),
        Cell::text(criterion.map_or("", |criterion| &criterion.quote)),
        Cell::text(&(words.source)(of.rules.annex, indicator.number)),
    ]);
    line
}

/// In the place of a comparison.
fn nothing_asked(words: &Words) -> [Cell; 10] {
    std::array::from_fn(|at| if at == 0 { Cell::text(words.no_threshold_here) } else { Cell::blank() })
}

/// What is asked, what is compared with it, and how far it is.
fn comparison(criterion: &Criterion, finding: &CriterionFinding, unit: MeasureUnit, of: &Handover) -> Line {
    let words = of.words();
    let asked = requirement(&criterion.rule, finding, unit, of.stage, words);
    let unit = observed_unit(&criterion.rule, unit);
    let unit_shown = finding.observed.or(finding.threshold).map_or("", |_| unit_name(unit, words));
    let mut line = vec![Cell::text(asked.as_deref().unwrap_or((words.outcome)(Outcome::Unstated)))];
    line.extend(number(finding.observed, Some(finding), unit));
    line.extend(number(finding.threshold, None, unit));
    line.extend([Cell::text(unit_shown), Cell::text((words.outcome)(finding.outcome)), reached(finding)]);
    line.extend(distance(finding, unit));
    line
}

/// A number and, where decimals do not hold it, its fraction. One that decides a finding is cut so that it does not contradict it.
fn number(value: Option<Exact>, finding: Option<&CriterionFinding>, unit: MeasureUnit) -> [Cell; 2] {
    let Some(exact) = value.and_then(|value| in_unit(value, unit)) else { return [Cell::blank(), Cell::blank()] };
    let deciding = finding.filter(|finding| is_decided(finding) && finding.observed == value);
    let threshold = deciding.and_then(|finding| in_unit(finding.threshold?, unit));
    let shown = threshold.and_then(|threshold| shown_beside(exact, threshold)).unwrap_or(exact);
    [Cell::exact(shown, Rounding::HalfAway), Cell::fraction(exact, shown)]
}

/// How much of the threshold is reached, in percent, never overstated; nothing where a share of it means nothing.
fn reached(finding: &CriterionFinding) -> Cell {
    let sensible = finding.threshold.is_some_and(|threshold| threshold > Exact::ZERO);
    let reached = finding.attainment.filter(|attainment| sensible && *attainment >= Exact::ZERO);
    match reached.and_then(|attainment| in_unit(attainment, MeasureUnit::Ratio)) {
        Some(percent) => Cell::number(percent.rounded(2, Rounding::TowardsZero)),
        None => Cell::blank(),
    }
}

/// What is lacking, rounded up, and what is beyond, rounded down.
fn distance(finding: &CriterionFinding, unit: MeasureUnit) -> [Cell; 2] {
    let lacking = finding.gap.and_then(|gap| in_unit(gap, unit));
    let beyond = finding.observed.zip(finding.threshold).filter(|_| finding.outcome == Outcome::Met);
    let beyond = beyond.and_then(|(observed, threshold)| in_unit(observed.minus(threshold).ok()?, unit));
    let cell = |distance: Option<Exact>, rounding| distance.map_or_else(Cell::blank, |it| Cell::exact(it, rounding));
    [cell(lacking, Rounding::Up), cell(beyond, Rounding::TowardsZero)]
}

/// A ratio in percent; everything else as it is. None where it is too large to be any sensible ratio.
fn in_unit(number: Exact, unit: MeasureUnit) -> Option<Exact> {
    match unit {
        MeasureUnit::Ratio => number.times(Exact::whole(100)).ok(),
        MeasureUnit::WanYuan | MeasureUnit::Count => Some(number),
    }
}
