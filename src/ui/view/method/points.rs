//! Points of ours, each with its name.

use yew::prelude::*;

use crate::ui::wording::method::statements::Point;

#[derive(PartialEq, Properties)]
pub struct PointsProps {
    pub points: &'static [Point],
}

#[component]
pub fn Points(props: &PointsProps) -> Html {
    let one = |(name, text): &Point| html! { <div key={*name}><dt>{ *name }</dt><dd>{ *text }</dd></div> };
    html! { <dl class="points">{ for props.points.iter().map(one) }</dl> }
}
