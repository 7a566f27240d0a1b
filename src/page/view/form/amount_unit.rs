//! The unit in which the person writes amounts.

use yew::prelude::*;

use crate::view::kit::frame::use_frame;
use crate::view::kit::memo::{Hook, HookContext, Memo};
use model::action::Action;
use model::unit::AmountUnit;

#[derive(PartialEq)]
pub struct AmountUnitChoice;

impl Memo for AmountUnitChoice {
    fn show(&self, hooks: &mut HookContext) -> Html {
        let frame = use_frame().run(hooks);
        let words = frame.words();
        let one = |(unit, action): (AmountUnit, &'static str)| {
            html! {
                <button
                    key={action}
                    type="button"
                    class="segment"
                    data-action={action}
                    aria-pressed={if frame.unit == unit { "true" } else { "false" }}
                    onclick={frame.act(move |_: MouseEvent| Action::ReadAmountsIn(unit))}
                >
                    { (words.workbench.amount_unit_name)(unit) }
                </button>
            }
        };
        let units = [(AmountUnit::WanYuan, "unit-wan-yuan"), (AmountUnit::YiYuan, "unit-yi-yuan")];
        html! {
            <div class="amount-unit">
                <span id="amount-unit">{ words.workbench.amount_unit }</span>
                <div class="segments" role="group" aria-labelledby="amount-unit">{ for units.map(one) }</div>
                <p class="units">{ (words.units_accepted)(frame.unit) }</p>
            </div>
        }
    }
}
