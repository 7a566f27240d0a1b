//! What is computed: its value, its formula in words, and the formula with the person's own numbers in.

use yew::prelude::*;

use super::certainty::certainty_note;
use super::criterion::{criterion, of_years};
use crate::view::kit::frame::Frame;
use engine::address::Side;
use engine::explain::ExplainedIndicator;
use engine::ids::{Id, IndicatorId, MeasureId};
use engine::known::State;
use engine::measure::Term;
use engine::ruleset::{Certainty, Rule};
use formatting::explanation::change::movement;
use formatting::explanation::comparison::measured;
use formatting::explanation::naming;
use formatting::number::formula::{equation, has_blank};
use formatting::number::{percent, value};
use formatting::texts::Words;

/// A measure of an indicator, with what is asked of it.
pub fn measure(frame: &Frame, at: IndicatorId, id: MeasureId, finding: &ExplainedIndicator, typable: bool) -> Html {
    let words = frame.words();
    let indicator = &frame.rules.indicators[at];
    let (measure, working) = (&indicator.measures[id], &finding.measures[id]);

    let criteria = indicator.criteria(frame.stage);
    let about_it = criteria.iter().position(|criterion| criterion.measure == Some(id));
    let asked = about_it.map(|index| (&finding.criteria[index].rule, &finding.criteria[index].finding));
    let reading = measured(working, measure.unit, asked, words);
    let shown = match (&reading, working.now.state) {
        (Some(reading), _) => reading.text.clone(),
        (None, State::NotComputable) => words.cannot_divide.to_owned(),
        (None, State::Unstated) => words.weight_needed.to_owned(),
        (None, State::Refused) => words.value_refused.to_owned(),
        (None, State::Missing | State::Known) => words.value_waits.to_owned(),
    };
    let baseline = working.baseline.as_ref().map(|worked| {
        let reading = worked.value.map(|known| value(known, measure.unit, words));
        equation(&worked.terms, reading.as_ref(), words)
    });
    let held_against = asked.is_some_and(|(rule, _)| !matches!(rule, Rule::AtLeast(_) | Rule::Unstated));
    let movement = movement(working, measure.unit, words).filter(|_| !held_against);
    let blank =
        has_blank(&working.now.terms) || working.baseline.as_ref().is_some_and(|worked| has_blank(&worked.terms));
    let note = measure.note.as_ref().map(|note| frame.say(note));
    let share = measure.share.map(|share| (words.shares_points)(&percent(share.into()).text));
    let years = |side| of_years(naming::years(&measure.form, side, &frame.rules, frame.period, words), words);
    html! {
        <div key={id.index()} class="measure" data-measure={measure.id.clone()}>
            <p class="measure-head">
                <span class="measure-title">{ frame.say(&measure.title) }</span>
                <span class="share">{ share.unwrap_or_default() }</span>
                <output class="measure-value" data-known={if reading.is_some() { "true" } else { "false" }}>{ shown }</output>
            </p>
            <dl class="working">
                <div><dt>{ words.formula }</dt><dd>{ frame.say(measure.formula.at(frame.stage)) }</dd></div>
                <div>
                    <dt>{ numbers_label(&working.now.terms, words) }</dt>
                    <dd class="equation">{ years(Side::Now) }{ equation(&working.now.terms, reading.as_ref(), words) }</dd>
                </div>
                if let Some(baseline) = baseline {
                    <div><dt>{ (words.at_baseline)(frame.stage) }</dt><dd class="equation">{ years(Side::Baseline) }{ baseline }</dd></div>
                }
                if let Some(movement) = movement {
                    <div><dt>{ words.observed_increase }</dt><dd class="equation">{ movement }</dd></div>
                }
            </dl>
            if blank {
                <p class="quiet">{ if working.now.state == State::Unstated { words.blank_weight } else { words.blank_box } }</p>
            }
            if measure.certainty != Certainty::Stated || measure.note.is_some() {
                <div>{ certainty_note(frame.lang, measure.certainty, note) }</div>
            }
            {
                match about_it {
                    Some(index) => criterion(frame, at, index, finding, typable),
                    None => html! { <p class="quiet">{ words.no_threshold_here }</p> },
                }
            }
        </div>
    }
}

/// Amounts stand in the formula without their unit; the label says which it is.
fn numbers_label(terms: &[Term], words: &Words) -> String {
    let (open, close) = words.brackets;
    match terms.iter().any(|term| matches!(term, Term::Amount(_))) {
        true => [words.with_numbers, open, words.wan_yuan, close].concat(),
        false => words.with_numbers.to_owned(),
    }
}
