//! A tally with one line for each kind.

use std::rc::Rc;

use yew::prelude::*;

use super::none_choice::none_choice;
use super::number_field::NumberField;
use crate::view::kit::frame::{Frame, use_frame};
use crate::view::kit::memo::{Hook, HookContext, Memo, keyed_memo};
use crate::view::overrides::override_field::OverrideField;
use crate::view::overrides::typed_overrides::use_typed_overrides;
use engine::address::{Address, Part};
use engine::ids::{KindId, Table};
use engine::ruleset::{FigureForm, Indicator, Kind};
use model::overrides::OverrideKey;
use model::typed::Typed;

#[derive(PartialEq)]
pub struct Tally {
    pub address: Address,
    pub none: bool,
    pub counts: Table<KindId, Typed>,
}

impl Memo for Tally {
    fn show(&self, hooks: &mut HookContext) -> Html {
        let frame = use_frame().run(hooks);
        let overrides = use_typed_overrides().run(hooks).typed;
        let FigureForm::Tally { kinds, counted_in, .. } = &frame.rules.figures[self.address.figure].form else {
            return html! { <div /> };
        };
        let indicators = &frame.rules.indicators;
        let used_by = |indicator: &&Indicator| {
            indicator.measures.iter().any(|measure| measure.form.figures().contains(&self.address.figure))
        };
        let indicator: Rc<str> =
            indicators.iter().find(used_by).map_or_else(|| "".into(), |one| one.id.as_str().into());
        let own_weight =
            |kind: &Kind| OverrideKey::Weight { indicator: indicator.clone(), kind: kind.id.as_str().into() };
        let line = |((id, kind), typed): ((KindId, &Kind), &Typed)| {
            let own = own_weight(kind);
            let set = overrides.typed(&own);
            let remark = match own.number(&set) {
                Ok(Some(_)) => (frame.words().workbench.override_weight)(set.text()).into(),
                _ => weight(&frame, kind),
            };
            keyed_memo(
                kind.id.clone(),
                NumberField {
                    address: self.address.at(Part::Kind(id)),
                    label: frame.say(&kind.title),
                    remark,
                    unit: frame.say(counted_in),
                    typed: typed.clone(),
                    disabled: self.none,
                },
            )
        };
        // The weights that the plan leaves open stand together below the counts.
        let open: Vec<_> = kinds.iter().filter(|kind| kind.weight.is_none()).collect();
        let weight_field = |kind: &&Kind| {
            let label = (frame.words().workbench.weight_of)(kind.title.get(frame.lang));
            keyed_memo(
                kind.id.clone(),
                OverrideField { override_key: own_weight(kind), label: label.into(), unit: "".into() },
            )
        };
        html! {
            <div class="tally" data-none={if self.none { "true" } else { "false" }}>
                <div class="kinds">{ for kinds.with_ids().zip(&self.counts).map(line) }</div>
                { none_choice(&frame, self.address, self.none) }
                <details class="adjustment" open={true} hidden={open.is_empty()}>
                    <summary>{ frame.words().workbench.weights_open }</summary>
                    <div class="own-weights">{ for open.iter().map(weight_field) }</div>
                </details>
            </div>
        }
    }
}

/// A kind's weight ω as a remark.
pub fn weight(frame: &Frame, kind: &Kind) -> AttrValue {
    match kind.weight {
        Some(weight) => (frame.words().weight)(&weight.to_string()).into(),
        None => frame.words().weight_unstated.into(),
    }
}
