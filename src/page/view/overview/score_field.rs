//! One score as typed, out of 100.

use std::rc::Rc;

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::view::kit::frame::Frame;
use formatting::number::understood;
use model::action::Action;
use model::sheet::Scored;
use model::typed::Typed;

/// A score that is typed.
pub struct ScoreField<'a> {
    pub which: Scored,
    /// Its name and id.
    pub id: AttrValue,
    pub label: AttrValue,
    /// A remark behind the label.
    pub remark: AttrValue,
    pub typed: &'a Typed,
}

/// The field of a score, for a list of them.
pub fn score_field(frame: &Frame, field: ScoreField) -> Html {
    let overview = frame.words().overview;
    let ScoreField { which, id, label, remark, typed: score } = field;
    let [unit_id, equals_id, problem_id] = ["/unit", "/echo", "/refusal"].map(|end| [id.as_str(), end].concat());
    let refused = score.problem().is_some();
    let equals = understood(score, overview.score_unit, frame.words())
        .map(|number| ["= ", &number].concat())
        .unwrap_or_default();
    let typed = frame.act(move |event: InputEvent| {
        Action::Score(which, event.target_unchecked_into::<HtmlInputElement>().value().into())
    });
    let printed = if score.is_blank() { "—" } else { score.text().trim() };
    html! {
        <div key={id.to_string()} class="field number" data-state={if refused { "refused" } else { "known" }}>
            <label for={id.clone()}>
                { label }
                <span class="remark">{ remark }</span>
            </label>
            <span class="control">
                <input
                    id={id.clone()}
                    name={id.clone()}
                    type="text"
                    inputmode="decimal"
                    autocomplete="off"
                    spellcheck="false"
                    value={AttrValue::from(Rc::clone(score.text()))}
                    aria-invalid={if refused { "true" } else { "false" }}
                    aria-describedby={[&unit_id, " ", &problem_id, " ", &equals_id].concat()}
                    oninput={typed}
                />
                <span class="unit" id={unit_id}>{ overview.score_unit }</span>
            </span>
            <span class="printed">{ AttrValue::from(printed.to_owned()) }</span>
            <span class="echo" id={equals_id}>{ equals }</span>
            <span class="refusal" id={problem_id} hidden={!refused}>{ overview.score_refused }</span>
        </div>
    }
}
