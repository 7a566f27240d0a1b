//! On paper: whose report this is, and what it rests on.

use std::rc::Rc;

use yew::prelude::*;

use crate::formatting::paper::handover::Handover;
use crate::formatting::paper::receipt::receipt;
use crate::view::kit::frame::use_frame;
use crate::view::kit::piece::{Hook, HookContext, Piece};
use crate::view::kit::window::{use_printing, use_printing_day};
use crate::view::overrides::typed_overrides::use_typed_overrides;
use model::assessment::Assessment;
use model::sheet::Sheet;

#[derive(PartialEq)]
pub struct Receipt {
    pub sheet: Rc<Sheet>,
    pub assessment: Rc<Assessment>,
}

impl Piece for Receipt {
    fn show(&self, hooks: &mut HookContext) -> Html {
        let (frame, own) = (use_frame().run(hooks), use_typed_overrides().run(hooks));
        let (printing, day) = (use_printing().run(hooks), use_printing_day().run(hooks));
        let lines = if printing {
            let (stage, lang) = (frame.stage, frame.lang);
            let (sheet, assessment) = (&self.sheet, &self.assessment);
            receipt(&Handover { rules: &own.rules, stage, origin: frame.origin(), sheet, assessment, lang, day: &day })
        } else {
            Vec::new()
        };
        let line = |(index, (what, it)): (usize, &(String, String))| {
            html! { <div key={index}><dt>{ what }</dt><dd>{ it }</dd></div> }
        };
        html! {
            <section class="paper receipt" hidden={!printing} aria-label={frame.words().report_words.receipt}>
                <dl>{ for lines.iter().enumerate().map(line) }</dl>
            </section>
        }
    }
}
