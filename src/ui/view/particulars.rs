//! Who applies, in which field, and the eligibility items.

use std::rc::Rc;

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::frame::use_frame;
use super::quotation::Quotation;
use super::rendered::rendered;
use super::select::Select;
use crate::engine::ruleset::Clause;
use crate::ui::state::store::Action;

#[derive(PartialEq, Properties)]
pub struct ParticularsProps {
    pub applicant: Rc<str>,
    pub field: Rc<str>,
    pub answers: Vec<Option<bool>>,
}

#[component]
pub fn Particulars(props: &ParticularsProps) -> Html {
    rendered("Particulars");
    let frame = use_frame();
    let words = frame.words();
    let rename = frame.act(|event: InputEvent| {
        Action::NameApplicant(event.target_unchecked_into::<HtmlInputElement>().value().into())
    });
    let fields = frame.rules.ruleset.fields.iter();
    let fields: Vec<_> = fields.map(|field| (AttrValue::from(field.zh.clone()), frame.say(field))).collect();
    let name = if props.applicant.trim().is_empty() { words.unfilled } else { &*props.applicant };
    let item = |(place, clause): (usize, &Clause)| {
        let answer = props.answers.get(place).copied().flatten();
        let name = ["eligibility.", &clause.id].concat();
        let radio = |value: bool| {
            let choose = frame.act(move |_: Event| Action::Answer(place, value));
            html! {
                <label class="radio" data-chosen={if answer == Some(value) { "true" } else { "false" }}>
                    <input
                        type="radio"
                        name={name.clone()}
                        value={if value { "true" } else { "false" }}
                        checked={answer == Some(value)}
                        onchange={choose}
                    />
                    { if value { words.yes } else { words.no } }
                </label>
            }
        };
        html! {
            <fieldset key={clause.id.clone()} class="condition" id={name.clone()}>
                <legend>{ frame.say(&clause.title) }</legend>
                <div class="radios">
                    { radio(true) }
                    { radio(false) }
                    <span class="printed" hidden={answer.is_some()}>{ words.unfilled }</span>
                </div>
                <Quotation quote={clause.quote.clone()} place={frame.say(&clause.place)} />
            </fieldset>
        }
    };
    html! {
        <section class="card particulars" id="particulars" tabindex="-1">
            <h2>{ words.particulars }</h2>
            <div class="pair">
                <div class="field">
                    <label for="applicant.name">{ words.applicant }</label>
                    <input
                        id="applicant.name"
                        name="applicant.name"
                        type="text"
                        autocomplete="off"
                        value={AttrValue::from(props.applicant.clone())}
                        oninput={rename}
                    />
                    <span class="printed">{ AttrValue::from(name.to_owned()) }</span>
                </div>
                <div class="field">
                    <label for="field">{ words.field }</label>
                    <Select
                        id="field"
                        prompt={words.choose}
                        chosen={props.field.clone()}
                        options={fields}
                        onchoose={frame.act(Action::ChooseField)}
                    />
                </div>
            </div>
            <h3>{ words.eligibility }</h3>
            <div class="conditions">{ for frame.rules.eligibility.iter().enumerate().map(item) }</div>
        </section>
    }
}
