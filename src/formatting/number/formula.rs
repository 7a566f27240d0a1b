//! A formula with the person's own numbers in.

use super::{Reading, grouped};
use crate::texts::Words;
use engine::exact::{Exact, Rounding};
use engine::measure::Term;

/// What stands for a number that is missing or refused.
pub const BLANK: &str = "□";

/// The formula as one line: `(1,125,000 + 1,238,600 + □) ÷ 3`. Amounts are in 万元, without the unit.
pub fn line(terms: &[Term]) -> String {
    let mut text = String::new();
    for (index, term) in terms.iter().enumerate() {
        let before = index.checked_sub(1).map(|before| &terms[before]);
        match term {
            Term::Amount(number) | Term::Number(number) => text.push_str(&signed(*number, "", before)),
            Term::Percent(number) => text.push_str(&signed(*number, "%", before)),
            Term::Blank => text.push_str(BLANK),
            // To add a number below zero is to take it away.
            Term::Sign(" + ") if terms.get(index + 1).is_some_and(is_below_zero) => text.push_str(" − "),
            Term::Sign(sign) => text.push_str(sign),
        }
    }
    text
}

/// The formula and what it comes to: `(1,125,000 + 1,238,600 + 1,365,200) ÷ 3 ≈ 124.29 亿元（…）`
pub fn equation(terms: &[Term], reading: Option<&Reading>, words: &Words) -> String {
    let formula = line(terms);
    match reading {
        Some(reading) if reading.text != formula => {
            [formula.as_str(), if reading.rounded { words.about } else { words.equals }, &reading.text].concat()
        }
        _ => formula,
    }
}

/// Whether something in it is still blank.
pub fn has_blank(terms: &[Term]) -> bool {
    terms.contains(&Term::Blank)
}

/// A number behind a sign. Below zero, it stands in brackets where the two signs would meet.
fn signed(number: Exact, unit: &str, before: Option<&Term>) -> String {
    // Numbers that were typed have at most 6 decimals.
    let text = [&grouped(&number.rounded(6, Rounding::HalfAway).to_string()), unit].concat();
    match before {
        Some(Term::Sign(" + ")) => text.trim_start_matches('−').to_owned(),
        Some(Term::Sign(" − " | " × " | " ÷ ")) if number < Exact::ZERO => ["(", &text, ")"].concat(),
        _ => text,
    }
}

fn is_below_zero(term: &Term) -> bool {
    matches!(term, Term::Amount(number) | Term::Number(number) | Term::Percent(number) if *number < Exact::ZERO)
}

#[cfg(test)]
mod tests {
    use super::{has_blank, line};
    use engine::exact::Exact;
    use engine::measure::Term;
    use engine::ruleset::{Stage, Track};
    use model::assessment::Assessment;
    use model::data::sheet;
    use model::testing::{id, json, rules};

    #[test]
    fn the_persons_own_numbers_stand_in_the_formula() {
        let table = [
            (0, r#"{"revenue": ["1125000", "1238600.5", "x"]}"#, "(1,125,000 + 1,238,600.5 + □) ÷ 3", true),
            (0, "{}", "(□ + □ + □) ÷ 3", true),
            (1, r#"{"quality_enterprises": [{"kind": "little_giant", "count": "2"}]}"#, "2 × 10", false),
            (4, r#"{"platforms": [{"kind": "state_key_laboratory", "count": "1", "rank": "3"}]}"#, "1 × 2 ÷ 3", false),
            (4, r#"{"platforms": []}"#, "0", false),
            (
                6,
                r#"{"equity_financing": ["1", "2", "3"], "debt_financing": ["4", "5", "6"]}"#,
                "(1 + 2 + 3 + 4 + 5 + 6) ÷ 3",
                false,
            ),
        ];
        for (indicator, figures, expected, blank) in table {
            let rules = rules(Track::Park);
            let filled = sheet(&json(&["{\"figures\": ", figures, "}"].concat()), &rules);
            let assessment = Assessment::of(&filled, &rules, &rules.ruleset, Stage::Creation, None);
            let terms = &assessment.indicators[id(indicator)].measures[id(0)].now.terms;
            assert_eq!((line(terms).as_str(), has_blank(terms)), (expected, blank), "{figures}");
        }
    }
    #[test]
    fn no_two_signs_meet() {
        let (sign, amount, percent) =
            (Term::Sign, |n| Term::Amount(Exact::whole(n)), |n| Term::Percent(Exact::whole(n)));
        let table: [(&[Term], &str); 5] = [
            (
                &[sign("("), amount(4800), sign(" + "), amount(-1200), sign(" + "), amount(-300), sign(")")],
                "(4,800 − 1,200 − 300)",
            ),
            (&[sign("("), amount(-300), sign(" + "), amount(5), sign(")")], "(−300 + 5)"),
            (&[amount(7), sign(" − "), amount(-5)], "7 − (−5)"),
            (&[amount(7), sign(" ÷ "), amount(-5)], "7 ÷ (−5)"),
            (&[Term::Number(Exact::ONE), sign(" + "), percent(-2)], "1 − 2%"),
        ];
        for (terms, expected) in table {
            assert_eq!(line(terms), expected);
        }
    }
}
