//! One indicator: its figures, and what they come to.

use std::rc::Rc;

use yew::prelude::*;

use super::figure::Figure;
use super::note::note;
use crate::formatting::explanation::naming::title;
use crate::view::findings::badge::badge;
use crate::view::findings::finding::FindingView;
use crate::view::kit::frame::{Frame, use_frame};
use crate::view::kit::link::link_to;
use crate::view::kit::memo::{Hook, HookContext, Memo, keyed_memo, memo};
use engine::address::Address;
use engine::explain::ExplainedIndicator;
use engine::ids::IndicatorId;
use engine::problem::Code;
use engine::ruleset::Rule;
use model::arrangement::Use;
use model::assessment::Warning;
use model::list::List;
use model::sheet::Entry;

#[derive(PartialEq)]
pub struct IndicatorSection {
    /// Its place in the track.
    pub indicator: IndicatorId,
    pub finding: Rc<ExplainedIndicator>,
    pub slots: Vec<Slot>,
    pub note: Rc<str>,
}

/// A figure that the indicator uses, as it stands.
#[derive(Clone, PartialEq)]
pub struct Slot {
    /// Which, and where it is filled in.
    pub used: Use,
    /// What is filled in.
    pub entry: Rc<Entry>,
    /// The list of the baseline beside it.
    pub before: Option<Rc<List>>,
    /// Where the figure comes from.
    pub source: Rc<str>,
    /// Why the figure as a whole is refused.
    pub problem: Option<Code>,
    /// What is odd about the size of its numbers.
    pub questions: Vec<Warning>,
}

impl Memo for IndicatorSection {
    fn show(&self, hooks: &mut HookContext) -> Html {
        let frame = use_frame().run(hooks);
        let indicator = &frame.rules.indicators[self.indicator];
        let outcome = self.finding.outcome;
        let reviewed =
            indicator.criteria(frame.stage).iter().any(|criterion| matches!(criterion.rule, Rule::Qualitative));
        let heading = [&indicator.id, "/heading"].concat();
        html! {
            <section
                class="card indicator"
                part="indicator"
                id={indicator.id.clone()}
                tabindex="-1"
                aria-labelledby={heading.clone()}
                data-indicator={indicator.id.clone()}
                data-outcome={outcome.as_str()}
            >
                <header class="indicator-head">
                    <h3 id={heading}>
                        <span class="ordinal">{ indicator.number }</span>
                        { frame.say(&indicator.title) }
                    </h3>
                    { badge(outcome, frame.words()) }
                </header>
                <div class="indicator-body">
                    <div class="entries">
                        <div class="figures">{ for self.slots.iter().map(|slot| figure(&frame, self.indicator, slot)) }</div>
                        <div hidden={!reviewed}>{ note(&frame, self.indicator, &self.note) }</div>
                    </div>
                    { memo(FindingView { indicator: self.indicator, finding: self.finding.clone() }) }
                </div>
            </section>
        }
    }
}

/// A figure where it is filled in first; from the other indicators, the way there.
fn figure(frame: &Frame, here: IndicatorId, slot: &Slot) -> Html {
    let Use { side, figure, home: filled_in_at } = slot.used;
    let name = frame.name(Address::whole(side, figure));
    if filled_in_at == here {
        return keyed_memo(
            name.to_string(),
            Figure {
                side,
                figure,
                entry: slot.entry.clone(),
                before: slot.before.clone(),
                source: slot.source.clone(),
                problem: slot.problem,
                questions: slot.questions.clone(),
            },
        );
    }
    let words = frame.words();
    html! {
        <p key={name.to_string()} class="reference">
            { title(figure, side, &frame.rules, frame.stage, frame.lang) }{ words.colon }
            {
                link_to(&frame.dispatcher, name, html! { { (words.filled_in_at)(frame.rules.indicators[filled_in_at].number) } })
            }
        </p>
    }
}
