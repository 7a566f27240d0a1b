//! A short way to write a submission: `revenue: 100 _ {T}; patents: gold×3 other×20; baseline.platforms: none`.
//!
//! Series and rates are entries set apart by spaces, `_` for a missing one. Tallies are `kind×count`, with `/rank` behind it where
//! the unit does not lead, or `none` for an empty one. In braces stands an expression in the threshold T of the ruleset:
//! `{T}`, `{T-1}`, `{3T}`, `{2000(1+T)-1}`.

use engine::ruleset::{FigureForm, Rule, Stage, Threshold, Track, TrackRules};
use rust_decimal::Decimal;
use serde_json::{Map, Value, json};

use super::plan;

pub fn track_of(indicator: &str) -> (&'static str, &'static TrackRules) {
    if indicator.starts_with("park.") {
        ("park", plan().track(Track::Park))
    } else {
        ("enterprise", plan().track(Track::Enterprise))
    }
}

/// The threshold that the ruleset gives an indicator at a stage, if it is a number.
pub fn threshold(indicator: &str, stage: &str) -> Option<Decimal> {
    let stage = if stage == "creation" { Stage::Creation } else { Stage::Recognition };
    let indicator = track_of(indicator).1.indicators.iter().find(|one| one.id == indicator).expect("an indicator");
    indicator.criteria(stage).iter().find_map(|criterion| match criterion.rule {
        Rule::AtLeast(Threshold::Number(number)) | Rule::GrowthAtLeast(number) | Rule::IncreaseAtLeast(number) => {
            Some(number)
        }
        _ => None,
    })
}

/// The submission that a row describes.
pub fn submission(indicator: &str, stage: &str, figures: &str) -> Value {
    let (track, rules) = track_of(indicator);
    let threshold = threshold(indicator, stage);
    let mut parts = [("figures", Map::new()), ("baseline", Map::new())];
    for item in figures.split(';').map(str::trim).filter(|item| !item.is_empty()) {
        let (id, value) = item.split_once(':').unwrap_or_else(|| panic!("no colon in {item:?}"));
        let (part, id) = id.strip_prefix("baseline.").map_or((0, id), |id| (1, id));
        let rule = rules.figures.iter().find(|rule| rule.id == id).unwrap_or_else(|| panic!("no figure {id}"));
        let tokens: Vec<String> = value.split_whitespace().map(|token| fill_in(token, threshold)).collect();
        parts[part].1.insert(id.to_owned(), figure(&rule.form, &tokens));
    }
    let [(_, figures), (_, baseline)] = parts;
    json!({"track": track, "stage": stage, "figures": figures, "baseline": baseline})
}

fn figure(form: &FigureForm, tokens: &[String]) -> Value {
    match form {
        FigureForm::Amount { .. } | FigureForm::Count { .. } => entry(&tokens[0]),
        FigureForm::Series { .. } | FigureForm::Rates => tokens.iter().map(|token| entry(token)).collect(),
        FigureForm::Tally { .. } if tokens == ["none"] => json!([]),
        FigureForm::Tally { .. } => tokens.iter().map(|token| line(token)).collect(),
    }
}

fn line(token: &str) -> Value {
    let (kind, count) = token.split_once('×').unwrap_or_else(|| panic!("no × in {token:?}"));
    match count.split_once('/') {
        Some((count, rank)) => json!({"kind": kind, "count": entry(count), "rank": entry(rank)}),
        None => json!({"kind": kind, "count": entry(count)}),
    }
}

fn entry(token: &str) -> Value {
    if token == "_" { Value::Null } else { json!(token) }
}

/// A token with its expression worked out.
pub fn fill_in(token: &str, threshold: Option<Decimal>) -> String {
    let Some((before, rest)) = token.split_once('{') else { return token.to_owned() };
    let (expression, after) = rest.split_once('}').expect("a closing brace");
    let threshold = threshold.expect("the ruleset gives a threshold");
    let (factor, value, tail) = match expression.split_once("(1+T)") {
        Some((factor, tail)) => (factor, Decimal::ONE + threshold, tail),
        None => expression.split_once('T').map(|(factor, tail)| (factor, threshold, tail)).expect("a T"),
    };
    let factor: Decimal = if factor.is_empty() { Decimal::ONE } else { factor.parse().expect("a factor") };
    let added: Decimal = if tail.is_empty() { Decimal::ZERO } else { tail.parse().expect("a number to add") };
    format!("{before}{}{after}", (factor * value + added).normalize())
}
