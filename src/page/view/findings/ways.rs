//! The ways to close a distance.

use yew::prelude::*;

use crate::formatting::explanation::needs;
use crate::view::kit::frame::Frame;
use engine::report::NeedReport;

/// The ways to close a distance.
pub fn ways(frame: &Frame, lacking: &[NeedReport]) -> Html {
    let words = frame.words();
    let ways = needs::ways(lacking, &frame.rules, frame.stage, frame.lang);
    if ways.is_empty() {
        return Html::default();
    }
    let one = |(index, way): (usize, &String)| html! { <li key={index}>{ way }</li> };
    html! {
        <div class="ways">
            <p>{ if ways.len() > 1 { words.ways_of_kinds } else { words.ways } }</p>
            <ul>{ for ways.iter().enumerate().map(one) }</ul>
        </div>
    }
}
