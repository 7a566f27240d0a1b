//! A sentence of the plan and where it stands there.

use yew::prelude::*;

use super::frame::use_frame;

#[derive(PartialEq, Properties)]
pub struct QuotationProps {
    pub quote: AttrValue,
    pub place: AttrValue,
}

#[component]
pub fn Quotation(props: &QuotationProps) -> Html {
    let in_original = use_frame().words().in_original;
    html! {
        <p class="quotation">
            <span class="remark" hidden={in_original.is_empty()}>{ in_original }{ " " }</span>
            <q lang="zh-CN">{ props.quote.clone() }</q>
            <cite>{ props.place.clone() }</cite>
        </p>
    }
}
