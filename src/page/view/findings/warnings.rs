//! The warnings: figures that do not go together. They change no outcome.

use std::rc::Rc;

use yew::prelude::*;

use crate::view::kit::frame::Frame;
use crate::view::kit::link::link_to;
use engine::address::Address;
use formatting::explanation::naming::full;
use model::action::Action;
use model::assessment::{About, Assessment, Warning};

/// The warnings, each with links to its figures.
pub fn warnings(frame: &Frame, assessment: &Assessment) -> Html {
    let words = frame.words();
    let figure = |address: &Address| {
        let name = frame.name(*address);
        html! {
            <li key={name.to_string()}>
                {
                    link_to(&frame.dispatcher, name, html! { { full(*address, &frame.rules, frame.period, frame.lang) } })
                }
            </li>
        }
    };
    // Said once of all the years in which it is so.
    let one = |warnings: &[Warning]| {
        let (key, message) = match warnings[0].about {
            About::Relation(relation) => {
                let relation = &frame.rules.plausibility[relation];
                (relation.code.clone(), frame.say(&relation.message))
            }
            about => ((words.doubt)(about).to_owned(), (words.doubt)(about).into()),
        };
        html! {
            <li {key}>
                { message }
                <ul>{ for warnings.iter().flat_map(|warning| &warning.at).map(figure) }</ul>
                { for warnings.iter().filter(|warning| !matches!(warning.about, About::Relation(_))).map(|one| answers(frame, one)) }
            </li>
        }
    };
    let same = |one: &Warning, next: &Warning| one.about == next.about;
    html! {
        <section class="doubts" hidden={assessment.warnings.is_empty() && !assessment.baseline_overlaps}>
            <h2>{ words.warnings }</h2>
            <p class="overlap" hidden={!assessment.baseline_overlaps}>
                { link_to(&frame.dispatcher, "baseline_last_year", html! { { words.years.baseline_overlaps } }) }
            </p>
            <ul>{ for assessment.warnings.chunk_by(same).map(one) }</ul>
        </section>
    }
}

/// A question about the size of a figure's numbers, at the figure.
pub fn question(frame: &Frame, warning: &Warning) -> Html {
    html! {
        <div key={(frame.words().doubt)(warning.about)} class="question">
            <p>{ (frame.words().doubt)(warning.about) }</p>
            { answers(frame, warning) }
        </div>
    }
}

/// The answers to such a question: what is probably meant, where that can be told, or that it is right as it is.
fn answers(frame: &Frame, warning: &Warning) -> Html {
    let words = frame.words();
    let texts: Vec<&str> = warning.anew.iter().map(|(_, text)| &**text).collect();
    let anew: Rc<[(Address, Rc<str>)]> = warning.anew.clone().into();
    let places: Rc<[Address]> = warning.at.clone().into();
    html! {
        <div key={warning.at.first().map(|at| frame.name(*at).to_string()).unwrap_or_default()} class="answers">
            <button
                type="button"
                data-action="read-anew"
                hidden={texts.is_empty()}
                onclick={frame.act(move |_: MouseEvent| Action::ReadAnew(Rc::clone(&anew)))}
            >
                { (words.read_anew)(&texts.join(words.enumeration)) }
            </button>
            <button
                type="button"
                data-action="confirm"
                onclick={frame.act(move |_: MouseEvent| Action::Confirm(Rc::clone(&places)))}
            >
                { words.confirm }
            </button>
        </div>
    }
}
