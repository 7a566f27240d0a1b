//! On paper: what is left to do before an application.

use std::rc::Rc;

use yew::prelude::*;

use crate::formatting::paper::handover::Handover;
use crate::formatting::paper::open_points::{Point, open_points};
use crate::view::kit::frame::use_frame;
use crate::view::kit::piece::{Hook, HookContext, Piece};
use crate::view::kit::window::use_printing;
use crate::view::overrides::typed_overrides::use_typed_overrides;
use model::assessment::Assessment;
use model::sheet::Sheet;

#[derive(PartialEq)]
pub struct OpenPoints {
    pub sheet: Rc<Sheet>,
    pub assessment: Rc<Assessment>,
}

impl Piece for OpenPoints {
    fn show(&self, hooks: &mut HookContext) -> Html {
        let (frame, own) = (use_frame().run(hooks), use_typed_overrides().run(hooks));
        let report = frame.words().report_words;
        let printing = use_printing().run(hooks);
        let points = if printing {
            let (stage, lang) = (frame.stage, frame.lang);
            let (sheet, assessment) = (&self.sheet, &self.assessment);
            open_points(&Handover {
                rules: &own.rules,
                stage,
                origin: frame.origin(),
                sheet,
                assessment,
                lang,
                day: "",
            })
        } else {
            Vec::new()
        };
        let point = |(index, point): (usize, &Point)| html! { <li key={index}>{ &point.text }</li> };
        let topic = |points: &[Point]| {
            html! {
                <section key={points[0].topic} class="topic">
                    <h3>{ points[0].topic }</h3>
                    <ul>{ for points.iter().enumerate().map(point) }</ul>
                </section>
            }
        };
        html! {
            <section class="paper open-points" hidden={!printing}>
                <h2>{ report.open_points }</h2>
                <p hidden={!points.is_empty()}>{ report.no_open_points }</p>
                <div>{ for points.chunk_by(|one, next| one.topic == next.topic).map(topic) }</div>
            </section>
        }
    }
}
