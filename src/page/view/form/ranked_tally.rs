//! A tally whose lines carry a rank: lines are added and taken away.

use wasm_bindgen::JsCast;
use web_sys::HtmlElement;
use yew::prelude::*;

use super::none_choice::none_choice;
use super::ranked_line::RankedLine;
use crate::view::kit::frame::use_frame;
use crate::view::kit::memo::{Hook, HookContext, Memo, keyed_memo};
use engine::address::Address;
use model::action::Action;
use model::entry::Line;

#[derive(PartialEq)]
pub struct RankedTally {
    pub address: Address,
    pub none: bool,
    pub lines: Vec<Line>,
}

impl Memo for RankedTally {
    fn show(&self, hooks: &mut HookContext) -> Html {
        let frame = use_frame().run(hooks);
        let Address { side, figure, .. } = self.address;
        let tally = use_node_ref().run(hooks);
        // Whoever adds or removes a line goes on at the line that then stands at this place; lines that come with a sample leave
        // the focus alone.
        let next = use_mut_ref(|| None::<usize>).run(hooks);
        let add = {
            let (dispatcher, next, end) = (frame.dispatcher.clone(), next.clone(), self.lines.len());
            Callback::from(move |_: MouseEvent| {
                *next.borrow_mut() = Some(end);
                dispatcher.dispatch(Action::AddLine(side, figure));
            })
        };
        let remove = {
            let (dispatcher, next) = (frame.dispatcher.clone(), next.clone());
            use_callback((side, figure), move |index: usize, (side, figure)| {
                *next.borrow_mut() = Some(index);
                dispatcher.dispatch(Action::RemoveLine(*side, *figure, index));
            })
            .run(hooks)
        };
        {
            let tally = tally.clone();
            use_effect_with(self.lines.len(), move |_| {
                if let Some(index) = next.take() {
                    focus_line(&tally, index);
                }
            })
            .run(hooks);
        }
        let line = |(index, line): (usize, &Line)| {
            keyed_memo(
                line.key,
                RankedLine {
                    address: self.address,
                    index,
                    line: line.clone(),
                    disabled: self.none,
                    onremove: remove.clone(),
                },
            )
        };
        html! {
            <div class="tally ranked" data-none={if self.none { "true" } else { "false" }} ref={tally}>
                <div class="lines">{ for self.lines.iter().enumerate().map(line) }</div>
                <span class="printed" hidden={self.none || !self.lines.is_empty()}>{ frame.words().unfilled }</span>
                <div class="line-actions">
                    <button
                        type="button"
                        class="add-line"
                        data-action={["add-", &*frame.name(self.address)].concat()}
                        disabled={self.none}
                        onclick={add}
                    >
                        { frame.words().add_line }
                    </button>
                    { none_choice(&frame, self.address, self.none) }
                </div>
            </div>
        }
    }
}

/// Puts the focus on the line at a place, or past the last line on the button that adds one.
fn focus_line(tally: &NodeRef, index: usize) -> Option<()> {
    let tally = tally.cast::<HtmlElement>()?;
    let line = tally.query_selector_all("select").ok()?.get(u32::try_from(index).ok()?);
    let target = line.or_else(|| tally.query_selector(".add-line").ok()?.map(Into::into))?;
    target.unchecked_into::<HtmlElement>().focus().ok()
}
