//! The line of what is chosen (园区 · 创建 · 批次 · 重点领域 · 名称). Each of it is a button that unfolds the place where it is changed.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use crate::view::kit::frame::Dispatcher;
use crate::view::kit::link::go_to;
use crate::view::kit::memo::{Hook, HookContext, Memo};
use engine::ruleset::{Stage, Track};
use engine::text::Lang;
use formatting::texts::words;
use model::action::Action;
use model::desk::Drawer;
use model::sheet::Sheet;

#[derive(PartialEq)]
pub struct Chosen {
    pub lang: Lang,
    /// Track and stage, once both are chosen.
    pub begun: Option<(Track, Stage)>,
    /// The batch, told from others by the number of its document.
    pub batch: AttrValue,
    pub particulars: Brief,
    /// Whether the choices and the particulars are unfolded.
    pub unfolded: [bool; 2],
    pub dispatcher: Dispatcher,
}

/// The particulars in brief.
#[derive(Clone, Default, PartialEq)]
pub struct Brief {
    /// The field by its Chinese name.
    field: Rc<str>,
    applicant: Rc<str>,
    /// The last year of the figures as typed.
    last_year: Rc<str>,
    /// The eligibility items without an answer.
    unanswered: usize,
}

impl Brief {
    /// Those of a sheet.
    pub fn of(sheet: &Sheet) -> Brief {
        Brief {
            field: sheet.field.clone(),
            applicant: sheet.applicant.clone(),
            last_year: sheet.last_year.text().clone(),
            unanswered: sheet.eligibility.iter().filter(|answer| answer.is_none()).count(),
        }
    }
}

impl Memo for Chosen {
    fn show(&self, hooks: &mut HookContext) -> Html {
        let all = words(self.lang);
        let words = all.workbench;
        let line = use_node_ref().run(hooks);
        {
            // What was pressed last is folded away when everything is chosen; one goes on at what says so.
            let line = line.clone();
            use_effect_with(self.begun.is_some(), move |begun| {
                if *begun {
                    lead_here(&line);
                }
            })
            .run(hooks);
        }
        let one = |index: usize, action: &'static str, drawer: Drawer, to: &'static str, name: &str, text: &str| {
            let is_open = self.unfolded[usize::from(drawer == Drawer::Particulars)];
            let press = {
                let dispatcher = self.dispatcher.clone();
                Callback::from(move |event: MouseEvent| {
                    if is_open {
                        dispatcher.dispatch(Action::Unfold(drawer, false));
                    } else {
                        go_to(&event.target_unchecked_into(), to, &dispatcher);
                    }
                })
            };
            let (blank, said) = (text.trim().is_empty(), if text.trim().is_empty() { all.unfilled } else { text });
            html! {
                <button
                    key={action}
                    type="button"
                    class="chosen-one"
                    data-action={action}
                    data-blank={if blank { "true" } else { "false" }}
                    aria-expanded={if is_open { "true" } else { "false" }}
                    tabindex={if index == 0 { "0" } else { "-1" }}
                    onclick={press}
                >
                    <span class="chosen-name">{ name.to_owned() }{ if name.is_empty() { "" } else { all.colon } }</span>
                    <span class="chosen-text">{ said.to_owned() }</span>
                </button>
            }
        };
        let (track, stage) = self.begun.unwrap_or((Track::Park, Stage::Creation));
        let of = &self.particulars;
        let conditions = match of.unanswered {
            0 => words.conditions_answered.to_owned(),
            many => (words.conditions_open)(many),
        };
        use Drawer::{Choices, Particulars};
        html! {
            <div ref={line} class="chosen" role="toolbar" aria-label={words.chosen} hidden={self.begun.is_none()}>
                { one(0, "unfold-track", Choices, "choose-track", "", (all.track)(track)) }
                { one(1, "unfold-stage", Choices, "choose-stage", "", (all.stage)(stage)) }
                { one(2, "unfold-batch", Particulars, "batch", words.batch, &self.batch) }
                { one(3, "unfold-field", Particulars, "field", all.field, &of.field) }
                { one(4, "unfold-year", Particulars, "last_year", all.years.last_year, &of.last_year) }
                { one(5, "unfold-conditions", Particulars, "particulars", all.eligibility, &conditions) }
                { one(6, "unfold-name", Particulars, "applicant.name", all.applicant, &of.applicant) }
            </div>
        }
    }
}

/// Puts the focus on the line where it would otherwise be lost: it was on a choice that is folded away now.
fn lead_here(line: &NodeRef) -> Option<()> {
    let line = line.cast::<Element>()?;
    let start = line.closest(".shifan").ok()??.query_selector(".start").ok()??;
    let had_it = start.matches(":focus-within").ok()?;
    if !had_it {
        return None;
    }
    line.query_selector("[data-action=unfold-stage]").ok()??.dyn_into::<HtmlElement>().ok()?.focus().ok()
}
