//! A measure held against what is asked of it, in words that never contradict the outcome.

use super::number::{Reading, amount, amount_to_add, exact, full_amount, percent, plain, value, value_below};
use crate::engine::exact::Exact;
use crate::engine::outcome::Outcome;
use crate::engine::report::{CriterionReport, MeasureReport};
use crate::engine::ruleset::{MeasureUnit, Rule, Stage};
use crate::ui::wording::Words;

/// What is asked, in words.
pub fn requirement(rule: &Rule, criterion: &CriterionReport, unit: MeasureUnit, stage: Stage, words: &Words) -> String {
    match rule {
        Rule::AtLeast(_) => match criterion.threshold.as_deref().map(exact) {
            Some(threshold) => (words.at_least)(&in_full(threshold, unit, words)),
            None => words.threshold_waits.to_owned(),
        },
        Rule::GrowthAtLeast(threshold) => (words.growth_at_least)(&percent(Exact::from(*threshold)).text),
        Rule::IncreaseAtLeast(threshold) => {
            (words.increase_at_least)(&difference(Exact::from(*threshold), unit, words))
        }
        Rule::Increases => (words.increases)(stage),
        Rule::Unstated => words.threshold_unstated.to_owned(),
        Rule::Qualitative => words.reviewers_decide.to_owned(),
    }
}

/// A measure's value. Where it misses the threshold of `criterion`, it is shown with the decimals that it takes to see that.
pub fn measured(measure: &MeasureReport, asked: Option<(&Rule, &CriterionReport)>, words: &Words) -> Option<Reading> {
    let (number, rounded) = reported(&measure.value, &measure.exact)?;
    let missed = asked.filter(|(rule, found)| matches!(rule, Rule::AtLeast(_)) && found.outcome == Outcome::Unmet);
    let reading = match missed.and_then(|(_, found)| found.threshold.as_deref()) {
        Some(threshold) => value_below(number, exact(threshold), measure.unit, words),
        None => value(number, measure.unit, words),
    };
    Some(Reading { rounded: reading.rounded || rounded, ..reading })
}

/// What a criterion that looks back compares with its threshold: the growth or the change. None for the others, which compare
/// the measure itself.
pub fn change(
    rule: &Rule,
    criterion: &CriterionReport,
    unit: MeasureUnit,
    words: &Words,
) -> Option<(&'static str, Reading)> {
    let (number, rounded) = reported(&criterion.observed, &criterion.observed_exact)?;
    let of_change = |number: Exact| {
        let text = difference(number, unit, words);
        let text = if number > Exact::ZERO { ["+", &text].concat() } else { text };
        Reading { text, rounded }
    };
    match rule {
        Rule::GrowthAtLeast(_) => {
            let missed = criterion.threshold.as_deref().filter(|_| criterion.outcome == Outcome::Unmet);
            let reading = match missed {
                Some(threshold) => value_below(number, exact(threshold), MeasureUnit::Ratio, words),
                None => value(number, MeasureUnit::Ratio, words),
            };
            Some((words.observed_growth, Reading { rounded: reading.rounded || rounded, ..reading }))
        }
        Rule::Increases if criterion.outcome == Outcome::Met && number == Exact::ZERO => {
            Some((words.observed_increase, Reading { text: (words.just_above)("0"), rounded: false }))
        }
        Rule::IncreaseAtLeast(_) | Rule::Increases | Rule::Qualitative => {
            Some((words.observed_increase, of_change(number)))
        }
        Rule::AtLeast(_) | Rule::Unstated => None,
    }
}

/// How far a decided criterion is from its threshold.
pub fn distance(rule: &Rule, criterion: &CriterionReport, unit: MeasureUnit, words: &Words) -> Option<String> {
    let unit = if matches!(rule, Rule::GrowthAtLeast(_)) { MeasureUnit::Ratio } else { unit };
    match criterion.outcome {
        Outcome::Unmet => match (&criterion.gap, rule) {
            (Some(gap), _) if unit == MeasureUnit::WanYuan => Some((words.short_by)(&amount_to_add(exact(gap), words))),
            (Some(gap), _) => Some((words.short_by)(&difference(exact(gap), unit, words))),
            (None, Rule::Increases) => Some(words.not_increased.to_owned()),
            (None, _) => None,
        },
        Outcome::Met if criterion.threshold.is_some() => {
            if criterion.observed_exact == criterion.threshold_exact {
                return Some(words.exactly_met.to_owned());
            }
            let [observed, threshold] =
                [&criterion.observed, &criterion.threshold].map(|text| text.as_deref().map(exact));
            let surplus = observed?.minus(threshold?).ok()?;
            // Next to nothing beyond is not shown as nothing beyond.
            let visible = Exact::whole(100).times(surplus).is_ok_and(|hundredfold| hundredfold >= Exact::ONE);
            Some(if surplus > Exact::ZERO && (visible || unit != MeasureUnit::WanYuan) {
                (words.beyond_by)(&difference(surplus, unit, words))
            } else {
                (words.just_above)(&value(threshold?, unit, words).text)
            })
        }
        _ => None,
    }
}

/// How much of the threshold is reached, in percent; none where a share of it means nothing.
pub fn reached(criterion: &CriterionReport, words: &Words) -> Option<String> {
    let attainment = exact(criterion.attainment.as_deref()?);
    let threshold = criterion.threshold.as_deref().map(exact)?;
    (threshold > Exact::ZERO && attainment >= Exact::ZERO)
        .then(|| (words.reached)(&value(attainment, MeasureUnit::Ratio, words).text))
}

