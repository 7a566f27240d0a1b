//! Two variants of a submission side by side.

use std::rc::Rc;

use yew::prelude::*;

use super::frame::use_frame;
use crate::ui::state::assessment::Assessment;
use crate::ui::state::papers::Papers;

#[derive(PartialEq, Properties)]
pub struct CompareProps {
    pub papers: Papers,
    /// What the engine says to the original.
    pub original: Rc<Assessment>,
    /// What it says to the trial, once there is one.
    pub what_if: Option<Rc<Assessment>>,
}

#[component]
pub fn Compare(_props: &CompareProps) -> Html {
    let frame = use_frame();
    html! { <section class="compare"><h2>{ frame.words().desk.variants }</h2></section> }
}
