//! The place for a batch's own threshold: open where the plan states none, folded where a notice may change the one it states.

use std::rc::Rc;

use yew::prelude::*;

use super::override_field::OverrideField;
use crate::view::kit::frame::use_frame;
use crate::view::kit::piece::{Hook, HookContext, Piece, piece};
use engine::explain::ExplainedIndicator;
use engine::ids::IndicatorId;
use engine::ruleset::{Certainty, MeasureUnit, Rule, Threshold};
use model::overrides::OverrideKey;

#[derive(PartialEq)]
pub struct ThresholdOverride {
    pub indicator: IndicatorId,
    /// The criterion, by its index in the stage.
    pub index: usize,
    pub finding: Rc<ExplainedIndicator>,
}

impl Piece for ThresholdOverride {
    fn show(&self, hooks: &mut HookContext) -> Html {
        let frame = use_frame().run(hooks);
        // Once open it stays so: taking a number away must not fold the field in which one is typing.
        let open = use_mut_ref(|| false).run(hooks);
        let words = frame.words();
        let indicator = &frame.rules.indicators[self.indicator];
        let asked = &indicator.criteria(frame.stage)[self.index];
        // A batch's number makes a plain "at least": what compares with the baseline asks for something else.
        let plain = matches!(asked.rule, Rule::Unstated | Rule::AtLeast(Threshold::Number(_)));
        let Some(measure) = asked.measure.map(|index| &indicator.measures[index]).filter(|_| plain) else {
            return html! { <div hidden={true} /> };
        };
        let override_key = OverrideKey::Threshold {
            indicator: indicator.id.as_str().into(),
            stage: frame.stage,
            measure: measure.id.as_str().into(),
            unit: measure.unit,
        };
        let unit = match measure.unit {
            MeasureUnit::WanYuan => words.wan_yuan,
            MeasureUnit::Ratio => words.percent,
            MeasureUnit::Count => "",
        };
        let stated = !matches!(asked.rule, Rule::Unstated);
        let set = self.finding.criteria[self.index].certainty == Certainty::Override;
        let unfolded = *open.borrow() || !stated || set;
        open.replace(unfolded);
        html! {
            <details class="adjustment" open={unfolded}>
                <summary>{ if stated { words.workbench.threshold_differs } else { words.workbench.threshold_open } }</summary>
                { piece(OverrideField { override_key, label: (words.workbench.threshold_of)(measure.title.get(frame.lang)).into(), unit: unit.into() }) }
            </details>
        }
    }
}
