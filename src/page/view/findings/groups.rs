//! The indicators of the annex, group by group.

use yew::prelude::*;

use crate::view::kit::frame::Frame;
use engine::ids::IndicatorId;

/// What `one` shows of each of the first indicators, as many as are asked for, below the headings of the groups.
pub fn groups(frame: &Frame, count: usize, one: &dyn Fn(IndicatorId) -> Html) -> Html {
    let indicators: Vec<IndicatorId> = frame.rules.indicators.ids().take(count).collect();
    let group_of = |indicator: &IndicatorId| &frame.rules.indicators[*indicator].group;
    let group = |indicators: &[IndicatorId]| {
        let name = group_of(&indicators[0]);
        html! {
            <section key={name.zh.clone()} class="group">
                <h2>{ frame.say(name) }</h2>
                <div class="group-indicators">{ for indicators.iter().map(|indicator| one(*indicator)) }</div>
            </section>
        }
    };
    html! {
        <div class="groups">{ for indicators.chunk_by(|one, next| group_of(one) == group_of(next)).map(group) }</div>
    }
}
