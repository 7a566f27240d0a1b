//! The formulas with the applicant's numbers in, by their table.

use crate::common::submission::{submission, track_of};
use crate::common::table::rows;
use crate::common::{input, plan};
use engine::Submission;
use engine::address::Side;
use engine::compound::compound_formula;
use engine::exact::Exact;
use engine::measure::{Source, Term};
use engine::ruleset::{Indicator, Rule, Stage, Threshold, TrackRules};

fn text(terms: Vec<Term>) -> String {
    let write = |term: Term| match term {
        Term::Amount(number) | Term::Number(number) => number.fraction().to_string(),
        Term::Percent(number) => number.fraction().to_string() + "%",
        Term::Blank => "□".to_owned(),
        Term::Sign(sign) => sign.to_owned(),
    };
    terms.into_iter().map(write).collect()
}

/// The formula of a measure, or of the threshold that is itself worked out.
fn formula(indicator: &Indicator, stage: Stage, measure: &str, source: Source) -> String {
    let rates = indicator.criteria(stage).iter().find_map(|criterion| match criterion.rule {
        Rule::AtLeast(Threshold::Compound(rates)) => Some(rates),
        _ => None,
    });
    text(if measure == "threshold" {
        compound_formula(source, rates.expect("a threshold that is worked out"))
    } else {
        indicator.measures.iter().find(|one| one.id == measure).expect("the measure").form.formula(source)
    })
}

/// The expected formula, with the weight of a kind in the place of its name.
fn weighed(expected: &str, track: &TrackRules) -> String {
    let kinds = track.figures.iter().flat_map(|figure| figure.form.kinds());
    let weight = |word: &str| kinds.clone().find(|kind| kind.id == word).and_then(|kind| kind.weight);
    let filled = |word: &str| {
        let (name, after) = word.strip_suffix(')').map_or((word, ""), |name| (name, ")"));
        weight(name).map_or(word.to_owned(), |weight| Exact::from(weight).fraction().to_string() + after)
    };
    expected.split(' ').map(filled).collect::<Vec<_>>().join(" ")
}

#[test]
fn formulas_are_written_as_the_table_says() {
    for (line, cells) in rows(include_str!("../cases/formulas.txt")) {
        let [id, stage, measure, figures, expected] = cells[..] else { panic!("line {line}: five columns") };
        let (_, track) = track_of(id);
        let (submission, _) = Submission::read(plan(), &input(&submission(id, stage, figures))).unwrap();
        let stage = submission.stage;
        let indicator = track.indicators.iter().find(|indicator| indicator.id == id).expect("the indicator");
        let source = submission.source(track, Side::Now);
        assert_eq!(formula(indicator, stage, measure, source), weighed(expected, track), "line {line}: {id}");
    }
}
