//! A measure held against what is asked of it, in words that never contradict the outcome.

use super::apart::held;
use crate::number::formula::equation;
use crate::number::{Reading, difference, full_amount, percent, value};
use crate::texts::Words;
use engine::criterion::CriterionFinding;
use engine::exact::{Exact, Rounding};
use engine::explain::{ExplainedCriterion, ExplainedMeasure};
use engine::outcome::Outcome;
use engine::ruleset::{MeasureUnit, Rule, Stage, Threshold};

/// What is asked, in words; none where the text asks for nothing that could be named.
pub fn requirement(
    rule: &Rule,
    finding: &CriterionFinding,
    unit: MeasureUnit,
    stage: Stage,
    words: &Words,
) -> Option<String> {
    match (rule, finding.threshold) {
        (Rule::AtLeast(Threshold::Compound(_)), Some(rate)) => Some((words.at_least)(&in_full(rate, unit, words))),
        (Rule::AtLeast(Threshold::Compound(_)), None) => Some(words.threshold_waits.to_owned()),
        _ => demand(rule, unit, stage, words),
    }
}

/// What a rule asks for whatever the figures, in words; none where the text asks for nothing that could be named, or where the
/// threshold is computed from figures.
pub fn demand(rule: &Rule, unit: MeasureUnit, stage: Stage, words: &Words) -> Option<String> {
    Some(match rule {
        Rule::AtLeast(Threshold::Number(threshold)) => (words.at_least)(&in_full(Exact::from(*threshold), unit, words)),
        Rule::GrowthAtLeast(threshold) => (words.growth_at_least)(&percent(Exact::from(*threshold)).text),
        Rule::IncreaseAtLeast(threshold) => {
            (words.increase_at_least)(&difference(Exact::from(*threshold), unit, words).text)
        }
        Rule::Increases => (words.increases)(stage),
        Rule::Qualitative => words.reviewers_decide.to_owned(),
        Rule::AtLeast(Threshold::Compound(_)) | Rule::Unstated => return None,
    })
}

/// How the threshold came about, where it is computed: `(1 + 2.1%) × (1 + 2.5%) − 1 = 4.6525%`.
pub fn threshold_steps(comparison: &ExplainedCriterion, words: &Words) -> Option<String> {
    let reading = comparison.finding.threshold.map(percent);
    (!comparison.threshold.is_empty()).then(|| equation(&comparison.threshold, reading.as_ref(), words))
}

/// A measure's value; beside its threshold, where it is held against one.
pub fn measured(
    working: &ExplainedMeasure,
    unit: MeasureUnit,
    asked: Option<(&Rule, &CriterionFinding)>,
    words: &Words,
) -> Option<Reading> {
    let compared = asked.filter(|(rule, _)| matches!(rule, Rule::AtLeast(_)));
    match compared.and_then(|(_, finding)| held(finding, unit, value, words)) {
        Some(apart) => Some(apart.value),
        None => working.now.value.map(|number| value(number, unit, words)),
    }
}

/// The unit of what is held against the threshold: a growth is a ratio, whatever grows.
pub fn observed_unit(rule: &Rule, unit: MeasureUnit) -> MeasureUnit {
    if matches!(rule, Rule::GrowthAtLeast(_)) { MeasureUnit::Ratio } else { unit }
}

/// The name of a unit, for a column of its own.
pub fn unit_name(unit: MeasureUnit, words: &Words) -> &'static str {
    match unit {
        MeasureUnit::WanYuan => words.wan_yuan,
        MeasureUnit::Ratio => words.percent,
        MeasureUnit::Count => words.count,
    }
}

/// How far a decided criterion is from its threshold.
pub fn distance(rule: &Rule, finding: &CriterionFinding, unit: MeasureUnit, words: &Words) -> Option<String> {
    let unit = observed_unit(rule, unit);
    if finding.outcome == Outcome::Unmet && matches!(rule, Rule::Increases) {
        return Some(words.not_increased.to_owned());
    }
    let distance = held(finding, unit, value, words)?.distance;
    let threshold = finding.threshold?;
    Some(match (finding.outcome, distance) {
        (Outcome::Unmet, distance) => (words.short_by)(&distance?),
        (_, Some(distance)) => (words.beyond_by)(&distance),
        (_, None) if finding.observed == Some(threshold) => words.exactly_met.to_owned(),
        (_, None) => (words.just_above)(&in_full(threshold, unit, words)),
    })
}

/// How much of the threshold is reached, in percent; none where a share of it means nothing.
pub fn reached(finding: &CriterionFinding, words: &Words) -> Option<String> {
    let (attainment, threshold) = (finding.attainment?, finding.threshold?);
    (threshold > Exact::ZERO && attainment >= Exact::ZERO).then(|| {
        let reached = attainment.rounded(4, Rounding::TowardsZero);
        (words.reached)(&percent(reached.into()).text)
    })
}

/// A threshold, to its last digit.
fn in_full(threshold: Exact, unit: MeasureUnit, words: &Words) -> String {
    match unit {
        MeasureUnit::WanYuan => full_amount(threshold, words),
        MeasureUnit::Ratio | MeasureUnit::Count => value(threshold, unit, words).text,
    }
}

#[cfg(test)]
mod tests {
    use super::{distance, measured, reached, requirement, threshold_steps};
    use crate::explanation::change::change;
    use crate::texts::words;
    use engine::names::Named;
    use engine::ruleset::{MeasureUnit, Stage, Track};
    use engine::text::Lang;
    use model::assessment::Assessment;
    use model::data::sheet;
    use model::testing::{json, rows, rules};

    /// What the page says of the criterion of a track's indicator, for figures given as a submission.
    fn said(track: Track, stage: Stage, indicator: &str, submission: &str) -> [String; 5] {
        let (rules, words) = (rules(track), words(Lang::Zh));
        let assessment = Assessment::of(&sheet(&json(submission), &rules), &rules, &rules.ruleset, stage, None);
        let at = rules.indicator(indicator).expect("an indicator");
        let (rule, found) = (&rules.indicators[at], &assessment.indicators[at]);
        let (asked, comparison) = (&rule.criteria(stage)[0], &found.criteria[0]);
        let finding = &comparison.finding;
        let unit = asked.measure.map_or(MeasureUnit::Count, |measure| rule.measures[measure].unit);
        let working = asked.measure.map(|measure| &found.measures[measure]);
        let value = working.and_then(|working| measured(working, unit, Some((&asked.rule, finding)), words));
        let steps = threshold_steps(comparison, words);
        [
            value.map_or(String::new(), |value| value.text),
            requirement(&asked.rule, finding, unit, stage, words).unwrap_or_default(),
            working
                .and_then(|working| change(&asked.rule, finding, working, unit, words))
                .or(steps)
                .unwrap_or_default(),
            distance(&asked.rule, finding, unit, words).unwrap_or_default(),
            reached(finding, words).unwrap_or_default(),
        ]
    }

    #[test]
    fn the_words_agree_with_the_outcome() {
        for (line, cells) in rows(include_str!("../../../tests/cases/comparison.txt")) {
            let [indicator, stage, submission, expected @ ..] = &cells[..] else {
                panic!("line {line}: eight columns")
            };
            let track = if indicator.starts_with("park.") { Track::Park } else { Track::Enterprise };
            let stage = Stage::named(stage).expect("a stage");
            let said = said(track, stage, indicator, submission);
            let said: Vec<_> = said.iter().map(|text| if text.is_empty() { "-" } else { text.as_str() }).collect();
            assert_eq!(said, expected, "line {line}: {indicator} {submission}");
        }
    }
}
