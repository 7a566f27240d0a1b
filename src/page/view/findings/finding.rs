//! What the engine finds for an indicator.

use std::rc::Rc;

use yew::prelude::*;

use super::criterion::criterion;
use super::measure::measure;
use super::missing::missing;
use crate::view::kit::frame::use_frame;
use crate::view::kit::memo::{Hook, HookContext, Memo};
use engine::explain::ExplainedIndicator;
use engine::ids::IndicatorId;

#[derive(PartialEq)]
pub struct FindingView {
    pub indicator: IndicatorId,
    pub finding: Rc<ExplainedIndicator>,
    /// Whether the batch's own numbers can be typed into it.
    pub typable: bool,
}

impl Memo for FindingView {
    fn show(&self, hooks: &mut HookContext) -> Html {
        let frame = use_frame().run(hooks);
        let words = frame.words();
        let at = self.indicator;
        let indicator = &frame.rules.indicators[at];
        let measures = indicator.measures.ids().map(|id| measure(&frame, at, id, &self.finding, self.typable));
        let criteria = indicator.criteria(frame.stage).iter().enumerate();
        let unmeasured = criteria
            .filter(|(_, criterion)| criterion.measure.is_none())
            .map(|(index, _)| criterion(&frame, at, index, &self.finding, self.typable));
        html! {
            <div class="finding">
                <h4>{ words.finding }</h4>
                { missing(&frame, &self.finding.missing) }
                <div class="measures">{ for measures }</div>
                <div class="criteria">{ for unmeasured }</div>
                <details class="purpose">
                    <summary>{ words.purpose }</summary>
                    <p><q lang="zh-CN">{ AttrValue::from(indicator.purpose.clone()) }</q></p>
                </details>
            </div>
        }
    }
}
