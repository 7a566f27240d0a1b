//! Neighbouring years a hundredfold apart: nearly always a unit that was forgotten. Worth a question, changing no outcome.

use rust_decimal::Decimal;

use super::arrangement::first_year_matters;
use super::sheet::Sheet;
use engine::address::{Address, Part, Side};
use engine::names::Named;
use engine::ruleset::{FigureForm, Stage, TrackRules};

/// From this ratio on, one asks.
const APART: i64 = 100;

/// The years that lie so far apart from a neighbour, figure by figure.
pub fn far_apart(sheet: &Sheet, track: &TrackRules, stage: Stage) -> Vec<Vec<Address>> {
    let series = track.figures.with_ids().filter(|(_, figure)| matches!(figure.form, FigureForm::Series { .. }));
    let wholes = series.flat_map(|(figure, _)| Side::ALL.iter().map(move |side| Address::whole(*side, figure)));
    let one = |at: Address| {
        let first = usize::from(!first_year_matters(track, stage, at.side, at.figure));
        let entry = &sheet.side(at.side)[at.figure];
        let years: Vec<_> = entry.amounts().iter().map(|year| year.number().map(|number| number.abs())).collect();
        let apart = (first..years.len()).filter(|index| {
            let neighbours = [index.checked_sub(1).filter(|before| *before >= first), Some(index + 1)];
            neighbours.into_iter().flatten().any(|other| {
                years[*index].zip(years.get(other).copied().flatten()).is_some_and(|(one, other)| is_far(one, other))
            })
        });
        apart.map(|index| at.at(Part::Entry(index))).collect::<Vec<_>>()
    };
    wholes.map(one).filter(|apart| !apart.is_empty()).collect()
}

fn is_far(one: Decimal, other: Decimal) -> bool {
    let (small, large) = if one < other { (one, other) } else { (other, one) };
    !small.is_zero() && small.checked_mul(APART.into()).is_some_and(|bound| large >= bound)
}

#[cfg(test)]
mod tests {
    use super::far_apart;
    use crate::data::sheet;
    use crate::testing::{json, rules};
    use engine::ruleset::{Stage, Track};

    #[test]
    fn a_forgotten_unit_is_worth_a_question() {
        use Stage::{Creation, Recognition};
        let table: [(&str, Stage, &[&str]); 8] = [
            (r#"["98.5亿", "102亿", "110"]"#, Creation, &["figures.revenue[1]", "figures.revenue[2]"]),
            (r#"["100", "9999.99", "5000"]"#, Creation, &[]),
            (r#"["100", "10000", "5000"]"#, Creation, &["figures.revenue[0]", "figures.revenue[1]"]),
            (r#"["0", "10000", "5000"]"#, Creation, &[]),
            (r#"["", "10000", "50"]"#, Creation, &["figures.revenue[1]", "figures.revenue[2]"]),
            (r#"["1", "x", "10000"]"#, Creation, &[]),
            (r#"["1", "10000", "10000"]"#, Recognition, &["figures.revenue[0]", "figures.revenue[1]"]),
            (r#"["5000", "5000", "5000"]"#, Creation, &[]),
        ];
        let rules = rules(Track::Park);
        for (revenue, stage, expected) in table {
            let sheet = sheet(&json(&["{\"figures\": {\"revenue\": ", revenue, "}}"].concat()), &rules);
            let found: Vec<_> = far_apart(&sheet, &rules, stage).concat().iter().map(|at| at.path(&rules)).collect();
            assert_eq!(found, expected, "{revenue}");
        }
    }

    #[test]
    fn a_year_that_does_not_count_is_not_asked_about() {
        let rules = rules(Track::Park);
        let sheet = sheet(&json(r#"{"figures": {"tech_contracts": ["1", "10000", "10000"]}}"#), &rules);
        assert_eq!(far_apart(&sheet, &rules, Stage::Recognition), Vec::<Vec<_>>::new());
        assert_eq!(far_apart(&sheet, &rules, Stage::Creation).len(), 1);
    }
}
