//! 方法说明: the rules themselves, from the ruleset.

use std::rc::Rc;

use yew::prelude::*;

use crate::engine::ruleset::Ruleset;
use crate::engine::text::Lang;
use crate::ui::state::action::View;
use crate::ui::wording::words;

#[derive(Clone, Properties)]
pub struct MethodProps {
    pub lang: Lang,
    pub ruleset: Rc<Ruleset>,
}

impl PartialEq for MethodProps {
    fn eq(&self, other: &MethodProps) -> bool {
        self.lang == other.lang && Rc::ptr_eq(&self.ruleset, &other.ruleset)
    }
}

#[component]
pub fn Method(props: &MethodProps) -> Html {
    html! { <section class="method"><h2>{ (words(props.lang).desk.view)(View::Method) }</h2></section> }
}
