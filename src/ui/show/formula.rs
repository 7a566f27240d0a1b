//! A formula with the person's own numbers in.

use super::number::grouped;
use crate::engine::exact::{Exact, Rounding};
use crate::engine::measure::Term;

/// What stands for a number that is missing or refused.
pub const BLANK: &str = "□";

/// The formula as one line: `(1,125,000 + 1,238,600 + □) ÷ 3`. Amounts are in 万元, without the unit.
pub fn line(terms: &[Term]) -> String {
    let mut text = String::new();
    for term in terms {
        match term {
            Term::Amount(number) | Term::Number(number) => text.push_str(&in_full(*number)),
            Term::Blank => text.push_str(BLANK),
            Term::Sign(sign) => text.push_str(sign),
        }
    }
    text
}

/// Whether something in it is still blank.
pub fn has_blank(terms: &[Term]) -> bool {
    terms.contains(&Term::Blank)
}

/// Numbers that were typed have at most 6 decimals.
fn in_full(number: Exact) -> String {
    grouped(&number.rounded(6, Rounding::HalfAway).to_string())
}

#[cfg(test)]
mod tests {
    use super::{has_blank, line};
    use crate::engine::ruleset::{Stage, Track};
    use crate::ui::state::assessment::Assessment;
    use crate::ui::state::submission::sheet;
    use crate::ui::state::testing::{json, rules};

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
            let assessment = Assessment::of(&filled, &rules, Stage::Creation, None);
            let terms = &assessment.indicators[indicator].workings[0].now;
            assert_eq!((line(terms).as_str(), has_blank(terms)), (expected, blank), "{figures}");
        }
    }
}
