//! The override of a threshold: unfolded where the plan states none, folded where a notice may change the one it states.

use yew::prelude::*;

use super::override_field::OverrideField;
use crate::view::kit::frame::{Frame, use_frame};
use crate::view::kit::memo::{Hook, HookContext, Memo, memo};
use engine::ruleset::{Certainty, Criterion, Indicator, MeasureUnit, Rule, Threshold};
use model::overrides::OverrideKey;

#[derive(PartialEq)]
struct ThresholdOverride {
    override_key: OverrideKey,
    label: AttrValue,
    /// What the threshold is in.
    unit: &'static str,
    /// Whether the plan states a threshold.
    stated: bool,
    /// Whether the threshold is the batch's own.
    set: bool,
}

/// The place for the threshold of a criterion, if a batch may have one of its own.
pub fn threshold_override(frame: &Frame, indicator: &Indicator, asked: &Criterion, certainty: Certainty) -> Html {
    // A batch's number makes a plain "at least": what compares with the baseline asks for something else.
    let plain = matches!(asked.rule, Rule::Unstated | Rule::AtLeast(Threshold::Number(_)));
    let Some(measure) = asked.measure.map(|index| &indicator.measures[index]).filter(|_| plain) else {
        return Html::default();
    };
    let words = frame.words();
    memo(ThresholdOverride {
        override_key: OverrideKey::Threshold {
            indicator: indicator.id.as_str().into(),
            stage: frame.stage,
            measure: measure.id.as_str().into(),
            unit: measure.unit,
        },
        label: (words.workbench.threshold_of)(measure.title.get(frame.lang)).into(),
        unit: match measure.unit {
            MeasureUnit::WanYuan => words.wan_yuan,
            MeasureUnit::Ratio => words.percent,
            MeasureUnit::Count => "",
        },
        stated: !matches!(asked.rule, Rule::Unstated),
        set: certainty == Certainty::Override,
    })
}

impl Memo for ThresholdOverride {
    fn show(&self, hooks: &mut HookContext) -> Html {
        let words = use_frame().run(hooks).words().workbench;
        // Once open it stays so: taking a number away must not fold the field in which one is typing.
        let open = use_mut_ref(|| false).run(hooks);
        let unfolded = *open.borrow() || !self.stated || self.set;
        open.replace(unfolded);
        let (override_key, label) = (self.override_key.clone(), self.label.clone());
        html! {
            <details class="adjustment" open={unfolded}>
                <summary>{ if self.stated { words.threshold_differs } else { words.threshold_open } }</summary>
                { memo(OverrideField { override_key, label, unit: self.unit.into() }) }
            </details>
        }
    }
}
