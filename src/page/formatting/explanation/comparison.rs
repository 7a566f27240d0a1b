//! A measure held against what is asked of it, in words that never contradict the outcome.

use super::apart::held;
use crate::formatting::number::formula::equation;
use crate::formatting::number::{Reading, difference, full_amount, percent, value};
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

/// How far a decided criterion is from its threshold.
pub fn distance(rule: &Rule, finding: &CriterionFinding, unit: MeasureUnit, words: &Words) -> Option<String> {
    let unit = if matches!(rule, Rule::GrowthAtLeast(_)) { MeasureUnit::Ratio } else { unit };
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
    use crate::formatting::explanation::change::change;
    use crate::texts::words;
    use engine::ruleset::{MeasureUnit, Stage, Track};
    use engine::text::Lang;
    use model::assessment::Assessment;
    use model::data::sheet;
    use model::testing::{json, rules};

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
        use Stage::{Creation, Recognition};
        use Track::{Enterprise, Park};
        let table: [(Track, Stage, &str, &str, [&str; 5]); 17] = [
            (
                Park,
                Creation,
                "park.industry_scale",
                r#"{"figures": {"revenue": ["1000000", "1000000", "999999.999998"]}}"#,
                [
                    "99.9999999999 亿元（999,999.999999 万元）",
                    "不低于 100 亿元（1,000,000 万元）",
                    "",
                    "还差 0.000001 万元",
                    "达到门槛的 99.99%",
                ],
            ),
            (
                Park,
                Creation,
                "park.industry_scale",
                r#"{"figures": {"revenue": ["1000000", "1000000", "999999.999999"]}}"#,
                [
                    "99.9999999999 亿元（999,999.999999 万元）",
                    "不低于 100 亿元（1,000,000 万元）",
                    "",
                    "还差 0.000001 万元",
                    "达到门槛的 99.99%",
                ],
            ),
            (
                Park,
                Creation,
                "park.industry_scale",
                r#"{"figures": {"revenue": ["100亿", "100亿", "100亿"]}}"#,
                ["100 亿元（1,000,000 万元）", "不低于 100 亿元（1,000,000 万元）", "", "恰好达到", "达到门槛的 100%"],
            ),
            (
                Park,
                Creation,
                "park.industry_scale",
                r#"{"figures": {"revenue": ["1000000", "1000000", "1000000.000001"]}}"#,
                [
                    "100 亿元（1,000,000 万元）",
                    "不低于 100 亿元（1,000,000 万元）",
                    "",
                    "略高于 100 亿元（1,000,000 万元）",
                    "达到门槛的 100%",
                ],
            ),
            (
                Park,
                Creation,
                "park.industry_scale",
                r#"{"figures": {"revenue": ["100亿", "100亿", "103亿"]}}"#,
                [
                    "101 亿元（1,010,000 万元）",
                    "不低于 100 亿元（1,000,000 万元）",
                    "",
                    "超出 1 亿元（10,000 万元）",
                    "达到门槛的 101%",
                ],
            ),
            (Park, Creation, "park.industry_scale", "{}", ["", "不低于 100 亿元（1,000,000 万元）", "", "", ""]),
            (
                Park,
                Recognition,
                "park.industry_scale",
                "{}",
                ["", "填齐所需数据后得出", "(1 + □) × (1 + □) − 1", "", ""],
            ),
            (
                Park,
                Recognition,
                "park.industry_scale",
                r#"{"figures": {"revenue": ["100", "0", "104"], "national_revenue_growth": ["2", "3"]}}"#,
                ["4%", "不低于 5.06%", "(1 + 2%) × (1 + 3%) − 1 = 5.06%", "还差 1.06 个百分点", "达到门槛的 79.05%"],
            ),
            (
                Park,
                Recognition,
                "park.quality_enterprises",
                r#"{"figures": {"quality_enterprises": [{"kind": "high_tech", "count": "104"}]}, "baseline": {"quality_enterprises": [{"kind": "high_tech", "count": "100"}]}}"#,
                ["104", "增幅不低于 5%", "实际增幅：(104 − 100) ÷ 100 = 4%", "还差 1 个百分点", "达到门槛的 80%"],
            ),
            (
                Park,
                Creation,
                "park.innovation_platforms",
                r#"{"figures": {"platforms": []}, "baseline": {"platforms": []}}"#,
                ["0", "比近三年期初有所增加", "实际变化：0 − 0 = 0", "没有增加", ""],
            ),
            (
                Park,
                Creation,
                "park.innovation_platforms",
                r#"{"figures": {"platforms": [{"kind": "pilot_platform", "count": "1", "rank": "3"}]}, "baseline": {"platforms": []}}"#,
                ["0.333333", "比近三年期初有所增加", "实际变化：0.333333 − 0 ≈ +0.333333", "", ""],
            ),
            (Park, Creation, "park.rd_intensity", "{}", ["", "", "", "", ""]),
            (Park, Creation, "park.industrial_policy", "{}", ["", "由评审综合评定，不设数值门槛", "", "", ""]),
            (
                Enterprise,
                Creation,
                "enterprise.profitability",
                r#"{"figures": {"gross_profit": ["-1", "0", "0"], "revenue": ["1", "1", "1"]}}"#,
                ["−33.3334%", "不低于 15%", "", "还差 48.3334 个百分点", ""],
            ),
            (
                Enterprise,
                Recognition,
                "enterprise.profitability",
                r#"{"figures": {"gross_profit": ["0", "3", "3"], "revenue": ["1", "10", "10"]},
                    "baseline": {"gross_profit": ["1", "1", "1"], "revenue": ["4", "4", "4"]}}"#,
                ["30%", "由评审综合评定，不设数值门槛", "实际变化：30% − 25% = +5 个百分点", "", ""],
            ),
            (
                Enterprise,
                Recognition,
                "enterprise.invention_patents",
                r#"{"figures": {"patents": [{"kind": "other", "count": "8"}]}, "baseline": {"patents": [{"kind": "other", "count": "4"}]}}"#,
                ["8", "增加不少于 5", "实际变化：8 − 4 = +4", "还差 1", "达到门槛的 80%"],
            ),
            (
                Enterprise,
                Creation,
                "enterprise.standards",
                r#"{"figures": {"standards": [{"kind": "industry", "count": "3", "rank": "3"}]}}"#,
                ["1", "不低于 1", "", "恰好达到", "达到门槛的 100%"],
            ),
        ];
        for (track, stage, indicator, submission, expected) in table {
            assert_eq!(said(track, stage, indicator, submission), expected, "{indicator} {stage:?} {submission}");
        }
    }
}
