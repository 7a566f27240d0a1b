//! Numbers of a size that is nearly always a unit that was forgotten. Worth a question, changing no outcome.

use std::rc::Rc;

use rust_decimal::Decimal;

use super::arrangement::first_year_matters;
use super::assessment::{About, Warning};
use super::sheet::Sheet;
use super::typed::Typed;
use super::unit::is_bare;
use engine::address::{Address, Part, Side};
use engine::figures::YEARS;
use engine::measure::Form;
use engine::names::Named;
use engine::number::parse_number;
use engine::ruleset::{FigureForm, MeasureUnit, Rule, Stage, Threshold, TrackRules};

/// From this ratio of neighbouring years on, one asks.
const APART: i64 = 100;
/// From this ratio of an amount and its own threshold on, either way, one asks.
const ABSURD: i64 = 1000;
/// The units in which a bare amount may have been meant, the likeliest first.
const UNITS: [&str; 4] = ["元", "亿元", "万元", "千元"];

/// Everything about the size of numbers that is worth a question. The thresholds are those of `track`. Years are not asked about twice.
pub fn questions(sheet: &Sheet, track: &TrackRules, stage: Stage) -> Vec<Warning> {
    let mut questions = absurd(sheet, track, stage);
    let asked: Vec<_> = questions.iter().flat_map(|question| question.at.iter()).map(place).collect();
    let apart = far_apart(sheet, track, stage).into_iter().filter(|at| !at.iter().any(|at| asked.contains(&place(at))));
    questions.extend(apart.map(|at| Warning { at, about: About::YearsApart, anew: Vec::new() }));
    questions.extend(fractions(sheet, track));
    questions.retain(|question| !question.at.iter().all(|at| sheet.is_confirmed(*at)));
    questions
}

fn place(at: &Address) -> Address {
    Address::whole(at.side, at.figure)
}

/// The amounts, or the means of them, that are absurd for the threshold of the criterion that uses them.
fn absurd(sheet: &Sheet, track: &TrackRules, stage: Stage) -> Vec<Warning> {
    let criteria = track.indicators.iter().flat_map(|indicator| {
        let measures = &indicator.measures;
        indicator
            .criteria(stage)
            .iter()
            .filter_map(move |criterion| Some((&measures[criterion.measure?], &criterion.rule)))
    });
    let means = criteria.filter_map(|(measure, rule)| match (&measure.form, rule) {
        (Form::Mean(mean), Rule::AtLeast(Threshold::Number(threshold))) if measure.unit == MeasureUnit::WanYuan => {
            Some((mean, *threshold))
        }
        _ => None,
    });
    let asked = means.flat_map(|(mean, threshold)| {
        Side::ALL.iter().filter_map(move |side| {
            let years = mean.of.iter().flat_map(|figure| {
                let first = usize::from(!first_year_matters(track, stage, *side, *figure));
                let whole = Address::whole(*side, *figure);
                let amounts = sheet.side(*side)[*figure].amounts().iter().enumerate().take(YEARS).skip(first);
                amounts.map(move |(index, typed)| (whole.at(Part::Entry(index)), typed))
            });
            let years: Vec<(Address, &Typed)> = years.collect();
            let at = absurd_years(&years, mean.of.len(), threshold);
            let anew = anew(&at, mean.of.len(), threshold);
            let at: Vec<_> = at.into_iter().map(|(at, _)| at).collect();
            (!at.is_empty()).then_some(Warning { at, about: About::Magnitude, anew })
        })
    });
    asked.collect()
}

