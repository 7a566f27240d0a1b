//! The rules themselves, part by part, with their contents.

use std::rc::Rc;

use web_sys::Element;
use yew::prelude::*;

use super::basis::basis;
use super::index::index;
use super::numbers::numbers;
use super::part::{CONTENTS, part};
use super::points::points;
use super::programme::programme;
use super::track::track;
use crate::view::kit::frame::Dispatcher;
use crate::view::kit::link::link_to;
use crate::view::kit::memo::{HookContext, Memo};
use engine::ruleset::{Ruleset, Track};
use engine::text::Lang;
use formatting::texts::words;
use model::action::View;
use model::rules::Rules;

#[derive(Clone)]
pub struct Method {
    pub lang: Lang,
    pub ruleset: Rc<Ruleset>,
    /// Whether the contents and the indicators are folded at first, as there is little room.
    pub folded: bool,
    pub dispatcher: Dispatcher,
}

impl PartialEq for Method {
    fn eq(&self, other: &Method) -> bool {
        (self.lang, self.folded) == (other.lang, other.folded) && Rc::ptr_eq(&self.ruleset, &other.ruleset)
    }
}

impl Memo for Method {
    fn show(&self, _: &mut HookContext) -> Html {
        let (lang, ruleset) = (self.lang, &self.ruleset);
        let words = words(lang);
        let method = words.method;
        let rules = |track: Track| Rules { ruleset: ruleset.clone(), track };
        let (park, enterprise) = (rules(Track::Park), rules(Track::Enterprise));
        let parts: [(&'static str, AttrValue); 7] = [
            ("method/basis", method.basis.into()),
            ("method/park", part_title(&park, lang)),
            ("method/enterprise", part_title(&enterprise, lang)),
            ("method/numbers", method.numbers.into()),
            ("method/programme", method.programme.into()),
            ("method/privacy", method.privacy.into()),
            ("method/accessibility", method.accessibility.into()),
        ];
        let entry = |(index, (id, title)): (usize, &(&'static str, AttrValue))| {
            // The indicators of a track stand below it.
            let indicators = match index {
                1 => self::index(self, &park, false),
                2 => self::index(self, &enterprise, false),
                _ => html! {},
            };
            html! {
                <li key={*id}>
                    { link_to(&self.dispatcher, *id, html! { { title.clone() } }) }
                    <div>{ indicators }</div>
                </li>
            }
        };
        let part = |index: usize, content: Html| {
            let (id, title) = parts[index].clone();
            part(self, id, title, content)
        };
        // Where it is a bar, it makes way for what was chosen in it.
        let folded = self.folded;
        let close = Callback::from(move |event: MouseEvent| {
            let from: Element = event.target_unchecked_into();
            if let (true, Ok(Some(_)), Ok(Some(list))) = (folded, from.closest(".leap"), from.closest("details")) {
                let _ = list.remove_attribute("open");
            }
        });
        html! {
            <section class="method" aria-labelledby="method/title">
                <h2 id="method/title">{ (words.workbench.view)(View::Method) }</h2>
                <p>{ method.lead }</p>
                <nav class="contents" id={CONTENTS} tabindex="-1" aria-label={method.contents} onclick={close}>
                    <details open={!self.folded}>
                        <summary>{ method.contents }</summary>
                        <ol class="contents-list">{ for parts.iter().enumerate().map(entry) }</ol>
                    </details>
                </nav>
                <div class="parts">
                { part(0, basis(lang, ruleset)) }
                { part(1, track(self, &park)) }
                { part(2, track(self, &enterprise)) }
                { part(3, numbers(lang)) }
                { part(4, programme(lang, ruleset)) }
                { part(5, points(&method.statements.privacy)) }
                { part(6, points(&method.statements.accessibility)) }
                </div>
            </section>
        }
    }
}

/// `示范园区（附1）`
fn part_title(rules: &Rules, lang: Lang) -> AttrValue {
    let words = words(lang);
    let (open, close) = words.brackets;
    AttrValue::from([rules.title.get(lang), open, &(words.method.annex)(rules.annex), close].concat())
}
