//! The items of a list as a table: filtered, in an order, and only as many in the page as are in sight.

use std::rc::Rc;
use std::sync::Arc;

use web_sys::Element;
use yew::prelude::*;

use crate::view::kit::frame::{Frame, use_frame};
use crate::view::kit::memo::{Hook, HookContext, Memo, memo};
use crate::view::kit::select::Select;
use engine::address::Address;
use engine::roster::{Roster, Standing};
use formatting::order::by_key;
use formatting::roster::{doubts, doubts_of, kinds, place_by_kind, standing};
use model::list::List;

/// Which items are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Show {
    All,
    Counted,
    Out,
    Doubtful,
}

const SHOWN: [Show; 4] = [Show::All, Show::Counted, Show::Out, Show::Doubtful];

/// In which order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Order {
    Listed,
    Name,
    Kind,
}

/// How high a row is, in the letters of the window around it; `www/list.css` holds the rows to it. So it grows with large text.
const HEIGHT: usize = 5;
/// How many rows are in the page at once: more than are in sight.
const WINDOW: usize = 40;

#[derive(PartialEq)]
pub struct Rows {
    pub address: Address,
    pub list: Rc<List>,
    pub roster: Arc<Roster>,
    pub show: Show,
    pub onshow: Callback<Show>,
    pub onedit: Callback<usize>,
}

impl Memo for Rows {
    fn show(&self, hooks: &mut HookContext) -> Html {
        let frame = use_frame().run(hooks);
        let order = use_state_eq(|| Order::Listed).run(hooks);
        let first = use_state_eq(|| 0usize).run(hooks);
        let words = frame.words().roster;
        let name = frame.name(self.address);
        // Filtered and put in order when that changes, and not while one scrolls.
        let shown = {
            let key = (Arc::clone(&self.roster), Rc::clone(&self.list), self.show, *order);
            use_memo(key, |_| self.shown(*order)).run(hooks)
        };
        // In steps of ten, so that most of scrolling renders nothing.
        let from = first.min(shown.len().saturating_sub(1)) / 10 * 10;
        let from = from.saturating_sub(10);
        let to = (from + WINDOW).min(shown.len());
        let onscroll = {
            let (first, count) = (first.setter(), shown.len());
            Callback::from(move |event: Event| {
                let window: Element = event.target_unchecked_into();
                let [top, whole] =
                    [window.scroll_top(), window.scroll_height()].map(|pixels| usize::try_from(pixels).unwrap_or(0));
                first.set(top * count / whole.max(1) / 10 * 10);
            })
        };
        let filter = |show: &Show| {
            let (show, onshow, first) = (*show, self.onshow.clone(), first.setter());
            let onclick = Callback::from(move |_: MouseEvent| {
                first.set(0);
                onshow.emit(show);
            });
            let (key, label) = match show {
                Show::All => ("all", words.all),
                Show::Counted => ("counted", words.counted),
                Show::Out => ("out", words.out),
                Show::Doubtful => ("doubtful", words.doubtful),
            };
            let pressed = if show == self.show { "true" } else { "false" };
            html! {
                <button type="button" key={key} data-action={["show-", key, "-", &*name].concat()} aria-pressed={pressed} {onclick}>{ label }</button>
            }
        };
        let set_order = {
            let order = order.setter();
            Callback::from(move |chosen: Rc<str>| {
                order.set(match &*chosen {
                    "name" => Order::Name,
                    "kind" => Order::Kind,
                    _ => Order::Listed,
                });
            })
        };
        let chosen = match *order {
            Order::Listed => "listed",
            Order::Name => "name",
            Order::Kind => "kind",
        };
        let orders = [("listed", words.as_listed), ("name", words.by_name), ("kind", words.by_kind)];
        let order_id = [&*name, "/order"].concat();
        let rule = &frame.rules.figures[self.address.figure];
        // A height as an attribute: the policy of the page allows no styles in attributes.
        let space = |rows: usize| [&*(rows * HEIGHT).to_string(), "em"].concat();
        html! {
            <div class="list-items">
                <div class="list-tools">
                    <div class="list-filters" role="group" aria-label={words.show}>{ for SHOWN.iter().map(filter) }</div>
                    <label for={order_id.clone()}>{ words.order }</label>
                    { memo(Select {
                        id: order_id.into(),
                        prompt: None,
                        chosen: chosen.into(),
                        options: orders.map(|(key, label)| (key.into(), label.into())).to_vec(),
                        disabled: false,
                        onchoose: set_order,
                    }) }
                </div>
                <p class="quiet" hidden={!shown.is_empty()}>{ words.nothing_here }</p>
                <div class="list-window" tabindex="0" role="region" aria-label={(words.caption)(rule.title.get(frame.lang))} hidden={shown.is_empty()} {onscroll}>
                    <svg width="1" height={space(from)} aria-hidden="true"></svg>
                    <ol class="list-rows" start={(from + 1).to_string()}>
                        { for shown[from..to].iter().map(|index| self.row(*index, &frame)) }
                    </ol>
                    <svg width="1" height={space(shown.len() - to)} aria-hidden="true"></svg>
                </div>
            </div>
        }
    }
}

impl Rows {
    /// The items that are shown, in their order.
    fn shown(&self, order: Order) -> Vec<usize> {
        let standings = &self.roster.standings;
        let fits = |index: &usize| match self.show {
            Show::All => true,
            Show::Counted => matches!(standings[*index], Standing::Counted { .. }),
            Show::Out => !matches!(standings[*index], Standing::Counted { .. }),
            Show::Doubtful => !doubts_of(&self.roster, *index).is_empty(),
        };
        let all = (0..standings.len()).filter(fits);
        match order {
            Order::Listed => all.collect(),
            Order::Name => by_key(all, |index| self.list.items()[*index].name.clone()),
            Order::Kind => by_key(all, |index| place_by_kind(&standings[*index])),
        }
    }

    fn row(&self, index: usize, frame: &Frame) -> Html {
        let words = frame.words().roster;
        let form = &frame.rules.figures[self.address.figure].form;
        let item = &self.list.items()[index];
        let how = &self.roster.standings[index];
        let doubts = doubts(&self.roster, index, frame.lang);
        let onclick = {
            let onedit = self.onedit.clone();
            Callback::from(move |_: MouseEvent| onedit.emit(index))
        };
        let number = (index + 1).to_string();
        let (stands, doubts) = (standing(how, form, frame.lang), doubts.join(frame.words().enumeration));
        let is_counted = matches!(how, Standing::Counted { .. });
        html! {
            <li key={index} class="list-row" data-item={index.to_string()} data-counts={if is_counted { "true" } else { "false" }}>
                <span class="list-number">{ number.clone() }</span>
                <span class="list-name">
                    <strong>{ if item.name.is_empty() { item.code.clone() } else { item.name.clone() } }</strong>
                    <span class="quiet">{ [if item.name.is_empty() { "" } else { &*item.code }, " ", &kinds(item, form, frame.lang)].concat() }</span>
                </span>
                <span class="list-how" title={[&*stands, " ", &doubts].concat()}>
                    <span>{ stands }</span>
                    <span class="list-doubt" hidden={doubts.is_empty()}>{ doubts }</span>
                </span>
                <button type="button" aria-label={(words.correct_item)(&number)} {onclick}>{ words.correct }</button>
            </li>
        }
    }
}
