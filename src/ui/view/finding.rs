//! What the engine finds for an indicator.

use std::rc::Rc;

use yew::prelude::*;

use super::criterion::CriterionView;
use super::frame::use_frame;
use super::measure::MeasureView;
use super::missing::Missing;
use super::rendered::rendered;
use crate::ui::state::assessment::Finding;

#[derive(PartialEq, Properties)]
pub struct FindingViewProps {
    /// The indicator, by its place in the track.
    pub indicator: usize,
    pub finding: Rc<Finding>,
}

#[component]
pub fn FindingView(props: &FindingViewProps) -> Html {
    rendered("FindingView");
    let frame = use_frame();
    let words = frame.words();
    let at = props.indicator;
    let indicator = &frame.rules.indicators[at];
    let measures = (0..indicator.measures.len()).map(|place| {
        html! { <MeasureView key={place} indicator={at} {place} finding={props.finding.clone()} /> }
    });
    let criteria = indicator.criteria(frame.stage).iter().enumerate();
    let unmeasured = criteria.filter(|(_, criterion)| criterion.measure.is_none()).map(|(place, _)| {
        html! { <CriterionView key={place} indicator={at} {place} finding={props.finding.clone()} /> }
    });
    html! {
        <div class="finding">
            <h4>{ words.finding }</h4>
            <Missing missing={props.finding.missing.clone()} />
            <div class="measures">{ for measures }</div>
            <div class="criteria">{ for unmeasured }</div>
            <details class="purpose">
                <summary>{ words.purpose }</summary>
                <p><q lang="zh-CN">{ AttrValue::from(indicator.purpose.clone()) }</q></p>
            </details>
        </div>
    }
}
