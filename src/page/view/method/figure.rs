//! A figure to gather: what it is, in what unit, for which years; and the weights of its kinds.

use yew::prelude::*;

use super::panel::Method;
use crate::view::findings::certainty::certainty_note;
use crate::view::findings::quotation::quotation;
use crate::view::kit::link::link_to;
use engine::address::Side;
use engine::ids::{Id, IndicatorId};
use engine::ruleset::{CountingClause, FigureForm, FigureRule, Kind, Stage};
use engine::text::Lang;
use formatting::explanation::gathering::{Gathered, moment};
use formatting::number::plain;
use formatting::texts::words;
use model::rules::Rules;

/// A figure where an indicator uses it.
pub fn figure(props: &Method, rules: &Rules, here: IndicatorId, gathered: &Gathered) -> Html {
    let lang = props.lang;
    let (words, method) = (words(lang), words(lang).method);
    let figure = &rules.figures[gathered.figure];
    let described_at = &rules.indicators[gathered.home];
    let id = AttrValue::from(["method/", &described_at.id, "/", &figure.id].concat());
    let is_here = gathered.home == here;
    let when = |&(stage, side): &(Stage, Side)| {
        let (open, close) = words.brackets;
        let label = match side {
            Side::Now => (words.stage)(stage).to_owned(),
            Side::Baseline => [(words.stage)(stage), open, method.compared_with, close].concat(),
        };
        let years = moment(rules, gathered.figure, (stage, side), words);
        html! { <div key={label.clone()}><dt>{ label }</dt><dd>{ years }</dd></div> }
    };
    let described = if is_here {
        html! {
            <>
                <p class="quiet">{ (method.form)(&figure.form, counted_in(&figure.form, lang)) }</p>
                if let Some(hint) = &figure.hint {
                    <p>{ hint.get(lang) }</p>
                }
                if !figure.form.kinds().is_empty() {
                    { weights(figure, lang) }
                }
                if let FigureForm::Tally { roster: Some(rule), .. } = &figure.form {
                    { counting(&rule.clauses, &(words.source)(rules.annex, described_at.number), lang) }
                }
            </>
        }
    } else {
        html! { <p>{ link_to(&props.dispatcher, id.clone(), html! { { (method.described_at)(described_at.number) } }) }</p> }
    };
    html! {
        <div key={gathered.figure.index()} class="figure-rules">
            <p class="name" id={is_here.then_some(id)} tabindex={is_here.then_some("-1")}>{ figure.title.get(lang) }</p>
            { described }
            <dl class="facts">{ for gathered.moments.iter().map(when) }</dl>
        </div>
    }
}

fn counted_in(form: &FigureForm, lang: Lang) -> &str {
    match form {
        FigureForm::Count { counted_in } | FigureForm::Tally { counted_in, .. } => counted_in.get(lang),
        FigureForm::Amount { .. } | FigureForm::Series { .. } | FigureForm::Rates => "",
    }
}

/// How a list of the things is counted, rule by rule.
fn counting(clauses: &[CountingClause], source: &str, lang: Lang) -> Html {
    let one = |(index, clause): (usize, &CountingClause)| {
        html! {
            <li key={index}>
                <p>{ clause.title.get(lang) }</p>
                if let Some(quote) = &clause.quote {
                    { quotation(lang, quote, source.to_owned()) }
                }
                { certainty_note(lang, clause.certainty, None) }
            </li>
        }
    };
    html! {
        <div class="counting">
            <p class="quiet">{ words(lang).method.counting }</p>
            <ul>{ for clauses.iter().enumerate().map(one) }</ul>
        </div>
    }
}

/// The weights of a tally's kinds.
fn weights(figure: &FigureRule, lang: Lang) -> Html {
    let (words, method) = (words(lang), words(lang).method);
    let ranked = matches!(figure.form, FigureForm::Tally { ranked: true, .. });
    let row = |kind: &Kind| {
        let weight = kind.weight.map(|weight| plain(weight.into()).text);
        let is_stated = if weight.is_some() { "true" } else { "false" };
        html! {
            <tr key={kind.id.clone()}>
                <th scope="row">{ kind.title.get(lang) }</th>
                <td data-stated={is_stated}>{ weight.unwrap_or_else(|| method.unstated.to_owned()) }</td>
            </tr>
        }
    };
    html! {
        <div class="weights">
            <table>
                <caption class="unseen">{ (method.weights)(figure.title.get(lang)) }</caption>
                <thead><tr><th scope="col">{ words.kind }</th><th scope="col">{ method.weight }</th></tr></thead>
                <tbody>{ for figure.form.kinds().iter().map(row) }</tbody>
            </table>
            if ranked {
                <p class="quiet">{ method.ranked }</p>
            }
        </div>
    }
}
