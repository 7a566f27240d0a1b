//! Which sheet of the submission is filled in: as it is, what if, or the targets.

use yew::prelude::*;

use super::frame::use_frame;
use super::rendered::rendered;
use crate::engine::ruleset::Stage;
use crate::ui::state::action::Action;
use crate::ui::state::papers::Variant;

#[derive(PartialEq, Properties)]
pub struct VariantsProps {
    /// The stage of the submission; only that of creation has targets.
    pub stage: Stage,
    /// Whether a trial was begun.
    pub trial: bool,
}

#[component]
pub fn Variants(props: &VariantsProps) -> Html {
    rendered("Variants");
    let frame = use_frame();
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
                hidden={variant == Variant::Targets && props.stage != Stage::Creation}
                onclick={frame.act(move |_: MouseEvent| Action::Show(variant))}
            >
                { (words.variant)(variant) }
            </button>
        }
    };
    let variants = [
        (Variant::Original, "variant-original"),
        (Variant::WhatIf, "variant-what-if"),
        (Variant::Targets, "variant-targets"),
    ];
    html! {
        <div class="variants" data-variant={frame.variant.name()}>
            <div class="segments" role="group" aria-label={words.variants}>{ for variants.map(one) }</div>
            <p class="variant-means" role="status">{ (words.variant_means)(frame.variant) }</p>
            <button
                type="button"
                class="discard"
                data-action="discard-what-if"
                hidden={!props.trial || frame.variant != Variant::WhatIf}
                onclick={frame.act(|_: MouseEvent| Action::DiscardWhatIf)}
            >
                { words.discard_what_if }
            </button>
        </div>
    }
}
