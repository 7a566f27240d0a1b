//! A tally whose lines carry a rank: lines are added and taken away.

use wasm_bindgen::JsCast;
use web_sys::HtmlElement;
use yew::prelude::*;

use super::frame::use_frame;
use super::none_choice::NoneChoice;
use super::ranked_line::RankedLine;
use super::rendered::rendered;
use crate::ui::state::action::Action;
use crate::ui::state::address::Address;
use crate::ui::state::sheet::Line;

#[derive(PartialEq, Properties)]
pub struct RankedTallyProps {
    pub address: Address,
    pub none: bool,
    pub lines: Vec<Line>,
}

#[component]
pub fn RankedTally(props: &RankedTallyProps) -> Html {
    rendered("RankedTally");
    let frame = use_frame();
    let Address { side, figure, .. } = props.address;
    let tally = use_node_ref();
    // Whoever adds or removes a line goes on at the line that then stands at this place; lines that come with a sample leave
    // the focus alone.
    let next = use_mut_ref(|| None::<usize>);
    let add = {
        let (send, next, end) = (frame.send.clone(), next.clone(), props.lines.len());
        Callback::from(move |_: MouseEvent| {
            *next.borrow_mut() = Some(end);
            send.dispatch(Action::AddLine(side, figure));
        })
    };
    let remove = {
        let (send, next) = (frame.send.clone(), next.clone());
        use_callback((side, figure), move |place: usize, (side, figure)| {
            *next.borrow_mut() = Some(place);
            send.dispatch(Action::RemoveLine(*side, *figure, place));
        })
    };
    {
        let tally = tally.clone();
        use_effect_with(props.lines.len(), move |_| {
            if let Some(place) = next.take() {
                focus_line(&tally, place);
            }
        });
    }
    let line = |(place, line): (usize, &Line)| {
        html! {
            <RankedLine
                key={line.key}
                address={props.address}
                {place}
                line={line.clone()}
                disabled={props.none}
                onremove={remove.clone()}
            />
        }
    };
    html! {
        <div class="tally ranked" data-none={if props.none { "true" } else { "false" }} ref={tally}>
            <div class="lines">{ for props.lines.iter().enumerate().map(line) }</div>
            <span class="printed" hidden={props.none || !props.lines.is_empty()}>{ frame.words().unfilled }</span>
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

/// Puts the focus on the line at a place, or past the last line on the button that adds one.
fn focus_line(tally: &NodeRef, place: usize) -> Option<()> {
    let tally = tally.cast::<HtmlElement>()?;
    let line = tally.query_selector_all("select").ok()?.get(u32::try_from(place).ok()?);
    let target = line.or_else(|| tally.query_selector(".add-line").ok()?.map(Into::into))?;
    target.unchecked_into::<HtmlElement>().focus().ok()
}
