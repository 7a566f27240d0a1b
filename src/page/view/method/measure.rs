//! What is computed: the formula in words, its unit, its share of the points, and how sure it is.

use yew::prelude::*;

use crate::view::findings::certainty::certainty_note;
use engine::ruleset::{Measure, Stage};
use engine::text::Lang;
use formatting::number::percent;
use formatting::texts::words;

/// A measure.
pub fn measure(measure: &Measure, lang: Lang) -> Html {
    let (words, method) = (words(lang), words(lang).method);
    let formula = &measure.formula;
    let same = formula.creation == formula.recognition;
    let label = if same { method.formula_same } else { (words.stage)(Stage::Creation) };
    let share = measure.share.map(|share| (words.shares_points)(&percent(share.into()).text));
    let note = measure.note.as_ref().map(|note| AttrValue::from(note.get(lang).to_owned()));
    html! {
        <div key={measure.id.clone()} class="measure-rules">
            <p class="name">{ measure.title.get(lang) }</p>
            <dl class="facts">
                <div><dt>{ label }</dt><dd>{ formula.creation.get(lang) }</dd></div>
                if !same {
                    <div><dt>{ (words.stage)(Stage::Recognition) }</dt><dd>{ formula.recognition.get(lang) }</dd></div>
                }
                <div><dt>{ method.unit }</dt><dd>{ (method.measure_unit)(measure.unit) }</dd></div>
                if let Some(share) = share {
                    <div><dt>{ method.share }</dt><dd>{ share }</dd></div>
                }
            </dl>
            { certainty_note(lang, measure.certainty, note) }
        </div>
    }
}
