//! What a criterion that looks back compares with its threshold, and how it comes about.

use super::apart::held;
use crate::number::formula::equation;
use crate::number::{Reading, difference, percent, value};
use crate::texts::Words;
use engine::criterion::CriterionFinding;
use engine::exact::{Exact, Rounding};
use engine::explain::ExplainedMeasure;
use engine::measure::Term;
use engine::ruleset::{MeasureUnit, Rule};

/// The growth or the change, with the steps that lead to it:
/// `实际增幅：(67 − 63) ÷ 63 ≈ 6.3492%`. None for the others, which compare the measure itself.
pub fn change(
    rule: &Rule,
    finding: &CriterionFinding,
    working: &ExplainedMeasure,
    unit: MeasureUnit,
    words: &Words,
) -> Option<String> {
    let observed = finding.observed?;
    let (now, then) = (working.now.value?, working.baseline.as_ref()?.value?);
    let (minus, [now_term, then_term]) = (Term::Sign(" − "), [now, then].map(|number| term(number, unit)));
    let (label, terms, reading) = match rule {
        Rule::GrowthAtLeast(_) => {
            let sign = Term::Sign;
            let terms = vec![sign("("), now_term, minus, then_term.clone(), sign(")"), sign(" ÷ "), then_term];
            let beside = held(finding, MeasureUnit::Ratio, value, words);
            (words.observed_growth, terms, beside.map_or_else(|| percent(observed), |apart| apart.value))
        }
        Rule::IncreaseAtLeast(_) | Rule::Increases | Rule::Qualitative => {
            // As shown, so that it is what a calculator makes of the two.
            let shown = rounded(now).minus(rounded(then)).ok()?;
            let beside = held(finding, unit, difference, words).map(|apart| apart.value);
            let reading =
                beside.unwrap_or_else(|| Reading { rounded: shown != observed, ..difference(shown, unit, words) });
            if observed > Exact::ZERO && shown == Exact::ZERO {
                return Some([words.observed_increase, words.colon, &(words.just_above)("0")].concat());
            }
            let text = if shown > Exact::ZERO { ["+", &reading.text].concat() } else { reading.text };
            (words.observed_increase, vec![now_term, minus, then_term], Reading { text, ..reading })
        }
        Rule::AtLeast(_) | Rule::Unstated => return None,
    };
    Some([label, words.colon, &equation(&terms, Some(&reading), words)].concat())
}

/// From the start to the end of a measure that no criterion holds against its start: `124.29 亿元 − 110 亿元 = +14.29 亿元`. None
/// while either is unknown.
pub fn movement(working: &ExplainedMeasure, unit: MeasureUnit, words: &Words) -> Option<String> {
    let (now, then) = (working.now.value?, working.baseline.as_ref()?.value?);
    let shown = rounded(now).minus(rounded(then)).ok()?;
    let exact = now.minus(then).ok()?;
    let reading = difference(shown, unit, words);
    let text = if shown > Exact::ZERO { ["+", &reading.text].concat() } else { reading.text };
    let terms = [term(now, unit), Term::Sign(" − "), term(then, unit)];
    Some(equation(&terms, Some(&Reading { rounded: reading.rounded || shown != exact, text }), words))
}

/// A value of a unit as a piece of a formula.
fn term(number: Exact, unit: MeasureUnit) -> Term {
    let number = rounded(number);
    match unit {
        MeasureUnit::WanYuan => Term::Amount(number),
        MeasureUnit::Ratio => number.times(Exact::whole(100)).map_or(Term::Number(number), Term::Percent),
        MeasureUnit::Count => Term::Number(number),
    }
}

/// To the report's decimals.
fn rounded(number: Exact) -> Exact {
    number.rounded(6, Rounding::HalfAway).into()
}
