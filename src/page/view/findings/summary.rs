//! The standing summary: the verdict, how many indicators have each outcome, what to correct, and a link to each indicator.
//! On a narrow screen it is a bar that opens.

use std::rc::Rc;

use web_sys::Element;
use yew::prelude::*;

use super::badge::{badge, bare_badge};
use super::problems::problems;
use super::warnings::warnings;
use crate::view::kit::frame::{Frame, use_frame};
use crate::view::kit::link::{link_in_bar, link_to};
use crate::view::kit::memo::{Hook, HookContext, Memo, memo};
use crate::view::overrides::override_list::OverrideList;
use engine::explain::ExplainedIndicator;
use engine::ids::{Id, IndicatorId};
use engine::outcome::{Outcome, Verdict};
use engine::ruleset::Indicator;
use formatting::explanation::finding::left_blank;
use formatting::texts::Words;
use model::assessment::Assessment;
use model::desk::OutcomeChange;
use model::scenarios::Scenario;

#[derive(PartialEq)]
pub struct Summary {
    pub assessment: Rc<Assessment>,
    /// The outcomes that changed last.
    pub changes: Rc<[OutcomeChange]>,
}

impl Memo for Summary {
    fn show(&self, hooks: &mut HookContext) -> Html {
        let frame = use_frame().run(hooks);
        let words = frame.words();
        let assessment = &self.assessment;
        let open = use_state(|| false).run(hooks);
        let toggle = {
            let open = open.clone();
            Callback::from(move |_: MouseEvent| open.set(!*open))
        };
        let close_on_link = {
            let open = open.clone();
            Callback::from(move |event: MouseEvent| {
                let from: Element = event.target_unchecked_into();
                if matches!(from.closest(".leap"), Ok(Some(_))) {
                    open.set(false);
                }
            })
        };
        let changed = |at: IndicatorId| self.changes.iter().any(|change| change.is_latest && change.indicator == at);
        let entry = |((at, indicator), finding): ((IndicatorId, &Indicator), &Rc<ExplainedIndicator>)| {
            let children = html! {
                <>
                    { bare_badge(finding.outcome, words) }
                    <span class="ordinal">{ indicator.number }</span>
                    <span>
                        { frame.say(&indicator.title) }
                        if left_blank(finding) {
                            <span class="remark">{ " " }{ words.left_blank }</span>
                        }
                    </span>
                </>
            };
            let id = indicator.id.clone();
            let mark = if changed(at) { "true" } else { "false" };
            html! {
                <li key={id.clone()} data-changed={mark}>
                    { link_in_bar(&frame.dispatcher, id.into(), "index-entry", at.index() == 0, children) }
                </li>
            }
        };
        let blanks = assessment.indicators.iter().filter(|finding| left_blank(finding)).count();
        let expanded = if *open { "true" } else { "false" };
        html! {
            <section class="summary" part="summary" data-verdict={verdict_name(assessment.verdict)} data-open={expanded} aria-label={words.summary}>
                <div class="summary-head">
                    <p class="verdict">
                        // Else nothing in sight would say so once the page is scrolled.
                        if frame.scenario != Scenario::Original {
                            <span class="tag">{ (words.workbench.scenario)(frame.scenario) }</span>
                            { " " }
                        }
                        { (words.verdict)(assessment.verdict) }
                    </p>
                    <ul class="counts">{ for assessment.outcomes.listed().map(|of_outcome| count(of_outcome, words)) }</ul>
                    { changes(&self.changes, &frame) }
                    <button
                        type="button"
                        class="summary-toggle"
                        aria-expanded={expanded}
                        aria-controls="summary-panel"
                        onclick={toggle}
                    >
                        <span class="toggle-words">{ if *open { words.close_summary } else { words.open_summary } }</span>
                    </button>
                </div>
                <div class="summary-panel" id="summary-panel" onclick={close_on_link}>
                    if assessment.particulars_missing {
                        <p class="particulars-missing">
                            { link_to(&frame.dispatcher, "particulars", html! { { words.particulars_missing } }) }
                        </p>
                    }
                    if blanks > 0 {
                        <p class="left-blank">{ (words.blanks_left)(blanks) }</p>
                    }
                    <h2>{ words.indicators }</h2>
                    <div role="toolbar" aria-orientation="vertical" aria-label={words.indicators}>
                    <ol class="index">
                        { for frame.rules.indicators.with_ids().zip(&assessment.indicators).map(entry) }
                    </ol>
                    </div>
                    { problems(&frame, assessment) }
                    { memo(OverrideList) }
                    { warnings(&frame, assessment) }
                </div>
            </section>
        }
    }
}

/// The outcomes that changed last, the latest first.
fn changes(changes: &[OutcomeChange], frame: &Frame) -> Html {
    let words = frame.words();
    let one = |(index, change): (usize, &OutcomeChange)| {
        let indicator = &frame.rules.indicators[change.indicator];
        let mark = if change.is_latest { "true" } else { "false" };
        html! {
            <li key={index} data-changed={mark}>
                <span class="ordinal">{ indicator.number }</span>
                <span>{ (words.outcome)(change.from) }{ " → " }<strong data-outcome={change.to.as_str()}>{ (words.outcome)(change.to) }</strong></span>
            </li>
        }
    };
    html! {
        <section class="changes" hidden={changes.is_empty()}>
            <h2>{ words.workbench.changes }</h2>
            <ol>{ for changes.iter().enumerate().map(one) }</ol>
        </section>
    }
}

fn count((outcome, count): (Outcome, usize), words: &Words) -> Html {
    html! {
        <li key={outcome.as_str()} data-outcome={outcome.as_str()} data-count={count.to_string()} hidden={count == 0}>
            { badge(outcome, words) }
            <strong>{ count }</strong>
        </li>
    }
}

/// The verdict's name in the contract.
fn verdict_name(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Ineligible => "ineligible",
        Verdict::Unmet => "unmet",
        Verdict::Incomplete => "incomplete",
        Verdict::SubjectToReview => "subject_to_review",
        Verdict::Met => "met",
    }
}
