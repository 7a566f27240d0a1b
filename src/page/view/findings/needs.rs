//! The needs of a criterion: which figure, raised by how much, would close its distance.

use yew::prelude::*;

use formatting::texts::Words;

/// The needs of a criterion, if it has any.
pub fn needs(words: &Words, needs: &[String]) -> Html {
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