/// A difference between two values of a unit. That of two percentages is in percentage points.
fn difference(difference: Exact, unit: MeasureUnit, words: &Words) -> String {
    match unit {
        MeasureUnit::WanYuan => amount(difference, words).text,
        MeasureUnit::Ratio => {
            let percent = value(difference, unit, words).text;
            (words.percentage_points)(percent.trim_end_matches('%'))
        }
        MeasureUnit::Count => plain(difference).text,
    }
}

/// A threshold, to its last digit.
fn in_full(threshold: Exact, unit: MeasureUnit, words: &Words) -> String {
    match unit {
        MeasureUnit::WanYuan => full_amount(threshold, words),
        MeasureUnit::Ratio | MeasureUnit::Count => value(threshold, unit, words).text,
    }
}

/// A number of the report, and whether its decimals say less than its fraction.
fn reported(value: &Option<String>, fraction: &Option<String>) -> Option<(Exact, bool)> {
    let number = exact(value.as_deref()?);
    Some((number, Some(number.fraction().as_str()) != fraction.as_deref()))
}

#[cfg(test)]
mod tests {
    use super::{change, distance, measured, reached, requirement};
    use crate::engine::ruleset::{MeasureUnit, Stage, Track};
    use crate::engine::text::Lang;
    use crate::ui::state::assessment::Assessment;
    use crate::ui::state::submission::sheet;
    use crate::ui::state::testing::{json, rules};
    use crate::ui::wording::words;

    /// What the page says of the criterion of a track's indicator, for figures given as a submission.
    fn said(track: Track, stage: Stage, indicator: &str, submission: &str) -> [String; 5] {
        let (rules, words) = (rules(track), words(Lang::Zh));
        let assessment = Assessment::of(&sheet(&json(submission), &rules), &rules, stage, None);
        let at = rules.indicators.iter().position(|one| one.id == indicator).expect("an indicator");
        let (rule, report) = (&rules.indicators[at], &assessment.indicators[at].report);
        let (asked, found) = (&rule.criteria(stage)[0], &report.criteria[0]);
        let unit = asked.measure.map_or(MeasureUnit::Count, |measure| rule.measures[measure].unit);
        let measure = asked.measure.map(|measure| &report.measures[measure]);
        let value = measure.and_then(|measure| measured(measure, Some((&asked.rule, found)), words));
        [
            value.map_or(String::new(), |value| value.text),
            requirement(&asked.rule, found, unit, stage, words),
            change(&asked.rule, found, unit, words)
                .map_or(String::new(), |(label, change)| [label, " ", &change.text].concat()),
            distance(&asked.rule, found, unit, words).unwrap_or_default(),
            reached(found, words).unwrap_or_default(),
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
                    "略低于 100 亿元（1,000,000 万元）",
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
            (Park, Recognition, "park.industry_scale", "{}", ["", "填齐所需数据后得出", "", "", ""]),
            (
                Park,
                Recognition,
                "park.industry_scale",
                r#"{"figures": {"revenue": ["100", "0", "104"], "national_revenue_growth": ["2", "3"]}}"#,
                ["4%", "不低于 5.06%", "", "还差 1.06 个百分点", "达到门槛的 79.05%"],
            ),
            (
                Park,
                Recognition,
                "park.quality_enterprises",
                r#"{"figures": {"quality_enterprises": [{"kind": "high_tech", "count": "104"}]}, "baseline": {"quality_enterprises": [{"kind": "high_tech", "count": "100"}]}}"#,
                ["104", "增幅不低于 5%", "实际增幅 4%", "还差 1 个百分点", "达到门槛的 80%"],
            ),
            (
                Park,
                Creation,
                "park.innovation_platforms",
                r#"{"figures": {"platforms": []}, "baseline": {"platforms": []}}"#,
                ["0", "比近三年期初有所增加", "实际变化 0", "没有增加", ""],
            ),
            (
                Park,
                Creation,
                "park.innovation_platforms",
                r#"{"figures": {"platforms": [{"kind": "pilot_platform", "count": "1", "rank": "3"}]}, "baseline": {"platforms": []}}"#,
                ["0.333333", "比近三年期初有所增加", "实际变化 +0.333333", "", ""],
            ),
            (Park, Creation, "park.rd_intensity", "{}", ["", "门槛未载明，以当批创建工作通知为准", "", "", ""]),
            (Park, Creation, "park.industrial_policy", "{}", ["", "由评审综合评定，不设数值门槛", "", "", ""]),
            (
                Enterprise,
                Creation,
                "enterprise.profitability",
                r#"{"figures": {"gross_profit": ["-1", "0", "0"], "revenue": ["1", "1", "1"]}}"#,
                ["−33.3333%", "不低于 15%", "", "还差 48.3334 个百分点", ""],
            ),
            (
                Enterprise,
                Recognition,
                "enterprise.profitability",
                r#"{"figures": {"gross_profit": ["0", "3", "3"], "revenue": ["1", "10", "10"]},
                    "baseline": {"gross_profit": ["1", "1", "1"], "revenue": ["4", "4", "4"]}}"#,
                ["30%", "由评审综合评定，不设数值门槛", "实际变化 +5 个百分点", "", ""],
            ),
            (
                Enterprise,
                Recognition,
                "enterprise.invention_patents",
                r#"{"figures": {"patents": [{"kind": "other", "count": "8"}]}, "baseline": {"patents": [{"kind": "other", "count": "4"}]}}"#,
                ["8", "增加不少于 5", "实际变化 +4", "还差 1", "达到门槛的 80%"],
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
