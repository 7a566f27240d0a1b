//! What is computed: its value, its formula in words, and the formula with the person's own numbers in.

use yew::prelude::*;

use super::certainty::certainty_note;
use super::criterion::criterion;
use crate::view::kit::frame::Frame;
use engine::explain::ExplainedIndicator;
use engine::ids::{Id, IndicatorId, MeasureId};
use formatting::explanation::finding::{MeasureSaid, Working};

/// A measure of an indicator, with what is asked of it.
pub fn measure(frame: &Frame, at: IndicatorId, id: MeasureId, finding: &ExplainedIndicator, typable: bool) -> Html {
    let words = frame.words();
    let name = frame.rules.indicators[at].measures[id].id.clone();
    let MeasureSaid { title, share, value, is_known, formula, now, baseline, movement, blank, sureness, asked } =
        frame.basis().measure(at, id, finding);
    html! {
        <div key={id.index()} class="measure" data-measure={name}>
            <p class="measure-head">
                <span class="measure-title">{ title }</span>
                <span class="share">{ share }</span>
                <output class="measure-value" data-known={if is_known { "true" } else { "false" }}>{ value }</output>
            </p>
            <dl class="working">
                <div><dt>{ words.formula }</dt><dd>{ formula }</dd></div>
                { working(now) }
                if let Some(baseline) = baseline {
                    { working(baseline) }
                }
                if let Some(movement) = movement {
                    <div><dt>{ words.observed_increase }</dt><dd class="equation">{ movement }</dd></div>
                }
            </dl>
            if let Some(blank) = blank {
                <p class="quiet">{ blank }</p>
            }
            if let Some(sureness) = sureness {
                <div>{ certainty_note(frame.lang, sureness.certainty, sureness.note.map(AttrValue::from)) }</div>
            }
            {
                match asked {
                    Some(index) => criterion(frame, at, index, finding, typable),
                    None => html! { <p class="quiet">{ words.no_threshold_here }</p> },
                }
            }
        </div>
    }
}

/// A formula with numbers in.
fn working(Working { label, years, equation }: Working) -> Html {
    html! { <div><dt>{ label }</dt><dd class="equation"><span class="of-years">{ years }</span>{ equation }</dd></div> }
}
