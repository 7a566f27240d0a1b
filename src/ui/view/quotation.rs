//! A sentence of the plan and where it stands there.

use yew::prelude::*;

use crate::engine::text::Lang;
use crate::ui::wording::words;

#[derive(PartialEq, Properties)]
pub struct QuotationProps {
    pub lang: Lang,
    pub quote: AttrValue,
    pub place: AttrValue,
}

#[component]
pub fn Quotation(props: &QuotationProps) -> Html {
    let in_original = words(props.lang).in_original;
    html! {
        <p class="quotation">
            <span class="remark" hidden={in_original.is_empty()}>{ in_original }{ " " }</span>
            <q lang="zh-CN">{ props.quote.clone() }</q>
            <cite>{ props.place.clone() }</cite>
        </p>
    }
}
