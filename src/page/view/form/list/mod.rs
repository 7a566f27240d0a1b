//! A tally that is filled in as a list: what it comes to, the items with how each counts, and the ways to correct them.

mod appendix;
mod compared;
mod editor;
mod rows;
mod take_in;

use std::rc::Rc;
use std::sync::Arc;

use yew::prelude::*;

use crate::view::kit::dispatcher::{Done, job};
use crate::view::kit::download::hand_over;
use crate::view::kit::frame::{Frame, use_frame};
use crate::view::kit::memo::{Hook, HookContext, Memo, keyed_memo, memo};
use compared::Compared;
use editor::Editor;
use engine::address::Address;
use engine::known::Given;
use engine::roster::Roster;
use engine::ruleset::FigureForm;
use formatting::number::plain;
use formatting::paper::spreadsheet::roster as spreadsheet;
use formatting::roster::{doubts, standing, sum};
use model::action::Action;
use model::list::{List, ListAction};
use rows::{Rows, Show};
use take_in::TakeIn;

#[derive(PartialEq)]
pub struct ListTally {
    pub address: Address,
    pub list: Rc<List>,
    /// The list of the baseline, where there is one.
    pub before: Option<Rc<List>>,
}

impl Memo for ListTally {
    fn show(&self, hooks: &mut HookContext) -> Html {
        let frame = use_frame().run(hooks);
        let show = use_state_eq(|| Show::All).run(hooks);
        let editing = use_state_eq(|| None::<usize>).run(hooks);
        let again = use_state_eq(|| false).run(hooks);
        let printed = use_state_eq(|| false).run(hooks);
        let words = frame.words().roster;
        let Address { side, figure, .. } = self.address;
        let form = &frame.rules.figures[figure].form;
        let name = frame.name(self.address);
        let items = self.list.items();
        let roster = self.list.shown(form).filter(|_| !items.is_empty());
        let type_counts = frame.act(move |_: MouseEvent| Action::List(side, figure, ListAction::TypeCounts));
        let Some(roster) = roster else {
            return html! {
                <div class="tally list">
                    { memo(TakeIn { address: self.address }) }
                    <div class="line-actions">
                        <button type="button" data-action={["type-counts-", &*name].concat()} onclick={type_counts}>{ words.type_counts }</button>
                    </div>
                </div>
            };
        };
        let act = |action: &str, label: &'static str, onclick: Callback<MouseEvent>| {
            html! { <button type="button" data-action={[action, &*name].concat()} {onclick}>{ label }</button> }
        };
        let set_editing = |index: usize| {
            let editing = editing.clone();
            Callback::from(move |_: MouseEvent| editing.set(Some(index)))
        };
        let toggle = {
            let again = again.clone();
            Callback::from(move |_: MouseEvent| again.set(!*again))
        };
        let edit = {
            let editing = editing.setter();
            Callback::from(move |index: usize| editing.set(Some(index)))
        };
        let item = editing.map(|index| items.get(index).cloned().unwrap_or_default());
        html! {
            <div class="tally list">
                <p class="list-sum">{ sum(&roster, frame.lang) }</p>
                <p class="refusal" hidden={roster.lines != Given::Refused}>{ words.refused }</p>
                { counts(&roster, self.address, &frame) }
                { memo(Compared { figure, before: self.before.clone(), now: Rc::clone(&self.list) }) }
                { memo(Rows { address: self.address, list: Rc::clone(&self.list), roster: Arc::clone(&roster), show: *show, onshow: { let show = show.setter(); Callback::from(move |next| show.set(next)) }, onedit: edit }) }
                // One item's fields are none of another's: what is typed in them goes with the item.
                <div>
                    if let (Some(item), Some(index)) = (item, *editing) {
                        {
                            keyed_memo(
                                index.to_string(),
                                Editor {
                                    address: self.address,
                                    index,
                                    is_new: index >= items.len(),
                                    item,
                                    how: how(index, &roster, form, &frame),
                                    onclose: {
                                        let editing = editing.setter();
                                        Callback::from(move |()| editing.set(None))
                                    },
                                },
                            )
                        }
                    }
                </div>
                <div class="line-actions">
                    { act("add-item-", words.add, set_editing(items.len())) }
                    { act("another-list-", words.paste_again, toggle) }
                    { act("export-list-", words.export, export(self, &roster, &frame)) }
                    { act("type-counts-", words.type_counts, type_counts) }
                </div>
                <label class="list-print">
                    <input
                        type="checkbox"
                        name={["print-list-", &*name].concat()}
                        checked={*printed}
                        onchange={
                            let printed = printed.clone();
                            Callback::from(move |_: Event| printed.set(!*printed))
                        }
                    />
                    { words.print_list }
                </label>
                if *printed {
                    { appendix::appendix(items, &roster, form, frame.rules.figures[figure].title.get(frame.lang), &frame) }
                }
                if *again {
                    { memo(TakeIn { address: self.address }) }
                }
            </div>
        }
    }
}

/// How an item counts, and what is doubtful about it; nothing for a new one.
fn how(index: usize, roster: &Roster, form: &FigureForm, frame: &Frame) -> String {
    let Some(own) = roster.standings.get(index) else { return String::new() };
    let mut texts = vec![standing(own, form, frame.lang)];
    texts.extend(doubts(roster, index, frame.lang));
    texts.join(frame.words().separator)
}

/// The counts that the list comes to, a kind each. They cannot be typed.
fn counts(roster: &Roster, address: Address, frame: &Frame) -> Html {
    let form = &frame.rules.figures[address.figure].form;
    let Given::Known(lines) = &roster.lines else { return html! { <dl class="list-counts" hidden=true></dl> } };
    let counted_in = form.counted_in().map(|text| text.get(frame.lang)).unwrap_or_default();
    let line = |(index, line): (usize, &engine::figures::Line)| {
        let (Given::Known(kind), Given::Known(count), Given::Known(rank)) = (&line.kind, &line.count, &line.rank)
        else {
            return html! {};
        };
        let kind = frame.say(&form.kinds()[*kind].title);
        let rank = rank.floor();
        let rank = if rank == 1 {
            String::new()
        } else {
            [" · ", frame.words().roster.rank, " ", &rank.to_string()].concat()
        };
        html! {
            <div key={index}>
                <dt>{ kind }{ rank }</dt>
                <dd>{ plain(*count).text }{ " " }{ counted_in.to_owned() }</dd>
            </div>
        }
    };
    html! { <dl class="list-counts">{ for lines.iter().enumerate().map(line) }</dl> }
}

fn export(of: &ListTally, roster: &Arc<Roster>, frame: &Frame) -> Callback<MouseEvent> {
    let (list, roster, frame, figure) = (Rc::clone(&of.list), Arc::clone(roster), frame.clone(), of.address.figure);
    Callback::from(move |_: MouseEvent| {
        let (list, roster, frame, dispatcher) =
            (Rc::clone(&list), Arc::clone(&roster), frame.clone(), frame.dispatcher.clone());
        let rows = list.items().len();
        let export = job(move |pause| {
            Box::pin(async move {
                let rule = &frame.rules.figures[figure];
                let name = [&(frame.words().roster.caption)(rule.title.get(frame.lang)), ".csv"].concat();
                let text = spreadsheet(list.items(), &roster, &rule.form, frame.lang, pause).await;
                let dispatcher = frame.dispatcher.clone();
                let done = move || {
                    let _ = hand_over(&name, "text/csv;charset=utf-8", &*text, &dispatcher);
                };
                Box::new(done) as Done
            })
        });
        dispatcher.work_out(rows, export);
    })
}
