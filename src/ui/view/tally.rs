//! A tally with one line for each kind.

use std::rc::Rc;

use yew::prelude::*;

use super::frame::{Frame, use_frame};
use super::none_choice::NoneChoice;
use super::number_field::NumberField;
use super::rendered::rendered;
use crate::engine::number::NumberKind;
use crate::engine::ruleset::{FigureForm, Kind};
use crate::ui::state::address::{Address, Part};

#[derive(PartialEq, Properties)]
pub struct TallyProps {
    pub address: Address,
    pub none: bool,
    pub counts: Vec<Rc<str>>,
}

#[component]
pub fn Tally(props: &TallyProps) -> Html {
    rendered("Tally");
    let frame = use_frame();
    let FigureForm::Tally { kinds, counted_in, .. } = &frame.rules.figures[props.address.figure].form else {
        return html! { <div /> };
    };
    let line = |(place, (kind, text)): (usize, (&Kind, &Rc<str>))| {
        html! {
            <NumberField
                key={kind.id.clone()}
                address={props.address.at(Part::Kind(place))}
                label={frame.say(&kind.title)}
                remark={weight(&frame, kind)}
                unit={frame.say(counted_in)}
                kind={NumberKind::Count}
                text={text.clone()}
                disabled={props.none}
            />
        }
    };
    html! {
        <div class="tally" data-none={if props.none { "true" } else { "false" }}>
            <div class="kinds">{ for kinds.iter().zip(&props.counts).enumerate().map(line) }</div>
            <NoneChoice address={props.address} none={props.none} />
        </div>
    }
}

/// A kind's weight ω as a remark.
pub fn weight(frame: &Frame, kind: &Kind) -> AttrValue {
    match kind.weight {
        Some(weight) => (frame.words().weight)(&weight.to_string()).into(),
        None => frame.words().weight_unstated.into(),
    }
}
