//! One line of a ranked tally: a kind, how many, and the unit's rank.

use std::rc::Rc;

use yew::prelude::*;

use super::number_field::NumberField;
use super::tally::weight;
use crate::view::kit::frame::use_frame;
use crate::view::kit::memo::{Hook, HookContext, Memo, memo};
use crate::view::kit::select::Select;
use engine::address::{Address, Column, Part};
use engine::ruleset::{FigureForm, Kind};
use formatting::explanation::naming::column;
use model::action::Action;
use model::entry::Line;

#[derive(PartialEq)]
pub struct RankedLine {
    /// The tally.
    pub address: Address,
    pub index: usize,
    pub line: Line,
    pub disabled: bool,
    /// Takes away the line at a place.
    pub onremove: Callback<usize>,
}

impl Memo for RankedLine {
    fn show(&self, hooks: &mut HookContext) -> Html {
        let frame = use_frame().run(hooks);
        let (words, index) = (frame.words(), self.index);
        let FigureForm::Tally { kinds, counted_in, .. } = &frame.rules.figures[self.address.figure].form else {
            return html! { <div /> };
        };
        let at = |column: Column| self.address.at(Part::Line(index, column));
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
            <div class="line" role="group" aria-label={(words.line)(index + 1)}>
                <div class="field line-kind">
                    <label for={id.clone()}>{ column(Column::Kind, words) }</label>
                    {
                        memo(Select {
                            id,
                            prompt: Some(words.choose),
                            chosen: self.line.kind.clone(),
                            options: kinds.iter().map(option).collect::<Vec<_>>(),
                            disabled: self.disabled,
                            onchoose: choose,
                        })
                    }
                </div>
                {
                    memo(NumberField { remark: AttrValue::default(),
                        address: at(Column::Count),
                        label: count.into(),
                        unit: frame.say(counted_in),
                        typed: self.line.count.clone(),
                        disabled: self.disabled,
                    })
                }
                {
                    memo(NumberField {
                        address: at(Column::Rank),
                        label: column(Column::Rank, words).into(),
                        remark: words.rank_means.into(),
                        unit: "".into(),
                        typed: self.line.rank.clone(),
                        disabled: self.disabled,
                    })
                }
                <button
                    type="button"
                    class="remove-line"
                    data-action={["remove-", &*frame.name(self.address.at(Part::Entry(index)))].concat()}
                    aria-label={[words.remove_line, " ", &(words.line)(index + 1)].concat()}
                    disabled={self.disabled}
                    onclick={self.onremove.reform(move |_| index)}
                >
                    { words.remove_line }
                </button>
            </div>
        }
    }
}
