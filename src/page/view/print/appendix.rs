//! On paper: every figure as typed and as understood, indicator by indicator.

use yew::prelude::*;

use crate::view::kit::frame::Frame;
use formatting::paper::entries::{Row, rows};
use model::sheet::Sheet;

/// Every figure.
pub fn appendix(frame: &Frame, sheet: &Sheet) -> Html {
    let report = frame.words().report_words;
    let rows = rows(&frame.rules, frame.stage, sheet, frame.lang);
    let is_same_figure = |one: &Row, next: &Row| (one.indicator, &one.figure) == (next.indicator, &next.figure);
    let figures = rows.chunk_by(is_same_figure).scan(None, |before, rows| {
        let begins_indicator = before.replace(rows[0].indicator) != Some(rows[0].indicator);
        Some(of_figure(frame, rows, begins_indicator))
    });
    let head = |name: &'static str| html! { <th scope="col">{ name }</th> };
    html! {
        <section class="paper appendix">
            <h2>{ report.appendix }</h2>
            <table>
                <thead>
                    <tr>{ head(report.figure) }{ head(report.part) }{ head(report.typed) }{ head(report.read) }</tr>
                </thead>
                { for figures }
            </table>
        </section>
    }
}

/// The rows of a figure, which is named once, and above the first of an indicator's figures the indicator.
fn of_figure(frame: &Frame, rows: &[Row], begins_indicator: bool) -> Html {
    let (indicator, figure) = (&frame.rules.indicators[rows[0].indicator], &rows[0].figure);
    let source = rows[0].source.trim();
    let source = html! {
        <span class="data-source" hidden={source.is_empty()}>{ frame.words().years.data_source }{ frame.words().colon }{ source }</span>
    };
    let row = |(index, row): (usize, &Row)| {
        let (understood, is_refused) = row.understood(frame.words());
        let name = html! { <th scope="rowgroup" rowspan={rows.len().to_string()}>{ figure }{ source.clone() }</th> };
        html! {
            <tr key={index}>
                { for (index == 0).then_some(name) }
                <td>{ &row.part }</td>
                <td class="typed">{ row.shown() }</td>
                <td class="read" data-refused={if is_refused { "true" } else { "false" }}>{ understood }</td>
            </tr>
        }
    };
    html! {
        <tbody key={[&*indicator.id, "/", figure].concat()}>
            if begins_indicator {
                <tr class="of-indicator">
                    <th scope="rowgroup" colspan="4">{ indicator.number }{ " " }{ frame.say(&indicator.title) }</th>
                </tr>
            }
            { for rows.iter().enumerate().map(row) }
        </tbody>
    }
}
