//! The programme: its calendar, how the review weighs, and the red lines that end it.

use yew::prelude::*;

use super::provision::provisions;
use crate::view::findings::quotation::quotation;
use engine::ruleset::Ruleset;
use engine::text::Lang;
use formatting::number::percent;
use formatting::texts::words;

pub fn programme(lang: Lang, ruleset: &Ruleset) -> Html {
    let (words, weighing) = (words(lang), &ruleset.weighing);
    let [basics, workplan] = [weighing.basics, weighing.workplan].map(|part| percent(part.into()).text);
    let source = weighing.source.get(lang).to_owned();
    html! {
        <>
            <h4>{ words.method.calendar }</h4>
            { provisions(&ruleset.calendar, lang) }
            <h4>{ words.method.weighing }</h4>
            <ul class="provisions">
                <li>
                    <p class="name">{ (words.method.weighed)(&basics, &workplan) }</p>
                    { quotation(lang, &weighing.quote, source) }
                </li>
            </ul>
            <h4>{ words.red_lines }</h4>
            { provisions(&ruleset.red_lines, lang) }
        </>
    }
}
