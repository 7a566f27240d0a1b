//! The last year of the series of the stage, or of those of the baseline.

use std::rc::Rc;

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::view::kit::frame::Dispatcher;
use engine::address::Side;
use engine::number::NumberKind;
use engine::ruleset::Stage;
use engine::text::Lang;
use formatting::texts::words;
use model::action::Action;
use model::typed::Typed;

/// What the field is about.
pub struct LastYear<'a> {
    pub side: Side,
    pub stage: Stage,
    pub typed: &'a Typed,
    /// Whether it is taken from the original and cannot be typed into.
    pub given: bool,
    pub lang: Lang,
    pub dispatcher: &'a Dispatcher,
}

/// The field.
pub fn last_year(of: &LastYear) -> Html {
    let words = words(of.lang);
    let (id, name, means) = match of.side {
        Side::Now => ("last_year", words.years.last_year, (words.years.last_year_means)(of.stage)),
        Side::Baseline => ("baseline_last_year", words.years.baseline_last_year, words.years.baseline_last_year_means),
    };
    let (hint_id, problem_id) = ([id, "/hint"].concat(), [id, "/refusal"].concat());
    let (side, dispatcher, problem) = (of.side, of.dispatcher.clone(), of.typed.problem());
    let typed = Callback::from(move |event: InputEvent| {
        let text = event.target_unchecked_into::<HtmlInputElement>().value();
        dispatcher.dispatch(Action::LastYear(side, text.into()));
    });
    let remark = if of.given { words.workbench.given } else { words.optional };
    html! {
        <div class="field last-year" data-state={if problem.is_some() { "refused" } else { "known" }}>
            <label for={id}>{ name }<span class="remark">{ remark }</span></label>
            <input
                {id}
                name={id}
                type="text"
                inputmode="numeric"
                autocomplete="off"
                readonly={of.given}
                value={AttrValue::from(Rc::clone(of.typed.text()))}
                aria-invalid={if problem.is_some() { "true" } else { "false" }}
                aria-describedby={[&*hint_id, " ", &problem_id].concat()}
                oninput={typed}
            />
            <span class="refusal" id={problem_id} hidden={problem.is_none()}>
                { problem.map_or("", |code| (words.number.problem)(code, NumberKind::Year)) }
            </span>
            <p class="hint" id={hint_id}>{ means }</p>
        </div>
    }
}
