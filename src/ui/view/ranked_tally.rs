//! A tally whose lines carry a rank: lines are added and taken away.

use wasm_bindgen::JsCast;
use web_sys::HtmlElement;
use yew::prelude::*;

use super::frame::use_frame;
use super::none_choice::NoneChoice;
use super::ranked_line::RankedLine;
use crate::ui::state::address::Address;
use crate::ui::state::sheet::Line;
use crate::ui::state::store::Action;

#[derive(PartialEq, Properties)]
pub struct RankedTallyProps {
    pub address: Address,
    pub none: bool,
    pub lines: Vec<Line>,
}

#[component]
pub fn RankedTally(props: &RankedTallyProps) -> Html {
    let frame = use_frame();
    let Address { side, figure, .. } = props.address;
    let list = use_node_ref();
    let added = use_mut_ref(|| false);
    let add = {
        let (send, added) = (frame.send.clone(), added.clone());
        Callback::from(move |_: MouseEvent| {
            *added.borrow_mut() = true;
            send.dispatch(Action::AddLine(side, figure));
        })
    };
    {
        // Whoever adds a line wants to fill it in next; lines that come with a sample leave the focus alone.
        let list = list.clone();
        use_effect_with(props.lines.len(), move |_| {
            if added.replace(false) {
                focus_last_line(&list);
            }
        });
    }
    let line = |(place, line): (usize, &Line)| {
        html! { <RankedLine key={line.key} address={props.address} {place} line={line.clone()} disabled={props.none} /> }
    };
    html! {
        <div class="tally ranked">
            <div class="lines" ref={list}>{ for props.lines.iter().enumerate().map(line) }</div>
            <div class="line-actions">
                <button
                    type="button"
                    class="add-line"
                    data-action={["add-", &*frame.name(props.address)].concat()}
                    disabled={props.none}
                    onclick={add}
                >
                    { frame.words().add_line }
                </button>
                <NoneChoice address={props.address} none={props.none} />
            </div>
        </div>
    }
}

fn focus_last_line(list: &NodeRef) -> Option<()> {
    let lines = list.cast::<HtmlElement>()?.query_selector_all("select").ok()?;
    lines.get(lines.length().checked_sub(1)?)?.unchecked_into::<HtmlElement>().focus().ok()
}
