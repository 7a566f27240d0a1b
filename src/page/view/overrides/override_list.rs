//! The batch's own numbers that are set, each with a link to its field and a button that removes it.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use super::typed_overrides::use_typed_overrides;
use crate::view::kit::frame::{Frame, use_frame};
use crate::view::kit::link::{link_through, link_to};
use crate::view::kit::memo::{Hook, HookContext, Memo};
use engine::ids::IndicatorId;
use engine::number::NumberKind;
use formatting::explanation::naming::override_key;
use formatting::number::understood;
use model::action::Action;
use model::overrides::OverrideKey;
use model::typed::Typed;

#[derive(PartialEq)]
pub struct OverrideList;

impl Memo for OverrideList {
    fn show(&self, hooks: &mut HookContext) -> Html {
        let frame = use_frame().run(hooks);
        let words = frame.words();
        let overrides = use_typed_overrides().run(hooks).typed;
        let one = |(set, typed): &(OverrideKey, Typed)| {
            let (name, title) = (set.name(), override_key(set, &frame.rules.ruleset, frame.lang));
            let said = [title.as_str(), words.colon, &number(set, typed, &frame)].concat();
            let remove = {
                let set = set.clone();
                frame.act(move |event: MouseEvent| {
                    lead_on(&event.target_unchecked_into());
                    Action::Set(set.clone(), "".into())
                })
            };
            html! {
                <li key={name.clone()}>
                    // The field of another stage is not on the page.
                    {
                        match indicator_of(set, &frame) {
                            _ if !bears(set, &frame) => html! { <span class="of-other-stage">{ said }</span> },
                            Some(at) => link_through(&frame.dispatcher, at, name.into(), html! { { said } }),
                            None => link_to(&frame.dispatcher, name, html! { { said } }),
                        }
                    }
                    <button
                        type="button"
                        class="remove-number"
                        aria-label={[words.remove_line, words.colon, &title].concat()}
                        onclick={remove}
                    >
                        { words.remove_line }
                    </button>
                </li>
            }
        };
        let list: Vec<_> = overrides.iter().filter(|(set, _)| is_of_track(set, &frame)).map(one).collect();
        html! {
            <section class="settings-list" hidden={list.is_empty()}>
                <h2>{ words.workbench.typed_overrides }</h2>
                <p class="quiet">{ words.workbench.overrides_mean }</p>
                <ul>{ for list }</ul>
            </section>
        }
    }
}

fn is_of_track(set: &OverrideKey, frame: &Frame) -> bool {
    let (OverrideKey::Threshold { indicator: id, .. } | OverrideKey::Weight { indicator: id, .. }) = set;
    frame.rules.indicators.iter().any(|indicator| *indicator.id == **id)
}

/// The indicator in whose finding the field of a threshold stands.
fn indicator_of(set: &OverrideKey, frame: &Frame) -> Option<IndicatorId> {
    let OverrideKey::Threshold { indicator: id, .. } = set else { return None };
    frame.rules.indicators.ids().find(|at| *frame.rules.indicators[*at].id == **id)
}

/// Whether a number of the track decides at the stage; a weight is the same at both.
fn bears(set: &OverrideKey, frame: &Frame) -> bool {
    !matches!(set, OverrideKey::Threshold { stage, .. } if *stage != frame.stage)
}

/// The number as it was understood, or the text with the remark that it sets nothing.
fn number(set: &OverrideKey, typed: &Typed, frame: &Frame) -> String {
    let words = frame.words();
    let (open, close) = words.brackets;
    let text = typed.text();
    match (set.number(typed), understood(typed, "", words)) {
        (Ok(Some(_)), Some(understood)) => understood,
        (Ok(Some(_)), None) => [text.trim(), if set.kind() == NumberKind::Percent { "%" } else { "" }].concat(),
        _ => [text, open, words.workbench.not_taken, close].concat(),
    }
}

/// The button goes away with its number: whoever pressed it goes on at the next one, or past the last at the first indicator.
fn lead_on(button: &Element) -> Option<()> {
    let line = button.closest("li").ok()??;
    let neighbour = line.next_element_sibling().or_else(|| line.previous_element_sibling());
    let to = match neighbour {
        Some(line) => line.query_selector("button.remove-number").ok()?,
        None => button.closest(".summary").ok()??.query_selector(".index .leap").ok()?,
    };
    to?.dyn_into::<HtmlElement>().ok()?.focus().ok()
}
