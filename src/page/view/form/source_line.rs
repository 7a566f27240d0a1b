//! Where a figure comes from, in one line: folded away until something is in it.

use std::rc::Rc;

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::view::kit::frame::use_frame;
use crate::view::kit::memo::{Hook, HookContext, Memo};
use engine::ids::FigureId;
use model::action::Action;

#[derive(PartialEq)]
pub struct SourceLine {
    pub figure: FigureId,
    pub text: Rc<str>,
}

impl Memo for SourceLine {
    fn show(&self, hooks: &mut HookContext) -> Html {
        let frame = use_frame().run(hooks);
        let words = frame.words();
        let unfolded = use_state(|| false).run(hooks);
        let (figure, filled) = (self.figure, !self.text.trim().is_empty());
        let open = filled || *unfolded;
        let toggle = {
            let unfolded = unfolded.clone();
            Callback::from(move |_: MouseEvent| unfolded.set(!*unfolded))
        };
        let type_source = frame.act(move |event: InputEvent| {
            Action::Source(figure, event.target_unchecked_into::<HtmlInputElement>().value().into())
        });
        // A line that is emptied stays open under the hands of whoever emptied it.
        let stay_open = Callback::from(move |_: FocusEvent| unfolded.set(true));
        let rule = &frame.rules.figures[figure];
        let id = ["sources.", &rule.id].concat();
        let (line, name) =
            ([&*id, "/line"].concat(), [words.data_source, words.colon, rule.title.get(frame.lang)].concat());
        html! {
            <div class="data-source" data-blank={if filled { "false" } else { "true" }}>
                <button
                    type="button"
                    class="source-toggle"
                    data-action="source"
                    aria-label={name}
                    aria-expanded={if open { "true" } else { "false" }}
                    aria-controls={line.clone()}
                    hidden={filled}
                    onclick={toggle}
                >
                    { words.data_source }
                </button>
                <div class="field" id={line} hidden={!open}>
                    <label for={id.clone()}>{ words.source_of_figure }</label>
                    <input
                        id={id.clone()}
                        name={id}
                        type="text"
                        autocomplete="off"
                        value={AttrValue::from(Rc::clone(&self.text))}
                        onfocus={stay_open}
                        oninput={type_source}
                    />
                </div>
            </div>
        }
    }
}