/// Those of the years of a mean that are absurd, or all that say something where only the mean is. One of several series may well be
/// small.
fn absurd_years<'a>(years: &[(Address, &'a Typed)], series: usize, threshold: Decimal) -> Vec<(Address, &'a Typed)> {
    let number = |typed: &Typed| typed.number().map(|number| number.abs()).filter(|number| !number.is_zero());
    let says = years.iter().copied().filter(|(_, typed)| number(typed).is_some());
    let alone =
        says.clone().filter(|(_, typed)| number(typed).is_some_and(|number| is_absurd(number, threshold, series)));
    let alone: Vec<_> = alone.collect();
    if !alone.is_empty() {
        return alone;
    }
    let all: Option<Vec<Decimal>> = years.iter().map(|(_, typed)| typed.number()).collect();
    let sum = all.and_then(|all| all.into_iter().try_fold(Decimal::ZERO, Decimal::checked_add));
    let count = Decimal::from(years.len() / series.max(1));
    let mean_is_absurd =
        sum.zip(threshold.checked_mul(count)).is_some_and(|(sum, whole)| is_absurd(sum.abs(), whole, 1));
    if mean_is_absurd { says.collect() } else { Vec::new() }
}

fn is_absurd(number: Decimal, threshold: Decimal, series: usize) -> bool {
    let reaches = |small: Decimal, large: Decimal| {
        !small.is_zero() && small.checked_mul(ABSURD.into()).is_some_and(|bound| large >= bound)
    };
    reaches(threshold, number) || (series == 1 && reaches(number, threshold))
}

/// The texts with the likeliest unit behind them in which none is absurd; nothing where a unit was typed, or none would do.
fn anew(years: &[(Address, &Typed)], series: usize, threshold: Decimal) -> Vec<(Address, Rc<str>)> {
    let written = |unit: &str| {
        let one = |(at, typed): &(Address, &Typed)| {
            let text = [typed.text().trim(), unit].concat();
            let number = parse_number(&text, typed.kind()).ok()??.abs();
            let fits = is_bare(typed.text()) && !is_absurd(number, threshold, series) && Some(number) != typed.number();
            fits.then(|| (*at, text.into()))
        };
        years.iter().map(one).collect::<Option<Vec<_>>>()
    };
    UNITS.into_iter().find_map(written).unwrap_or_default()
}

/// Rates that are all below 1: 0.05 typed for 5 %.
fn fractions(sheet: &Sheet, track: &TrackRules) -> Vec<Warning> {
    let rates = track.figures.with_ids().filter(|(_, figure)| matches!(figure.form, FigureForm::Rates));
    let asked = rates.filter_map(|(figure, _)| {
        let whole = Address::whole(Side::Now, figure);
        let rates = sheet.figures[figure].amounts();
        let numbers: Vec<Decimal> = rates.iter().map(Typed::number).collect::<Option<_>>()?;
        let says = numbers.iter().enumerate().filter(|(_, number)| !number.is_zero());
        let at: Vec<_> = says.clone().map(|(index, _)| whole.at(Part::Entry(index))).collect();
        if at.is_empty() || numbers.iter().any(|number| number.abs() >= Decimal::ONE) {
            return None;
        }
        let one = |(index, number): (usize, &Decimal)| {
            let is_bare = !rates[index].text().trim_end().ends_with(['%', '％', '‰']);
            let hundredfold = number.checked_mul(Decimal::ONE_HUNDRED)?.normalize().to_string();
            is_bare.then(|| (whole.at(Part::Entry(index)), hundredfold.into()))
        };
        let anew = says.map(one).collect::<Option<Vec<_>>>().unwrap_or_default();
        Some(Warning { at, about: About::Fractions, anew })
    });
    asked.collect()
}

