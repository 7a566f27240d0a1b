//! Where a figure comes from, in one line: folded away until something is in it.

use std::rc::Rc;

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::view::kit::frame::Frame;
use engine::ids::FigureId;
use model::action::Action;

/// The button that unfolds the line, until something is in it.
pub fn source_button(frame: &Frame, figure: FigureId, text: &Rc<str>, unfolded: &UseStateHandle<bool>) -> Html {
    let words = frame.words();
    let (filled, is_unfolded) = (!text.trim().is_empty(), **unfolded);
    let toggle = {
        let unfolded = unfolded.clone();
        Callback::from(move |_: MouseEvent| unfolded.set(!is_unfolded))
    };
    let rule = &frame.rules.figures[figure];
    html! {
        <button
            type="button"
            class="small"
            tabindex="-1"
            data-action="source"
            aria-label={[words.years.data_source, words.colon, rule.title.get(frame.lang)].concat()}
            aria-expanded={if filled || is_unfolded { "true" } else { "false" }}
            aria-controls={["sources.", &rule.id, "/line"].concat()}
            hidden={filled}
            onclick={toggle}
        >
            { words.years.data_source }
        </button>
    }
}

/// The line of a figure; `unfolded` is whether the person opened it.
pub fn source_line(frame: &Frame, figure: FigureId, text: &Rc<str>, unfolded: &UseStateHandle<bool>) -> Html {
    let words = frame.words();
    let open = !text.trim().is_empty() || **unfolded;
    let stay_open = {
        let unfolded = unfolded.clone();
        Callback::from(move |_: FocusEvent| unfolded.set(true))
    };
    let type_source = frame.act(move |event: InputEvent| {
        Action::Source(figure, event.target_unchecked_into::<HtmlInputElement>().value().into())
    });
    let id = ["sources.", &frame.rules.figures[figure].id].concat();
    html! {
        <div class="data-source field" id={[&*id, "/line"].concat()} hidden={!open}>
            <label for={id.clone()}>{ words.years.source_of_figure }</label>
            // A line that is emptied stays open under the hands of whoever emptied it.
            <input
                id={id.clone()}
                name={id}
                type="text"
                autocomplete="off"
                value={AttrValue::from(Rc::clone(text))}
                onfocus={stay_open}
                oninput={type_source}
            />
        </div>
    }
}
