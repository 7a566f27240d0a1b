//! A sentence of the plan and where it stands there.

use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub struct QuotationProps {
    pub quote: AttrValue,
    pub place: AttrValue,
}

#[component]
pub fn Quotation(props: &QuotationProps) -> Html {
    html! {
        <p class="quotation">
            <q lang="zh-CN">{ props.quote.clone() }</q>
            <cite>{ props.place.clone() }</cite>
        </p>
    }
}
