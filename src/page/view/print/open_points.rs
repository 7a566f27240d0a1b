//! On paper: what is left to do before an application.

use yew::prelude::*;

use formatting::paper::handover::Handover;
use formatting::paper::open_points::{self, Point};

/// The open points.
pub fn open_points(handover: &Handover) -> Html {
    let report = handover.report_words();
    let points = open_points::open_points(handover);
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
        <section class="paper open-points">
            <h2>{ report.open_points }</h2>
            if points.is_empty() {
                <p>{ report.no_open_points }</p>
            }
            <div>{ for points.chunk_by(|one, next| one.topic == next.topic).map(topic) }</div>
        </section>
    }
}
