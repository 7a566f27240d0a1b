//! The distances of all criteria: each held against its own threshold, so that all fit on one axis.

use super::change::change;
use super::comparison::{distance, measured, requirement};
use crate::number::percent;
use crate::texts::{Words, words};
use engine::exact::{Exact, Rounding};
use engine::explain::{ExplainedCriterion, ExplainedIndicator};
use engine::ids::{IndicatorId, MeasureId};
use engine::known::State;
use engine::outcome::Outcome;
use engine::ruleset::{MeasureUnit, Rule, Stage};
use engine::text::Lang;
use model::assessment::Assessment;
use model::rules::Rules;

/// One criterion's row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The indicator.
    pub indicator: IndicatorId,
    /// What is measured, where the indicator is asked for more than one thing.
    pub measure: Option<String>,
    /// What came of it.
    pub outcome: Outcome,
    /// Its bar, where a share of the threshold means something.
    pub bar: Option<Bar>,
    /// The share of the threshold, or what stands in place of the bar.
    pub says: String,
    /// The distance, and how the bar is to be read where it does not show all.
    pub remarks: Vec<String>,
}

/// A bar on the axis, which goes from 0 to twice the threshold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bar {
    /// Its length in ten-thousandths of the threshold, at most [`AXIS`].
    pub length: i128,
    /// Whether it goes on beyond the end of the axis.
    pub open: bool,
}

/// The end of the axis in ten-thousandths of the threshold.
pub const AXIS: i128 = 20_000;

impl Bar {
    /// The bar of a share of the threshold. What is below zero has no length.
    fn of(attainment: Exact) -> Bar {
        // What is too large to be multiplied lies beyond any axis.
        let length = attainment.times(Exact::whole(10_000)).map_or(AXIS + 1, Exact::floor);
        Bar { length: length.clamp(0, AXIS), open: length > AXIS || attainment > Exact::whole(2) }
    }

    /// Its length as a share of the axis in percent, digit by digit: `51.790%`.
    pub fn width(self) -> String {
        let thousandths = (self.length * 100_000 / AXIS).to_string();
        let padded = ["0000"[thousandths.len().min(4)..].to_owned(), thousandths].concat();
        let (whole, rest) = padded.split_at(padded.len() - 3);
        [whole, ".", rest, "%"].concat()
    }
}

/// A row for each criterion of the stage, in the order of the annex.
pub fn rows(assessment: &Assessment, rules: &Rules, stage: Stage, lang: Lang) -> Vec<Row> {
    let words = words(lang);
    let mut rows = Vec::new();
    for (indicator, finding) in assessment.indicators.with_ids() {
        let rule = &rules.indicators[indicator];
        let criteria = rule.criteria(stage);
        for (asked, comparison) in criteria.iter().zip(&finding.criteria) {
            let measure = asked.measure.map(|index| &rule.measures[index]);
            let unit = measure.map_or(MeasureUnit::Count, |measure| measure.unit);
            let bar = comparison.finding.attainment.filter(|_| is_above_zero(comparison)).map(Bar::of);
            let far = distance(&comparison.rule, &comparison.finding, unit, words);
            let (says, remarks) = match bar {
                Some(bar) => (share(comparison, words), [far, beside(comparison, bar, words)]),
                None => (instead(comparison, finding, asked.measure, unit, stage, words), [far, None]),
            };
            rows.push(Row {
                indicator,
                measure: measure.filter(|_| criteria.len() > 1).map(|measure| measure.title.get(lang).to_owned()),
                outcome: comparison.finding.outcome,
                bar,
                says,
                remarks: remarks.into_iter().flatten().collect(),
            });
        }
    }
    rows
}

/// A share of a threshold at or below zero would mislead.
fn is_above_zero(comparison: &ExplainedCriterion) -> bool {
    comparison.finding.threshold.is_some_and(|threshold| threshold > Exact::ZERO)
}

/// The share of the threshold in words, never more than it is.
fn share(comparison: &ExplainedCriterion, words: &Words) -> String {
    let attainment = comparison.finding.attainment.unwrap_or(Exact::ZERO);
    let share = percent(attainment.rounded(4, Rounding::TowardsZero).into()).text;
    (words.overview.of_threshold)(&share)
}

fn beside(comparison: &ExplainedCriterion, bar: Bar, words: &Words) -> Option<String> {
    let below = comparison.finding.attainment.is_some_and(|attainment| attainment < Exact::ZERO);
    let own = words.overview;
    below.then_some(own.below_axis).or(bar.open.then_some(own.beyond_axis)).map(str::to_owned)
}

