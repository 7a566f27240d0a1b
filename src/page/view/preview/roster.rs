//! A list that was read: how many items, what they come to, and what each column is taken for.

use std::rc::Rc;

use yew::prelude::*;

use crate::view::kit::frame::Frame;
use crate::view::kit::memo::memo;
use crate::view::kit::select::Select;
use engine::address::Side;
use engine::ids::FigureId;
use engine::roster::{Item, Roster, Standing};
use engine::ruleset::FigureForm;
use formatting::explanation::naming;
use formatting::roster::{doubts, kinds, standing};
use intake::context::{Along, Answer};
use intake::list::Field;
use intake::reading::cell_text;
use model::action::Action;
use model::list::List;
use model::preview::Preview;
use model::sheet::Sheet;

/// So many items show what was read.
const SHOWN: usize = 12;

/// Every list that would be written.
pub fn rosters(preview: &Preview, sheet: &Sheet, frame: &Frame) -> Html {
    let one = |(index, (side, figure, list)): (usize, &(Side, FigureId, Rc<List>))| {
        html! { <div key={index}>{ roster(*side, *figure, list, preview, sheet, frame) }</div> }
    };
    html! {
        <section class="preview-roster" hidden={preview.changes.lists.is_empty()}>
            { for preview.changes.lists.iter().enumerate().map(one) }
        </section>
    }
}

fn roster(side: Side, figure: FigureId, list: &List, preview: &Preview, sheet: &Sheet, frame: &Frame) -> Html {
    let words = frame.words().roster;
    let form = &frame.rules.figures[figure].form;
    let Some(counted) = list.shown(form) else { return html! {} };
    let there = sheet.side(side)[figure].list().map_or(0, |list| list.items().len());
    let count = |holds: fn(&Standing) -> bool| counted.standings.iter().filter(|standing| holds(standing)).count();
    let taken = count(|standing| matches!(standing, Standing::Counted { .. }));
    let mut doubtful: Vec<usize> = counted.doubts.iter().map(|doubt| doubt.item).collect();
    doubtful.dedup();
    let texts = [list.items().len(), taken, list.items().len() - taken, doubtful.len()].map(|count| count.to_string());
    let item = |(index, item): (usize, &Item)| {
        html! {
            <tr key={index}>
                <td>{ (index + 1).to_string() }</td>
                <td>{ item.name.clone() }<br />{ item.code.clone() }</td>
                <td>{ kinds(item, form, frame.lang) }</td>
                <td>{ how(&counted, index, item, form, frame) }</td>
            </tr>
        }
    };
    let more = list.items().len().saturating_sub(SHOWN);
    html! {
        <>
            <h3>{ naming::title(figure, side, &frame.rules, frame.stage, frame.lang) }</h3>
            <p><strong>{ (words.counts)(&texts[0], &texts[1], &texts[2], &texts[3]) }</strong></p>
            <p class="quiet" hidden={there == 0}>{ (words.replaces_items)(there) }</p>
            { columns(preview, frame) }
            <div class="preview-table">
                <table>
                    <thead><tr><th>{ words.number }</th><th>{ words.name }</th><th>{ words.kinds }</th><th>{ words.how }</th></tr></thead>
                    <tbody>{ for list.items().iter().take(SHOWN).enumerate().map(item) }</tbody>
                </table>
            </div>
            <p class="quiet" hidden={more == 0}>{ (words.more)(&more.to_string()) }</p>
        </>
    }
}

/// How an item counts, what is doubtful about it, and the status that the list gives it.
fn how(counted: &Roster, index: usize, item: &Item, form: &FigureForm, frame: &Frame) -> Html {
    let all = frame.words();
    let mut lines = vec![standing(&counted.standings[index], form, frame.lang)];
    lines.extend(doubts(counted, index, frame.lang));
    if !item.status.is_empty() {
        lines.push([all.roster.status, all.colon, &item.status].concat());
    }
    html! { { for lines.into_iter().map(|line| html! { <>{ line }<br /></> }) } }
}

/// What each column is taken for, to be corrected.
fn columns(preview: &Preview, frame: &Frame) -> Html {
    let mut all: Vec<(usize, String, &str)> = Vec::new();
    for used in &preview.reading.used {
        if all.iter().all(|(column, ..)| *column != used.cell.1) {
            all.push((used.cell.1, used.names.clone(), &used.written));
        }
    }
    for unused in &preview.reading.unused {
        if let Some(Along::Column(column, _)) = unused.along
            && all.iter().all(|(own, ..)| *own != column)
        {
            all.push((column, unused.text.clone(), ""));
        }
    }
    let all = formatting::order::by_key(all, |(column, ..)| *column);
    html! { <ul class="preview-columns">{ for all.iter().map(|(index, name, says)| column(*index, name, says, frame)) }</ul> }
}

fn column(index: usize, name: &str, says: &str, frame: &Frame) -> Html {
    let words = frame.words().roster;
    let label = |field: Field| match field {
        Field::Name => words.name,
        Field::Code => words.code,
        Field::Kinds => words.kinds,
        Field::Rank => words.rank,
        Field::Host => words.host,
        Field::Status => words.status,
        Field::Anyway => words.anyway,
    };
    // That everything counts all the same is nothing that a column of somebody else's table says.
    let offered = Field::ALL.into_iter().filter(|field| *field != Field::Anyway || field.as_str() == says);
    let mut options: Vec<_> =
        offered.map(|field| (AttrValue::from(field.as_str()), AttrValue::from(label(field)))).collect();
    options.push(("none".into(), words.no_field.into()));
    let choose = frame.act(move |chosen: Rc<str>| {
        let field = Field::ALL.into_iter().find(|field| field.as_str() == &*chosen);
        Action::AnswerTable(Answer::Column(index, field))
    });
    let id = ["preview-column-", &index.to_string()].concat();
    let letters = cell_text((0, index)).trim_end_matches('1').to_owned();
    let chosen = if says.is_empty() { "none" } else { says };
    html! {
        <li key={index}>
            <label for={id.clone()}>{ (frame.words().preview.from_column)(&letters, name) }</label>
            { memo(Select { id: id.into(), prompt: None, chosen: chosen.into(), options, disabled: false, onchoose: choose }) }
        </li>
    }
}
