//! How the person's own scores come to one: `82.5 × 60% + 90 × 40% = 85.5`.

use crate::number::formula::equation;
use crate::number::{Reading, plain};
use crate::texts::Words;
use engine::exact::{Exact, Overflow, Rounding};
use engine::measure::Term;
use engine::ruleset::{TrackRules, Weighing};
use engine::score::Score;
use model::sheet::Scores;

/// The two scores weighed.
pub fn weighed(score: &Score, weighing: &Weighing, words: &Words) -> String {
    let parts = [(score.basics, weighing.basics), (score.workplan, weighing.workplan)]
        .map(|(score, weight)| (shown(score), Exact::from(weight)));
    let mut terms = Vec::new();
    for (number, weight) in parts {
        if !terms.is_empty() {
            terms.push(Term::Sign(" + "));
        }
        terms.extend([Term::Number(number), Term::Sign(" × "), in_percent(weight)]);
    }
    let sum = || Exact::sum([parts[0].0.times(parts[0].1)?, parts[1].0.times(parts[1].1)?]);
    equation(&terms, Some(&reading(score.total, sum())), words)
}

/// The score of the basic conditions as the mean of those of the indicators, weighted by their points; none where the ruleset
/// gives no points.
pub fn mean(score: &Score, scores: &Scores, rules: &TrackRules, words: &Words) -> Option<String> {
    let points = rules
        .indicators
        .iter()
        .zip(&scores.indicators)
        .filter_map(|(indicator, score)| Some((Exact::from(score.number()?), Exact::from(indicator.points?))));
    let (mut terms, mut weighted, mut all) = (vec![Term::Sign("(")], Vec::new(), Vec::new());
    for (number, points) in points {
        if !all.is_empty() {
            terms.push(Term::Sign(" + "));
        }
        terms.extend([Term::Number(number), Term::Sign(" × "), Term::Number(points)]);
        weighted.push(number.times(points));
        all.push(points);
    }
    let sum = Exact::sum(all.iter().copied()).ok().filter(|sum| *sum > Exact::ZERO)?;
    terms.extend([Term::Sign(")"), Term::Sign(" ÷ "), Term::Number(sum)]);
    let weighted = weighted.into_iter().collect::<Result<Vec<_>, _>>().and_then(Exact::sum);
    let result = weighted.and_then(|weighted| weighted.over(sum));
    Some(equation(&terms, Some(&reading(score.basics, result)), words))
}

/// What a calculation with shown numbers comes to: equal to the score as it is shown, or about.
fn reading(score: Exact, calculated: Result<Exact, Overflow>) -> Reading {
    let score = shown(score);
    Reading { text: plain(score).text, rounded: calculated != Ok(score) }
}

/// To the report's decimals.
fn shown(score: Exact) -> Exact {
    score.rounded(6, Rounding::HalfAway).into()
}

fn in_percent(weight: Exact) -> Term {
    weight.times(Exact::whole(100)).map_or(Term::Number(weight), Term::Percent)
}

#[cfg(test)]
mod tests {
    use super::{mean, weighed};
    use crate::texts::words;
    use engine::input::Input;
    use engine::ruleset::{Stage, Track};
    use engine::text::Lang;
    use model::assessment::Assessment;
    use model::data::sheet;
    use model::rules::Rules;
    use model::testing::{id, json, rules};

    /// The working of the weighing, and that of the mean.
    fn worked(rules: &Rules, scores: &str) -> Option<[String; 2]> {
        let given: Input = json(&["{\"scores\": ", scores, "}"].concat());
        let sheet = sheet(&given, rules);
        let score = Assessment::of(&sheet, rules, &rules.ruleset, Stage::Creation, None).score?;
        let words = words(Lang::Zh);
        let of_indicators = mean(&score, &sheet.scores, rules, words).unwrap_or_default();
        Some([weighed(&score, &rules.ruleset.weighing, words), of_indicators])
    }

    #[test]
    fn the_working_is_what_a_calculator_says() {
        let table = [
            (r#"{"basics": "82.5", "workplan": "90"}"#, Some("82.5 × 60% + 90 × 40% = 85.5")),
            (r#"{"basics": "１００", "workplan": "0"}"#, Some("100 × 60% + 0 × 40% = 60")),
            (r#"{"basics": "0.000001", "workplan": "0"}"#, Some("0.000001 × 60% + 0 × 40% ≈ 0.000001")),
            (r#"{"basics": "82.5"}"#, None),
            (r#"{"basics": "101", "workplan": "90"}"#, None),
        ];
        for (scores, expected) in table {
            let found = worked(&rules(Track::Park), scores);
            assert_eq!(found.as_ref().map(|[weighed, _]| weighed.as_str()), expected, "{scores}");
        }
    }

    #[test]
    fn points_make_a_mean_of_the_basics() {
        let mut rules = rules(Track::Park);
        let mut ruleset = (*rules.ruleset).clone();
        for (index, points) in [(0, 10), (1, 20)] {
            std::sync::Arc::make_mut(&mut ruleset.park).indicators[id(index)].points = Some(points.into());
        }
        rules.ruleset = ruleset.into();
        let scores =
            r#"{"workplan": "90", "indicators": {"park.industry_scale": "80", "park.quality_enterprises": "91"}}"#;
        assert_eq!(
            worked(&rules, scores),
            Some(["87.333333 × 60% + 90 × 40% ≈ 88.4".to_owned(), "(80 × 10 + 91 × 20) ÷ 30 ≈ 87.333333".to_owned(),])
        );
    }
}
