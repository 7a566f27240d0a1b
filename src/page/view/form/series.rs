//! The years of a series, or of rates, side by side.

use yew::prelude::*;

use super::number_field::NumberField;
use crate::formatting::explanation::naming::year;
use crate::view::kit::frame::use_frame;
use crate::view::kit::piece::{Hook, HookContext, Piece, keyed};
use engine::address::{Address, Part};
use engine::ruleset::FigureForm;
use model::arrangement::first_year_matters;
use model::typed::Typed;

#[derive(PartialEq)]
pub struct Series {
    pub address: Address,
    pub years: Vec<Typed>,
}

impl Piece for Series {
    fn show(&self, hooks: &mut HookContext) -> Html {
        let frame = use_frame().run(hooks);
        let (words, address) = (frame.words(), self.address);
        let form = &frame.rules.figures[address.figure].form;
        let unit = if matches!(form, FigureForm::Rates) { words.percent } else { "" };
        let first_matters = first_year_matters(&frame.rules, frame.stage, address.side, address.figure);
        let one = |(index, typed): (usize, &Typed)| {
            keyed(
                index,
                NumberField {
                    disabled: false,
                    address: address.at(Part::Entry(index)),
                    label: year(form, address.side, index, frame.stage, words).into(),
                    remark: if index == 0 && !first_matters { words.optional.into() } else { "".into() },
                    unit: unit.into(),
                    typed: typed.clone(),
                },
            )
        };
        html! { <div class="years">{ for self.years.iter().enumerate().map(one) }</div> }
    }
}
