//! A sentence of the plan and where it stands there.

use yew::prelude::*;

use crate::texts::words;
use crate::view::kit::piece::{HookContext, Piece};
use engine::text::Lang;

#[derive(PartialEq)]
pub struct Quotation {
    pub lang: Lang,
    pub quote: AttrValue,
    pub source: AttrValue,
}

impl Piece for Quotation {
    fn show(&self, _: &mut HookContext) -> Html {
        let in_original = words(self.lang).in_original;
        html! {
            <p class="quotation">
                <span class="remark" hidden={in_original.is_empty()}>{ in_original }{ " " }</span>
                <q lang="zh-CN">{ self.quote.clone() }</q>
                <cite>{ self.source.clone() }</cite>
            </p>
        }
    }
}