/// What is said where no bar can be drawn.
fn instead(
    comparison: &ExplainedCriterion,
    finding: &ExplainedIndicator,
    measure: Option<MeasureId>,
    unit: MeasureUnit,
    stage: Stage,
    words: &Words,
) -> String {
    let (rule, found) = (&comparison.rule, &comparison.finding);
    let working = measure.map(|index| &finding.measures[index]);
    let waits = |state: State| match state {
        State::Refused => words.value_refused,
        State::NotComputable => words.cannot_divide,
        State::Unstated => words.weight_needed,
        State::Missing | State::Known => words.value_waits,
    };
    match found.outcome {
        Outcome::Met | Outcome::Unmet => {
            let change = working.and_then(|working| change(rule, found, working, unit, words));
            change.or_else(|| requirement(rule, found, unit, stage, words)).unwrap_or_default()
        }
        Outcome::Review => requirement(&Rule::Qualitative, found, unit, stage, words).unwrap_or_default(),
        Outcome::Unstated => match working.and_then(|working| measured(working, unit, None, words)) {
            Some(value) => (words.overview.stands_at)(&value.text),
            None => waits(measure.map_or(State::Missing, |index| finding.measures[index].now.state)).to_owned(),
        },
        Outcome::Invalid => waits(State::Refused).to_owned(),
        Outcome::NotComputable => waits(State::NotComputable).to_owned(),
        Outcome::Incomplete => waits(State::Missing).to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::{Bar, Row, rows};
    use crate::testing::exact;
    use engine::exact::Exact;
    use engine::outcome::Outcome::{Incomplete, Invalid, Met, NotComputable, Review, Unmet, Unstated};
    use engine::ruleset::{Stage, Track};
    use engine::text::Lang;
    use model::assessment::Assessment;
    use model::data::sheet;
    use model::testing::{ALL, id, json, rules, sample_input};

    #[test]
    fn a_share_of_the_threshold_becomes_a_length() {
        let table = [
            ("0", "0.000%", false),
            ("-0.3", "0.000%", false),
            ("0.0001", "0.005%", false),
            ("0.05", "2.500%", false),
            ("1", "50.000%", false),
            ("1.0358", "51.790%", false),
            ("2", "100.000%", false),
            ("2.000001", "100.000%", true),
            ("123456789", "100.000%", true),
            ("9999999999999999999999", "100.000%", true),
        ];
        for (attainment, width, open) in table {
            let bar = Bar::of(exact(attainment));
            assert_eq!((bar.width().as_str(), bar.open), (width, open), "{attainment}");
        }
        let just_below = Exact::ONE.minus(Exact::MILLIONTH).unwrap();
        assert_eq!(Bar::of(just_below).width(), "49.995%", "what is not reached stays short of the mark");
    }

    fn found(track: Track, stage: Stage, submission: &str) -> Vec<Row> {
        let rules = rules(track);
        let sheet = sheet(&json(submission), &rules);
        rows(&Assessment::of(&sheet, &rules, &rules.ruleset, stage, None), &rules, stage, Lang::Zh)
    }

    #[test]
    fn every_criterion_keeps_its_row() {
        for (track, stage) in ALL {
            let rules = rules(track);
            let sheet = sheet(&sample_input(track, stage), &rules);
            let rows = rows(&Assessment::of(&sheet, &rules, &rules.ruleset, stage, None), &rules, stage, Lang::Zh);
            let criteria: usize = rules.indicators.iter().map(|one| one.criteria(stage).len()).sum();
            assert_eq!(rows.len(), criteria);
            assert!(rows.iter().all(|row| !row.says.is_empty()), "{rows:?}");
        }
    }

    #[test]
    fn the_words_say_what_the_bar_cannot() {
        use Stage::Creation;
        use Track::{Enterprise, Park};
        let table = [
            (Park, 0, r#"{"figures": {"revenue": ["100亿", "100亿", "103亿"]}}"#, Met, "为门槛的 101%", true),
            (Park, 0, r#"{"figures": {"revenue": ["900亿", "100亿", "100亿"]}}"#, Met, "为门槛的 366.66%", true),
            (Park, 0, r#"{"figures": {"revenue": ["1", "1", ""]}}"#, Incomplete, "填齐后得出", false),
            (Park, 0, r#"{"figures": {"revenue": ["1", "1", "x"]}}"#, Invalid, "改正填写后得出", false),
            (
                Park,
                2,
                r#"{"figures": {"revenue": ["1", "1", "2"], "rd_spending": ["1", "0", "0"]}}"#,
                Unstated,
                "现为 25%",
                false,
            ),
            (
                Park,
                4,
                r#"{"figures": {"platforms": []}, "baseline": {"platforms": []}}"#,
                Unmet,
                "实际变化：0 − 0 = 0",
                false,
            ),
            (Park, 9, "{}", Review, "由评审综合评定，不设数值门槛", false),
            (
                Enterprise,
                10,
                r#"{"figures": {"gross_profit": ["-1", "0", "0"], "revenue": ["1", "1", "1"]}}"#,
                Unmet,
                "为门槛的 −222.22%",
                true,
            ),
            (
                Enterprise,
                10,
                r#"{"figures": {"gross_profit": ["1", "0", "0"], "revenue": ["0", "0", "0"]}}"#,
                NotComputable,
                "分母为零或为负，无法计算。",
                false,
            ),
        ];
        for (track, indicator, submission, outcome, says, drawn) in table {
            let rows = found(track, Creation, submission);
            let row = rows.iter().find(|row| row.indicator == id(indicator)).expect("a row");
            assert_eq!((row.outcome, row.says.as_str(), row.bar.is_some()), (outcome, says, drawn), "{submission}");
        }
    }
}
