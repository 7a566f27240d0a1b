//! Which sheet of the submission is filled in: as it is, what if, or the targets.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use super::frame::use_frame;
use super::piece::{Hook, HookContext, Piece};
use engine::ruleset::Stage;
use model::action::Action;
use model::papers::Variant;

#[derive(PartialEq)]
pub struct Variants {
    /// The stage of the submission; only that of creation has targets.
    pub stage: Stage,
    /// Whether a trial was begun.
    pub trial: bool,
}

impl Piece for Variants {
    fn show(&self, hooks: &mut HookContext) -> Html {
        let frame = use_frame().run(hooks);
        let words = frame.words().desk;
        let one = |(variant, action): (Variant, &'static str)| {
            let chosen = frame.variant == variant;
            html! {
                <button
                    key={action}
                    type="button"
                    class="segment"
                    data-action={action}
                    aria-pressed={if chosen { "true" } else { "false" }}
                    hidden={variant == Variant::Targets && self.stage != Stage::Creation}
                    onclick={frame.act(move |_: MouseEvent| Action::Show(variant))}
                >
                    { (words.variant)(variant) }
                </button>
            }
        };
        let segments = use_node_ref().run(hooks);
        let discard = {
            let segments = segments.clone();
            frame.act(move |_: MouseEvent| {
                // The button goes away with the trial; whoever pressed it goes on at what is shown then.
                let first = segments.cast::<Element>().and_then(|group| group.first_element_child());
                let _ = first.and_then(|first| first.dyn_into::<HtmlElement>().ok()).map(|first| first.focus());
                Action::DiscardWhatIf
            })
        };
        let variants = [
            (Variant::Original, "variant-original"),
            (Variant::WhatIf, "variant-what-if"),
            (Variant::Targets, "variant-targets"),
        ];
        html! {
            <div class="variants" data-variant={frame.variant.name()}>
                <div class="segments" ref={segments} role="group" aria-label={words.variants}>{ for variants.map(one) }</div>
                <p class="variant-means" role="status">{ (words.variant_means)(frame.variant) }</p>
                <button
                    type="button"
                    class="discard"
                    data-action="discard-what-if"
                    hidden={!self.trial || frame.variant != Variant::WhatIf}
                    onclick={discard}
                >
                    { words.discard_what_if }
                </button>
            </div>
        }
    }
}
