//! The years of a series, or of rates, side by side.

use std::rc::Rc;

use yew::prelude::*;

use super::frame::use_frame;
use super::number_field::NumberField;
use super::rendered::rendered;
use crate::engine::number::NumberKind;
use crate::engine::ruleset::FigureForm;
use crate::ui::show::naming::year;
use crate::ui::state::address::{Address, Part};
use crate::ui::state::arrangement::first_year_matters;

#[derive(PartialEq, Properties)]
pub struct SeriesProps {
    pub address: Address,
    pub texts: Vec<Rc<str>>,
}

#[component]
pub fn Series(props: &SeriesProps) -> Html {
    rendered("Series");
    let frame = use_frame();
    let (words, address) = (frame.words(), props.address);
    let form = &frame.rules.figures[address.figure].form;
    let (kind, unit) = match form {
        FigureForm::Rates => (NumberKind::Percent, words.percent),
        FigureForm::Series { signed: true } => (NumberKind::SignedAmount, ""),
        _ => (NumberKind::Amount, ""),
    };
    let first_matters = first_year_matters(&frame.rules, frame.stage, address.side, address.figure);
    let one = |(place, text): (usize, &Rc<str>)| {
        html! {
            <NumberField
                key={place}
                address={address.at(Part::Entry(place))}
                label={year(form, address.side, place, frame.stage, words)}
                remark={if place == 0 && !first_matters { words.optional } else { "" }}
                {unit}
                {kind}
                text={text.clone()}
            />
        }
    };
    html! { <div class="years">{ for props.texts.iter().enumerate().map(one) }</div> }
}
