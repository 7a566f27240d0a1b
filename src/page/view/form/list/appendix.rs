//! A list on paper: every item with how it counts. Only where a person asks for it.

use yew::prelude::*;

use crate::view::kit::frame::Frame;
use engine::roster::{Item, Roster};
use engine::ruleset::FigureForm;
use formatting::roster::{doubts, kinds, standing};

/// More rows begin a page of their own.
const ON_A_PAGE: usize = 25;

/// The list as a table, which only paper shows.
pub fn appendix(items: &[Item], roster: &Roster, form: &FigureForm, caption: &str, frame: &Frame) -> Html {
    let words = frame.words().roster;
    let row = |(index, item): (usize, &Item)| {
        let mut how = vec![standing(&roster.standings[index], form, frame.lang)];
        how.extend(doubts(roster, index, frame.lang));
        html! {
            <tr key={index}>
                <td>{ index + 1 }</td>
                <td>{ item.name.clone() }</td>
                <td>{ item.code.clone() }</td>
                <td>{ kinds(item, form, frame.lang) }</td>
                <td>{ how.join(frame.words().separator) }</td>
            </tr>
        }
    };
    html! {
        <table class="list-appendix" data-long={if items.len() > ON_A_PAGE { "true" } else { "false" }}>
            <caption>{ (words.caption)(caption) }</caption>
            <thead>
                <tr><th>{ words.number }</th><th>{ words.name }</th><th>{ words.code }</th><th>{ words.kinds }</th><th>{ words.how }</th></tr>
            </thead>
            <tbody>{ for items.iter().enumerate().map(row) }</tbody>
        </table>
    }
}
