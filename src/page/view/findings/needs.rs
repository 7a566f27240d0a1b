//! The needs of a criterion: which figure, raised by how much, would close its distance.

use yew::prelude::*;

use crate::view::kit::frame::Frame;
use engine::needs::Need;
use formatting::explanation::needs::needs_in_words;

/// The needs of a criterion, if it has any.
pub fn needs(frame: &Frame, needs: &[Need]) -> Html {
    let words = frame.words();
    let needs = needs_in_words(needs, &frame.rules, frame.period, frame.lang);
    if needs.is_empty() {
        return Html::default();
    }
    let one = |(index, need): (usize, &String)| html! { <li key={index}>{ need }</li> };
    html! {
        <div class="ways">
            <p>{ if needs.len() > 1 { words.needs_of_kinds } else { words.needs } }</p>
            <ul>{ for needs.iter().enumerate().map(one) }</ul>
        </div>
    }
}
