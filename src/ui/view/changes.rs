//! What was changed in a trial, place by place.

use yew::prelude::*;

use super::frame::use_frame;
use crate::ui::show::changes::Change;
use crate::ui::state::papers::Variant;

#[derive(PartialEq, Properties)]
pub struct ChangesProps {
    pub changes: Vec<Change>,
}

#[component]
pub fn Changes(props: &ChangesProps) -> Html {
    let frame = use_frame();
    let words = frame.words();
    let (own, variant) = (words.overview, words.desk.variant);
    let one = |(place, change): (usize, &Change)| {
        html! {
            <li key={place} class="change-line">
                <strong>{ change.name.clone() }</strong>
                <span class="from-to">
                    <span><span class="remark">{ variant(Variant::Original) }{ words.colon }</span>{ change.before.clone() }</span>
                    <span class="arrow" aria-hidden="true">{ "→" }</span>
                    <span><span class="remark">{ variant(Variant::WhatIf) }{ words.colon }</span>{ change.after.clone() }</span>
                </span>
            </li>
        }
    };
    html! {
        <section class="card changes">
            <h2>{ own.changed }</h2>
            <p hidden={!props.changes.is_empty()}>{ own.nothing_changed }</p>
            <ul class="change-lines">{ for props.changes.iter().enumerate().map(one) }</ul>
        </section>
    }
}
