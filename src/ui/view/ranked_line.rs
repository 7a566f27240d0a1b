//! One line of a ranked tally: a kind, how many, and the unit's rank.

use std::rc::Rc;

use yew::prelude::*;

use super::frame::use_frame;
use super::number_field::NumberField;
use super::rendered::rendered;
use super::select::Select;
use super::tally::weight;
use crate::engine::number::NumberKind;
use crate::engine::ruleset::{FigureForm, Kind};
use crate::ui::show::naming::column;
use crate::ui::state::action::Action;
use crate::ui::state::address::{Address, Column, Part};
use crate::ui::state::sheet::Line;

#[derive(PartialEq, Properties)]
pub struct RankedLineProps {
    /// The tally.
    pub address: Address,
    pub place: usize,
    pub line: Line,
    pub disabled: bool,
    /// Takes away the line at a place.
    pub onremove: Callback<usize>,
}

#[component]
pub fn RankedLine(props: &RankedLineProps) -> Html {
    rendered("RankedLine");
    let frame = use_frame();
    let (words, place) = (frame.words(), props.place);
    let FigureForm::Tally { kinds, counted_in, .. } = &frame.rules.figures[props.address.figure].form else {
        return html! { <div /> };
    };
    let at = |column: Column| props.address.at(Part::Line(place, column));
    let id = frame.name(at(Column::Kind));
    let kind_at = at(Column::Kind);
    let choose = frame.act(move |kind: Rc<str>| Action::Type(kind_at, kind));
    // The fields stand too close together for a unit behind the number.
    let (open, close) = words.brackets;
    let count = [column(Column::Count, words), open, &frame.say(counted_in), close].concat();
    let option = |kind: &Kind| {
        let name = [&*frame.say(&kind.title), open, &weight(&frame, kind), close].concat();
        (AttrValue::from(kind.id.clone()), AttrValue::from(name))
    };
    html! {
        <div class="line" role="group" aria-label={(words.line)(place + 1)}>
            <div class="field line-kind">
                <label for={id.clone()}>{ column(Column::Kind, words) }</label>
                <Select
                    {id}
                    prompt={words.choose}
                    chosen={props.line.kind.clone()}
                    options={kinds.iter().map(option).collect::<Vec<_>>()}
                    disabled={props.disabled}
                    onchoose={choose}
                />
            </div>
            <NumberField
                address={at(Column::Count)}
                label={count}
                unit={frame.say(counted_in)}
                kind={NumberKind::Count}
                text={props.line.count.clone()}
                disabled={props.disabled}
            />
            <NumberField
                address={at(Column::Rank)}
                label={column(Column::Rank, words)}
                remark={words.rank_means}
                unit=""
                kind={NumberKind::Rank}
                text={props.line.rank.clone()}
                disabled={props.disabled}
            />
            <button
                type="button"
                class="remove-line"
                data-action={["remove-", &*frame.name(props.address.at(Part::Entry(place)))].concat()}
                aria-label={[words.remove_line, " ", &(words.line)(place + 1)].concat()}
                disabled={props.disabled}
                onclick={props.onremove.reform(move |_| place)}
            >
                { words.remove_line }
            </button>
        </div>
    }
}
