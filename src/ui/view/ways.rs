//! The ways to close a distance.

use yew::prelude::*;

use super::frame::use_frame;
use crate::engine::report::NeedReport;
use crate::ui::show::needs::ways;

#[derive(PartialEq, Properties)]
pub struct WaysProps {
    pub needs: Vec<NeedReport>,
}

#[component]
pub fn Ways(props: &WaysProps) -> Html {
    let frame = use_frame();
    let words = frame.words();
    let ways = ways(&props.needs, &frame.rules, frame.stage, frame.lang);
    let one = |(place, way): (usize, &String)| html! { <li key={place}>{ way }</li> };
    html! {
        <div class="ways" hidden={ways.is_empty()}>
            <p>{ if ways.len() > 1 { words.ways_of_kinds } else { words.ways } }</p>
            <ul>{ for ways.iter().enumerate().map(one) }</ul>
        </div>
    }
}
