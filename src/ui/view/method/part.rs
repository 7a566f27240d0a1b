//! A part of the rules: its heading, to which the contents lead, and the way back.

use yew::prelude::*;

use crate::engine::text::Lang;
use crate::ui::view::leap::Leap;
use crate::ui::wording::words;

/// The id of the contents.
pub const CONTENTS: &str = "method/contents";

#[derive(PartialEq, Properties)]
pub struct PartProps {
    pub lang: Lang,
    pub id: &'static str,
    pub title: AttrValue,
    pub children: Html,
}

#[component]
pub fn Part(props: &PartProps) -> Html {
    html! {
        <section class="part">
            <h3 id={props.id} tabindex="-1">{ props.title.clone() }</h3>
            { props.children.clone() }
            <p class="back"><Leap to={CONTENTS}>{ words(props.lang).method.back }</Leap></p>
        </section>
    }
}