/// The years that lie so far apart from a neighbour, figure by figure.
fn far_apart(sheet: &Sheet, track: &TrackRules, stage: Stage) -> Vec<Vec<Address>> {
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
    use super::{far_apart, questions};
    use crate::assessment::About;
    use crate::data::sheet;
    use crate::testing::{json, rules};
    use engine::address::Address;
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

    #[test]
    fn an_amount_absurd_for_its_own_threshold_is_asked_about() {
        // The threshold of the mean revenue is 1,000,000 万元, that of technology contracts 5,000, that of financing 10,000.
        let table = [
            ("revenue", r#"["1000000000", "999999999.999999", ""]"#, "0:1000000000元"),
            ("revenue", r#"["999999999.999999", "1000000", "1000000"]"#, "apart"),
            ("revenue", r#"["1000", "", ""]"#, "0:1000亿元"),
            ("revenue", r#"["1000.000001", "", ""]"#, ""),
            ("revenue", r#"["0", "0", "0"]"#, ""),
            ("revenue", r#"["", "", ""]"#, ""),
            ("revenue", r#"["x", "9850000000", ""]"#, "1:9850000000元"),
            ("revenue", r#"["98.5", "102", "110.25"]"#, "0:98.5亿元 1:102亿元 2:110.25亿元"),
            ("revenue", r#"["985000亿元", "", ""]"#, "0"),
            ("revenue", r#"["98.5亿", "102亿", "110亿"]"#, ""),
        ];
        let rules = rules(Track::Park);
        for (figure, years, expected) in table {
            let sheet = sheet(&json(&["{\"figures\": {\"", figure, "\": ", years, "}}"].concat()), &rules);
            let said = questions(&sheet, &rules, Stage::Creation).into_iter().map(|asked| {
                let year = |at: &Address| at.path(&rules).trim_end_matches(']').rsplit('[').next().unwrap().to_owned();
                match asked.about {
                    About::Magnitude if asked.anew.is_empty() => {
                        asked.at.iter().map(year).collect::<Vec<_>>().join(" ")
                    }
                    About::Magnitude => {
                        let anew = asked.anew.iter().map(|(at, text)| [&year(at), ":", text].concat());
                        anew.collect::<Vec<_>>().join(" ")
                    }
                    _ => "apart".to_owned(),
                }
            });
            assert_eq!(said.collect::<Vec<_>>().join("; "), expected, "{figure} {years}");
        }
    }

    #[test]
    fn rates_that_are_all_below_one_are_asked_about() {
        let table = [
            (r#"["0.05", "0.063"]"#, Some("5 6.3")),
            (r#"["0.999999", "0.5"]"#, Some("99.9999 50")),
            (r#"["1", "0.5"]"#, None),
            (r#"["5", "0.5"]"#, None),
            (r#"["0", "0"]"#, None),
            (r#"["0", "0.05"]"#, Some("5")),
            (r#"["0.05", ""]"#, None),
            (r#"["-0.05", "0.05"]"#, Some("-5 5")),
            (r#"["0.05%", "0.06%"]"#, Some("")),
        ];
        let rules = rules(Track::Enterprise);
        for (rates, expected) in table {
            let sheet = sheet(&json(&["{\"figures\": {\"national_revenue_growth\": ", rates, "}}"].concat()), &rules);
            let asked = questions(&sheet, &rules, Stage::Creation);
            let said = asked.iter().map(|asked| {
                assert_eq!(asked.about, About::Fractions);
                asked.anew.iter().map(|(_, text)| &**text).collect::<Vec<_>>().join(" ")
            });
            assert_eq!(said.collect::<Vec<_>>(), expected.into_iter().collect::<Vec<_>>(), "{rates}");
        }
    }

    #[test]
    fn what_a_person_confirmed_is_asked_about_again_only_when_it_changes() {
        let rules = rules(Track::Park);
        let mut sheet = sheet(&json(r#"{"figures": {"revenue": ["500", "510", "520"]}}"#), &rules);
        let asked = |sheet: &crate::sheet::Sheet| questions(sheet, &rules, Stage::Creation);
        let places = asked(&sheet)[0].at.clone();
        sheet.confirm(&places);
        assert_eq!(asked(&sheet), []);
        sheet.write(places[1], "511".into());
        assert_eq!(asked(&sheet).len(), 1, "it changed");
        sheet.write(places[1], "510".into());
        assert_eq!(asked(&sheet), [], "and changed back");
        sheet.read_amounts_in(crate::unit::AmountUnit::Yuan);
        assert_eq!(asked(&sheet).len(), 1, "the same texts are other amounts");
    }
}
