//! What is left to do before an application: what to correct, to fill in, to check, and what only the batch's notice can say.

use super::handover::Handover;
use crate::explanation::naming::full;
use engine::address::{Address, Side};
use engine::ids::IndicatorId;
use engine::ruleset::Certainty;
use model::assessment::{About, Problem, Spot, Warning};

/// One thing to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Point {
    /// What kind of thing.
    pub topic: &'static str,
    /// The thing.
    pub text: String,
}

/// Everything that is left, topic by topic.
pub fn open_points(of: &Handover) -> Vec<Point> {
    let (words, report) = (of.words(), of.report_words());
    let about = |topic: &'static str, texts: Vec<String>| texts.into_iter().map(move |text| Point { topic, text });
    let points = about(words.problems, refused(of))
        .chain(about(report.missing, missing(of)))
        .chain(about(words.warnings, doubted(of)))
        .chain(about(report.unsettled, unsettled(of)));
    points.collect()
}

fn refused(of: &Handover) -> Vec<String> {
    let words = of.words();
    let one = |refusal: &Problem| {
        let name = match refusal.at {
            Spot::Figure(at) => named(at, of),
            Spot::LastYear(Side::Now) => words.years.last_year.to_owned(),
            Spot::LastYear(Side::Baseline) => words.years.baseline_last_year.to_owned(),
            Spot::Field => words.field.to_owned(),
            Spot::Score(_) => words.scores.to_owned(),
        };
        [&name, words.colon, (words.number.problem_in_brief)(refusal.code)].concat()
    };
    of.assessment.problems.iter().map(one).collect()
}

fn missing(of: &Handover) -> Vec<String> {
    let words = of.words();
    let particulars = of.assessment.particulars_missing.then(|| words.particulars_missing.to_owned());
    let lacking = of.assessment.indicators.with_ids().filter(|(_, finding)| !finding.missing.is_empty());
    let figures = lacking.map(|(index, finding)| {
        let names: Vec<_> = finding.missing.iter().map(|at| named(*at, of)).collect();
        [&of.indicator(index), words.colon, &names.join(words.enumeration)].concat()
    });
    particulars.into_iter().chain(figures).collect()
}

/// Said once of all the years in which it is so.
fn doubted(of: &Handover) -> Vec<String> {
    let words = of.words();
    let one = |doubts: &[Warning]| {
        let message = match doubts[0].about {
            About::Relation(relation) => of.say(&of.rules.plausibility[relation].message),
            about => (words.doubt)(about),
        };
        let names: Vec<_> = doubts.iter().flat_map(|doubt| &doubt.at).map(|at| named(*at, of)).collect();
        let (open, close) = words.brackets;
        [message, open, &names.join(words.enumeration), close].concat()
    };
    let overlap = of.assessment.baseline_overlaps.then(|| words.years.baseline_overlaps.to_owned());
    let doubts = of.assessment.warnings.chunk_by(|one, next| one.about == next.about).map(one);
    overlap.into_iter().chain(doubts).collect()
}

/// The indicators of which the plan does not say everything.
fn unsettled(of: &Handover) -> Vec<String> {
    let words = of.words();
    let one = |index: IndicatorId| {
        let indicator = &of.rules.indicators[index];
        let measured = indicator.measures.iter().map(|measure| measure.certainty);
        let certainties: Vec<_> =
            measured.chain(indicator.criteria(of.stage).iter().map(|criterion| criterion.certainty)).collect();
        let open = [Certainty::Unstated, Certainty::Reading].into_iter().filter(|one| certainties.contains(one));
        let said: Vec<_> = open.map(words.certainty).collect();
        (!said.is_empty()).then(|| [&of.indicator(index), words.colon, &said.join(words.enumeration)].concat())
    };
    of.rules.indicators.ids().filter_map(one).collect()
}

fn named(at: Address, of: &Handover) -> String {
    full(at, of.rules, of.period(), of.lang)
}

#[cfg(test)]
mod tests {
    use super::{Handover, open_points};
    use crate::paper::handover::testing::handed;
    use engine::address::Side;
    use engine::text::Lang;
    use model::assessment::Assessment;
    use model::testing::{ALL, json};

    #[test]
    fn every_kind_of_open_point_is_named_with_its_place() {
        let table = [
            (
                r#"{"figures": {"revenue": ["1", "x", "3"]}}"#,
                "需要改正的填写",
                "主导产业规模以上企业营业收入 · 第二年：不是一个确切的数",
            ),
            (
                r#"{"figures": {"revenue": ["1", "2", ""]}}"#,
                "尚未填写",
                "1 主导产业规模：主导产业规模以上企业营业收入 · 第三年（最近）",
            ),
            (
                r#"{"figures": {"revenue": ["9850000000", "", ""]}}"#,
                "请核对",
                "与门槛相差 1000 倍以上，请核对单位。（主导产业规模以上企业营业收入 · 第一年（最早））",
            ),
            ("{}", "尚未填写", "重点领域或申报条件尚未填完"),
            ("{}", "原文未载明或不明确，请以当批通知为准", "3 研发投入强度：原文未载明、原文不明确，按理解计算"),
        ];
        for (submission, topic, text) in table {
            let found = handed(ALL[0], &json(submission), Lang::Zh, open_points);
            assert!(found.iter().any(|point| (point.topic, point.text.as_str()) == (topic, text)), "{text}: {found:?}");
        }
    }

    #[test]
    fn places_are_named_with_their_years() {
        let missing = r#"{"last_year": 2025, "figures": {"revenue": ["1", "x", ""]}}"#;
        let table = [
            (missing, "主导产业规模以上企业营业收入 · 2024年：不是一个确切的数"),
            (missing, "1 主导产业规模：主导产业规模以上企业营业收入 · 2025年"),
            (r#"{"last_year": "25"}"#, "数据截至年度：超出范围"),
            (r#"{"last_year": "去年"}"#, "数据截至年度：不是一个确切的数"),
        ];
        for (submission, text) in table {
            let found = handed(ALL[0], &json(submission), Lang::Zh, open_points);
            assert!(found.iter().any(|point| point.text == text), "{text}: {found:?}");
        }
    }

    #[test]
    fn a_baseline_that_reaches_into_the_creation_period_is_asked_about() {
        for (of_baseline, expected) in [("2025", 0), ("2026", 1)] {
            let doubts = handed(ALL[1], &json("{}"), Lang::Zh, |of| {
                let mut sheet = of.sheet.clone();
                sheet.write_last_year(Side::Now, "2027".into());
                sheet.write_last_year(Side::Baseline, of_baseline.into());
                let assessment = Assessment::of(&sheet, of.rules, &of.rules.ruleset, of.stage, None);
                open_points(&Handover { sheet: &sheet, assessment: &assessment, ..*of })
            });
            let doubts: Vec<_> = doubts.iter().filter(|point| point.topic == "请核对").collect();
            assert_eq!(doubts.len(), expected, "{doubts:?}");
        }
    }

    #[test]
    fn figures_that_do_not_go_together_are_asked_about_once() {
        let submission =
            r#"{"figures": {"revenue": ["100亿", "100亿", "900亿"], "rd_spending": ["200亿", "200亿", "200亿"]}}"#;
        let found = handed(ALL[0], &json(submission), Lang::Zh, open_points);
        let doubts: Vec<_> = found.iter().filter(|point| point.topic == "请核对").collect();
        assert_eq!(doubts.len(), 1, "{doubts:?}");
        assert!(doubts[0].text.contains("第一年（最早）") && doubts[0].text.contains("第二年"), "{doubts:?}");
    }
}
