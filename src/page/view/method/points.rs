//! Statements of the page's own, each with its name.

use yew::prelude::*;

use formatting::texts::method::statements::Point;

/// Points, each with its name.
pub fn points(points: &[Point]) -> Html {
    let one = |(name, text): &Point| html! { <div key={*name}><dt>{ *name }</dt><dd>{ *text }</dd></div> };
    html! { <dl class="points">{ for points.iter().map(one) }</dl> }
}
