//! One indicator in the sheet: its figures as rows, its result at their end, and its finding while one is in it.

use std::rc::Rc;

use web_sys::Element;
use yew::prelude::*;

use super::figure::Figure;
use super::note::note;
use crate::view::findings::finding::FindingView;
use crate::view::findings::result::result;
use crate::view::kit::frame::{Frame, use_frame};
use crate::view::kit::link::link_to;
use crate::view::kit::memo::{Hook, HookContext, Memo, keyed_memo, memo};
use engine::address::Address;
use engine::explain::ExplainedIndicator;
use engine::ids::IndicatorId;
use engine::problem::Code;
use engine::ruleset::Rule;
use formatting::explanation::naming::title;
use model::action::Action;
use model::arrangement::Use;
use model::assessment::Warning;
use model::desk::OutcomeChange;
use model::entry::Entry;
use model::list::List;

#[derive(PartialEq)]
pub struct IndicatorSection {
    /// Its place in the track.
    pub indicator: IndicatorId,
    pub finding: Rc<ExplainedIndicator>,
    pub slots: Vec<Slot>,
    pub note: Rc<str>,
    /// Whether its finding is the one that is shown.
    pub shown: bool,
    /// Whether that was asked for, where there is no room to show it beside the sheet.
    pub is_opened: bool,
    /// How its outcome just changed.
    pub change: Option<OutcomeChange>,
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
        let (heading, place) = ([&indicator.id, "/heading"].concat(), [&indicator.id, "/finding"].concat());
        let (at, shown, opens) = (self.indicator, self.shown, !self.is_opened);
        let dispatcher = frame.dispatcher.clone();
        // Its finding follows whoever comes to its figures. A pointer comes with its click: what is rendered while it is held down would
        // take the text from under it that a translator put there, and with that the click.
        let come = move || {
            if !shown {
                dispatcher.dispatch(Action::TurnTo(at));
            }
        };
        let click = {
            let come = come.clone();
            Callback::from(move |_: MouseEvent| come())
        };
        let focus = Callback::from(move |event: FocusEvent| {
            let held = "button:not(:focus-visible), summary:not(:focus-visible), select:not(:focus-visible)";
            let by_pointer = event.target_dyn_into::<Element>().is_some_and(|on| on.matches(held).unwrap_or(false));
            if !by_pointer {
                come();
            }
        });
        let title = frame.say(&indicator.title);
        html! {
            <section
                class="indicator"
                part="indicator"
                aria-labelledby={heading.clone()}
                data-indicator={indicator.id.clone()}
                data-outcome={outcome.as_str()}
                data-shown={if shown { "true" } else { "false" }}
                data-changed={if self.change.is_some() { "true" } else { "false" }}
                onclick={click}
                onfocusin={focus}
            >
                <header class="indicator-head" id={indicator.id.clone()} tabindex="-1">
                    <h3 id={heading}>
                        <span class="ordinal">{ indicator.number }</span>
                        { title.clone() }
                    </h3>
                </header>
                <div class="rows">
                    { for self.slots.iter().map(|slot| figure(&frame, self.indicator, slot)) }
                    <div hidden={!reviewed}>{ note(&frame, self.indicator, &self.note) }</div>
                </div>
                <button
                    type="button"
                    class="result"
                    data-action={["finding-", &indicator.id].concat()}
                    title={(frame.words().workbench.open_finding)(&title)}
                    aria-expanded={if self.is_opened { "true" } else { "false" }}
                    aria-controls={place.clone()}
                    onclick={frame.act(move |_: MouseEvent| Action::OpenFinding(at, opens))}
                >
                    { result(&frame, self.indicator, &self.finding, self.change) }
                </button>
                <div class="finding-place" id={place} data-opened={if self.is_opened { "true" } else { "false" }} hidden={!shown}>
                    if shown {
                        <div class="finding-here">
                            <p class="finding-of">
                                <span class="ordinal">{ indicator.number }</span>
                                { title }
                            </p>
                            { memo(FindingView { indicator: self.indicator, finding: self.finding.clone(), typable: true }) }
                        </div>
                    }
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
