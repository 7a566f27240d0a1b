//! The choice of the scenario: as it is, what if, or the targets.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use crate::view::kit::frame::use_frame;
use crate::view::kit::memo::{Hook, HookContext, Memo};
use engine::ruleset::Stage;
use model::action::Action;
use model::scenarios::Scenario;

#[derive(PartialEq)]
pub struct ScenarioSwitch {
    /// The stage of the submission; only that of creation has targets.
    pub stage: Stage,
    /// Whether a what-if was begun.
    pub what_if: bool,
}

impl Memo for ScenarioSwitch {
    fn show(&self, hooks: &mut HookContext) -> Html {
        let frame = use_frame().run(hooks);
        let words = frame.words().workbench;
        let one = |(scenario, action): (Scenario, &'static str)| {
            let chosen = frame.scenario == scenario;
            html! {
                <button
                    key={action}
                    type="button"
                    class="segment"
                    data-action={action}
                    aria-pressed={if chosen { "true" } else { "false" }}
                    tabindex={if chosen { "0" } else { "-1" }}
                    hidden={scenario == Scenario::Targets && self.stage != Stage::Creation}
                    onclick={frame.act(move |_: MouseEvent| Action::Show(scenario))}
                >
                    { (words.scenario)(scenario) }
                </button>
            }
        };
        let segments = use_node_ref().run(hooks);
        let discard = {
            let segments = segments.clone();
            frame.act(move |_: MouseEvent| {
                // The button goes away with the what-if; whoever pressed it goes on at what is shown then.
                let first = segments.cast::<Element>().and_then(|group| group.first_element_child());
                let _ = first.and_then(|first| first.dyn_into::<HtmlElement>().ok()).map(|first| first.focus());
                Action::DiscardWhatIf
            })
        };
        let scenario_switch = [
            (Scenario::Original, "variant-original"),
            (Scenario::WhatIf, "variant-what-if"),
            (Scenario::Targets, "variant-targets"),
        ];
        html! {
            <div class="variants" data-scenario={frame.scenario.name()}>
                <div class="segments" ref={segments} role="group" aria-label={words.scenario_switch}>{ for scenario_switch.map(one) }</div>
                <p class="variant-means" role="status">{ (words.scenario_means)(frame.scenario) }</p>
                <button
                    type="button"
                    class="discard"
                    data-action="discard-what-if"
                    tabindex="-1"
                    hidden={!self.what_if || frame.scenario != Scenario::WhatIf}
                    onclick={discard}
                >
                    { words.discard_what_if }
                </button>
            </div>
        }
    }
}
