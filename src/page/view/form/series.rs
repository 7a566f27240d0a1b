//! The years of a series, or of rates, side by side.

use yew::prelude::*;

use super::number_field::NumberField;
use crate::view::kit::frame::Frame;
use crate::view::kit::memo::keyed_memo;
use engine::address::{Address, Part};
use engine::ruleset::FigureForm;
use formatting::explanation::naming::year;
use model::arrangement::first_year_matters;
use model::typed::Typed;

/// The fields of a series or of rates.
pub fn series(frame: &Frame, address: Address, years: &[Typed]) -> Html {
    let words = frame.words();
    let form = &frame.rules.figures[address.figure].form;
    let unit = if matches!(form, FigureForm::Rates) { words.percent } else { "" };
    let first_matters = first_year_matters(&frame.rules, frame.stage, address.side, address.figure);
    let one = |(index, typed): (usize, &Typed)| {
        keyed_memo(
            index,
            NumberField {
                disabled: false,
                address: address.at(Part::Entry(index)),
                label: year(form, address.side, index, frame.period, words).into(),
                remark: if index == 0 && !first_matters { words.optional.into() } else { "".into() },
                unit: unit.into(),
                typed: typed.clone(),
            },
        )
    };
    html! { <div class="years">{ for years.iter().enumerate().map(one) }</div> }
}
