//! All indicators at one glance.

use std::rc::Rc;

use yew::prelude::*;

use super::frame::use_frame;
use crate::ui::state::assessment::Assessment;
use crate::ui::state::sheet::Sheet;

#[derive(PartialEq, Properties)]
pub struct OverviewProps {
    pub sheet: Rc<Sheet>,
    pub assessment: Rc<Assessment>,
}

#[component]
pub fn Overview(_props: &OverviewProps) -> Html {
    let frame = use_frame();
    html! { <section class="overview"><h2>{ frame.words().summary }</h2></section> }
}
