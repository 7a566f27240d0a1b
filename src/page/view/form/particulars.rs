//! What is applied for: batch, field, years, eligibility items and red lines, in this order; and who applies. Targets take all of it but
//! the years from the original.

use std::rc::Rc;

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::last_year::{LastYear, last_year};
use crate::view::findings::quotation::quotation;
use crate::view::kit::frame::use_frame;
use crate::view::kit::memo::{Hook, HookContext, Memo, memo};
use crate::view::kit::select::Select;
use engine::address::Side;
use engine::problem::Code;
use engine::ruleset::{Clause, Ruleset, Stage};
use model::action::Action;
use model::rulesets::Rulesets;
use model::scenarios::Scenario;
use model::typed::Typed;

#[derive(PartialEq)]
pub struct Particulars {
    pub rulesets: Rulesets,
    /// The batch chosen, by its index.
    pub batch: usize,
    pub applicant: Rc<str>,
    pub field: Rc<str>,
    pub answers: Vec<Option<bool>>,
    /// The stage of the submission.
    pub stage: Stage,
    /// The last year of the series.
    pub last_year: Typed,
}

impl Memo for Particulars {
    fn show(&self, hooks: &mut HookContext) -> Html {
        let frame = use_frame().run(hooks);
        let words = frame.words();
        let rename = frame.act(|event: InputEvent| {
            Action::NameApplicant(event.target_unchecked_into::<HtmlInputElement>().value().into())
        });
        let fields = frame.rules.ruleset.fields.iter();
        let mut fields: Vec<_> = fields.map(|field| (AttrValue::from(field.zh.clone()), frame.say(field))).collect();
        // A field of another batch stays to be seen, with what is wrong about it.
        if !self.field.is_empty() && !fields.iter().any(|(value, _)| **value == *self.field) {
            let (open, close) = words.brackets;
            let said = [&*self.field, open, (words.number.problem_in_brief)(Code::UnknownField), close].concat();
            fields.push((AttrValue::from(self.field.clone()), AttrValue::from(said)));
        }
        let name = if self.applicant.trim().is_empty() { words.unfilled } else { &*self.applicant };
        let item = |(index, clause): (usize, &Clause)| {
            let answer = self.answers.get(index).copied().flatten();
            let name = ["eligibility.", &clause.id].concat();
            let radio = |value: bool| {
                let choose = frame.act(move |_: Event| Action::Answer(index, value));
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
                    {
                        quotation(frame.lang, &clause.quote, frame.say(&clause.source))
                    }
                </fieldset>
            }
        };
        let red_line = |clause: &Clause| {
            html! {
                <li key={clause.id.clone()}>
                    <strong>{ frame.say(&clause.title) }</strong>
                    {
                        quotation(frame.lang, &clause.quote, frame.say(&clause.source))
                    }
                </li>
            }
        };
        let batch = |(index, ruleset): (usize, &Rc<Ruleset>)| {
            let name = (words.workbench.batch_name)(ruleset.title.get(frame.lang), &ruleset.number);
            (AttrValue::from(index.to_string()), AttrValue::from(name))
        };
        let of_targets = frame.scenario == Scenario::Targets;
        let of_year = LastYear {
            side: Side::Now,
            stage: if of_targets { Stage::Recognition } else { self.stage },
            typed: &self.last_year,
            given: of_targets,
            lang: frame.lang,
            dispatcher: &frame.dispatcher,
        };
        html! {
            <section class="card particulars" id="particulars" tabindex="-1">
                <h2>{ words.particulars }</h2>
                <div class="pair of-original" hidden={of_targets}>
                    <div class="field batch">
                        <label for="batch">{ words.workbench.batch }</label>
                        {
                            memo(Select { disabled: false, prompt: None,
                                id: "batch".into(),
                                chosen: Rc::from(self.batch.to_string()),
                                options: self.rulesets.iter().enumerate().map(batch).collect::<Vec<_>>(),
                                onchoose: frame.act(|index: Rc<str>| Action::ChooseRuleset(index.parse().unwrap_or_default())),
                            })
                        }
                    </div>
                    <div class="field">
                        <label for="field">{ words.field }</label>
                        {
                            memo(Select { disabled: false,
                                id: "field".into(),
                                prompt: Some(words.choose),
                                chosen: self.field.clone(),
                                options: fields,
                                onchoose: frame.act(Action::ChooseField),
                            })
                        }
                    </div>
                </div>
                { last_year(&of_year) }
                <div class="of-original" hidden={of_targets}>
                <h3>{ words.eligibility }</h3>
                <div class="conditions">{ for frame.rules.eligibility.iter().enumerate().map(item) }</div>
                <h3>{ words.red_lines }</h3>
                <p class="quiet">{ words.red_lines_mean }</p>
                <ul class="red-lines">{ for frame.rules.ruleset.red_lines.iter().map(red_line) }</ul>
                <div class="field applicant">
                    <label for="applicant.name">{ words.applicant }</label>
                    <input
                        id="applicant.name"
                        name="applicant.name"
                        type="text"
                        autocomplete="off"
                        value={AttrValue::from(self.applicant.clone())}
                        oninput={rename}
                    />
                    <span class="printed">{ AttrValue::from(name.to_owned()) }</span>
                </div>
                </div>
            </section>
        }
    }
}
