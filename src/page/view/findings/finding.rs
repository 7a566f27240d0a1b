//! What the engine finds for an indicator.

use std::rc::Rc;

use yew::prelude::*;

use super::criterion::CriterionView;
use super::measure::MeasureView;
use super::missing::Missing;
use crate::view::kit::frame::use_frame;
use crate::view::kit::piece::{Hook, HookContext, Piece, keyed, piece};
use engine::explain::ExplainedIndicator;
use engine::ids::{Id, IndicatorId};

#[derive(PartialEq)]
pub struct FindingView {
    pub indicator: IndicatorId,
    pub finding: Rc<ExplainedIndicator>,
}

impl Piece for FindingView {
    fn show(&self, hooks: &mut HookContext) -> Html {
        let frame = use_frame().run(hooks);
        let words = frame.words();
        let at = self.indicator;
        let indicator = &frame.rules.indicators[at];
        let measures = indicator.measures.ids().map(|measure| {
            keyed(measure.index(), MeasureView { indicator: at, measure, finding: self.finding.clone() })
        });
        let criteria = indicator.criteria(frame.stage).iter().enumerate();
        let unmeasured = criteria
            .filter(|(_, criterion)| criterion.measure.is_none())
            .map(|(index, _)| keyed(index, CriterionView { indicator: at, index, finding: self.finding.clone() }));
        html! {
            <div class="finding">
                <h4>{ words.finding }</h4>
                { piece(Missing { missing: self.finding.missing.clone() }) }
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
