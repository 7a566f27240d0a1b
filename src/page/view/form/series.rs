//! The years of a series, or of rates, side by side.

use std::rc::Rc;

use yew::prelude::*;

use super::number_field::NumberField;
use crate::formatting::explanation::naming::year;
use crate::view::kit::frame::use_frame;
use crate::view::kit::piece::{Hook, HookContext, Piece, keyed};
use engine::number::NumberKind;
use engine::ruleset::FigureForm;
use model::address::{Address, Part};
use model::arrangement::first_year_matters;

#[derive(PartialEq)]
pub struct Series {
    pub address: Address,
    pub texts: Vec<Rc<str>>,
}

impl Piece for Series {
    fn show(&self, hooks: &mut HookContext) -> Html {
        let frame = use_frame().run(hooks);
        let (words, address) = (frame.words(), self.address);
        let form = &frame.rules.figures[address.figure].form;
        let (kind, unit) = match form {
            FigureForm::Rates => (NumberKind::Percent, words.percent),
            FigureForm::Series { signed: true } => (NumberKind::SignedAmount, ""),
            _ => (NumberKind::Amount, ""),
        };
        let first_matters = first_year_matters(&frame.rules, frame.stage, address.side, address.figure);
        let one = |(index, text): (usize, &Rc<str>)| {
            keyed(
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
        html! { <div class="years">{ for self.texts.iter().enumerate().map(one) }</div> }
    }
}
