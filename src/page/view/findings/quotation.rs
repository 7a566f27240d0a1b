//! A sentence of the plan and where it stands there.

use yew::prelude::*;

use engine::text::Lang;
use formatting::texts::words;

/// A sentence of the plan with its source.
pub fn quotation(lang: Lang, quote: &str, source: impl Into<AttrValue>) -> Html {
    let in_original = words(lang).in_original;
    html! {
        <p class="quotation">
            if !in_original.is_empty() {
                <span class="remark">{ in_original }{ " " }</span>
            }
            <q lang="zh-CN">{ quote.to_owned() }</q>
            <cite>{ source.into() }</cite>
        </p>
    }
}
