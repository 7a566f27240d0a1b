//! The ways to close a distance.

use yew::prelude::*;

use super::frame::use_frame;
use crate::engine::report::NeedReport;
use crate::ui::show::needs::way;

#[derive(PartialEq, Properties)]
pub struct WaysProps {
    pub needs: Vec<NeedReport>,
}

#[component]
pub fn Ways(props: &WaysProps) -> Html {
    let frame = use_frame();
    let words = frame.words();
    let one = |(place, need): (usize, &NeedReport)| {
        html! { <li key={place}>{ way(need, &frame.rules, frame.stage, frame.lang).unwrap_or_default() }</li> }
    };
    html! {
        <div class="ways" hidden={props.needs.is_empty()}>
            <p>{ if props.needs.len() > 1 { words.ways_of_kinds } else { words.ways } }</p>
            <ul>{ for props.needs.iter().enumerate().map(one) }</ul>
        </div>
    }
}
