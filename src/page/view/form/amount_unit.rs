//! The unit in which the person writes amounts.

use yew::prelude::*;

use crate::view::kit::frame::use_frame;
use crate::view::kit::memo::{Hook, HookContext, Memo};
use engine::names::Named;
use model::action::Action;
use model::unit::AmountUnit;

#[derive(PartialEq)]
pub struct AmountUnitChoice;

impl Memo for AmountUnitChoice {
    fn show(&self, hooks: &mut HookContext) -> Html {
        let frame = use_frame().run(hooks);
        let words = frame.words();
        let one = |unit: AmountUnit| {
            let action = ["unit-", &unit.as_str().replace('_', "-")].concat();
            html! {
                <button
                    key={action.clone()}
                    type="button"
                    class="segment"
                    data-action={action}
                    tabindex="-1"
                    aria-pressed={if frame.unit == unit { "true" } else { "false" }}
                    onclick={frame.act(move |_: MouseEvent| Action::ReadAmountsIn(unit))}
                >
                    { (words.workbench.amount_unit_name)(unit) }
                </button>
            }
        };
        html! {
            <div class="amount-unit">
                <span id="amount-unit">{ words.workbench.amount_unit }</span>
                <div class="segments" role="group" aria-labelledby="amount-unit">{ for AmountUnit::ALL.iter().copied().map(one) }</div>
                <details class="units">
                    <summary tabindex="-1">{ words.workbench.how_to_fill_in }</summary>
                    <p>{ (words.number.units_accepted)(frame.unit) }</p>
                    <p>{ words.workbench.tables_taken }</p>
                </details>
            </div>
        }
    }
}
