//! The years of a series, or of rates, side by side.

use std::rc::Rc;

use yew::prelude::*;

use super::number_field::NumberField;
use crate::formatting::explanation::naming::year;
use crate::view::kit::frame::Frame;
use crate::view::kit::memo::keyed_memo;
use engine::number::NumberKind;
use engine::ruleset::FigureForm;
use model::address::{Address, Part};
use model::arrangement::first_year_matters;

/// The fields of a series or of rates.
pub fn series(frame: &Frame, address: Address, texts: &[Rc<str>]) -> Html {
    let words = frame.words();
    let form = &frame.rules.figures[address.figure].form;
    let (kind, unit) = match form {
        FigureForm::Rates => (NumberKind::Percent, words.percent),
        FigureForm::Series { signed: true } => (NumberKind::SignedAmount, ""),
        _ => (NumberKind::Amount, ""),
    };
    let first_matters = first_year_matters(&frame.rules, frame.stage, address.side, address.figure);
    let one = |(index, text): (usize, &Rc<str>)| {
        keyed_memo(
            index,
            NumberField {
                disabled: false,
                address: address.at(Part::Entry(index)),
                label: year(form, address.side, index, frame.stage, words).into(),
                remark: if index == 0 && !first_matters { words.optional.into() } else { "".into() },
                unit: unit.into(),
                kind,
                text: text.clone(),
            },
        )
    };
    html! { <div class="years">{ for texts.iter().enumerate().map(one) }</div> }
}
