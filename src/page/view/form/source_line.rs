//! Where a figure comes from, in one line: folded away until something is in it.

use std::rc::Rc;

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::view::kit::frame::Frame;
use engine::ids::FigureId;
use model::action::Action;

/// The line of a figure; `unfolded` is whether the person opened it.
pub fn source_line(frame: &Frame, figure: FigureId, text: &Rc<str>, unfolded: &UseStateHandle<bool>) -> Html {
    let words = frame.words();
    let (filled, is_unfolded) = (!text.trim().is_empty(), **unfolded);
    let open = filled || is_unfolded;
    let unfold = |to: bool| {
        let unfolded = unfolded.clone();
        move || unfolded.set(to)
    };
    let (toggle, stay_open) = (unfold(!is_unfolded), unfold(true));
    let type_source = frame.act(move |event: InputEvent| {
        Action::Source(figure, event.target_unchecked_into::<HtmlInputElement>().value().into())
    });
    let rule = &frame.rules.figures[figure];
    let id = ["sources.", &rule.id].concat();
    let (line, name) =
        ([&*id, "/line"].concat(), [words.years.data_source, words.colon, rule.title.get(frame.lang)].concat());
    html! {
        <div class="data-source">
            <button
                type="button"
                class="source-toggle"
                data-action="source"
                aria-label={name}
                aria-expanded={if open { "true" } else { "false" }}
                aria-controls={line.clone()}
                hidden={filled}
                onclick={Callback::from(move |_: MouseEvent| toggle())}
            >
                { words.years.data_source }
            </button>
            <div class="field" id={line} hidden={!open}>
                <label for={id.clone()}>{ words.years.source_of_figure }</label>
                // A line that is emptied stays open under the hands of whoever emptied it.
                <input
                    id={id.clone()}
                    name={id}
                    type="text"
                    autocomplete="off"
                    value={AttrValue::from(Rc::clone(text))}
                    onfocus={Callback::from(move |_: FocusEvent| stay_open())}
                    oninput={type_source}
                />
            </div>
        </div>
    }
}
