//! Announces changed outcomes to screen readers, once a person pauses.

use std::rc::Rc;

use gloo_timers::callback::Timeout;
use yew::prelude::*;

use crate::view::kit::frame::{Frame, use_frame};
use crate::view::kit::memo::{Hook, HookContext, Memo};
use model::assessment::Assessment;

/// How long a person pauses between two keys of one number at most.
const PAUSE: u32 = 1_000;
/// More changes than these are only counted.
const NAMED: usize = 3;

#[derive(PartialEq)]
pub struct Announcer {
    pub assessment: Rc<Assessment>,
}

impl Memo for Announcer {
    fn show(&self, hooks: &mut HookContext) -> Html {
        let frame = use_frame().run(hooks);
        let said = use_state(String::new).run(hooks);
        let last = use_mut_ref(|| (frame.clone(), Rc::clone(&self.assessment))).run(hooks);
        let timer = use_mut_ref(|| None::<Timeout>).run(hooks);
        {
            let setter = said.setter();
            use_effect_with((frame, self.assessment.clone()), move |(frame, now)| {
                let (frame, now) = (frame.clone(), Rc::clone(now));
                // The one before is dropped, and with it what it would have said.
                *timer.borrow_mut() = Some(Timeout::new(PAUSE, move || {
                    let (around, before) = last.replace((frame.clone(), Rc::clone(&now)));
                    // Whoever looks at another sheet or in another language has not changed an outcome.
                    setter.set(if around == frame { changes(&before, &now, &frame) } else { String::new() });
                }));
            })
            .run(hooks);
        }
        html! { <p class="unseen announcer" role="status" aria-live="polite" aria-atomic="true">{ (*said).clone() }</p> }
    }
}

fn changes(before: &Assessment, now: &Assessment, frame: &Frame) -> String {
    let words = frame.words();
    let pairs = before.indicators.iter().zip(&now.indicators).zip(&frame.rules.indicators);
    let changed: Vec<_> = pairs.filter(|((old, new), _)| old.outcome != new.outcome).collect();
    let mut text = match changed.len() {
        0..=NAMED => changed
            .iter()
            .map(|((_, new), rules)| {
                (words.workbench.changed_to)(rules.title.get(frame.lang), (words.outcome)(new.outcome))
            })
            .collect(),
        many => (words.workbench.changed_many)(many),
    };
    if before.verdict != now.verdict {
        text.push_str((words.verdict)(now.verdict));
    }
    text
}
