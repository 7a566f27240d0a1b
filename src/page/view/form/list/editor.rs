//! One item of a list, to be corrected.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlInputElement};
use yew::prelude::*;

use crate::view::kit::frame::use_frame;
use crate::view::kit::memo::{Hook, HookContext, Memo};
use engine::address::Address;
use engine::ids::KindId;
use engine::roster::Item;
use engine::ruleset::{FigureForm, OneBy};
use model::action::Action;
use model::list::ListAction;

#[derive(PartialEq)]
pub struct Editor {
    pub address: Address,
    pub index: usize,
    pub is_new: bool,
    pub item: Item,
    /// How it counts, and what is doubtful.
    pub how: String,
    pub onclose: Callback<()>,
}

impl Memo for Editor {
    fn show(&self, hooks: &mut HookContext) -> Html {
        let frame = use_frame().run(hooks);
        let form = use_node_ref().run(hooks);
        let words = frame.words().roster;
        let Address { side, figure, .. } = self.address;
        {
            let form = form.clone();
            use_effect_with(self.index, move |_| {
                let first = form.cast::<Element>().and_then(|form| form.query_selector("input").ok()?);
                if let Some(first) = first.and_then(|first| first.dyn_into::<HtmlElement>().ok()) {
                    let _ = first.focus();
                }
            })
            .run(hooks);
        }
        let FigureForm::Tally { kinds, ranked, roster, .. } = &frame.rules.figures[figure].form else {
            return html! { <div /> };
        };
        let rule = roster.as_deref();
        let has_rank = *ranked || rule.is_some_and(|rule| rule.lead_only);
        let has_host = rule.is_some_and(|rule| rule.one_by == OneBy::NameOrHost);
        let name = frame.name(self.address);
        let id = |key: &str| [&*name, "/item/", key].concat();
        let field = |key: &'static str, label: &'static str, value: &str, is_there: bool| {
            html! {
                <div class="list-field" hidden={!is_there} key={key}>
                    <label for={id(key)}>{ label }</label>
                    <input type="text" id={id(key)} name={key} value={value.to_owned()} autocomplete="off" spellcheck="false" />
                </div>
            }
        };
        let kind = |(kind_id, kind): (KindId, &engine::ruleset::Kind)| {
            html! {
                <label key={kind.id.clone()}>
                    <input type="checkbox" name="kind" value={kind.id.clone()} checked={self.item.kinds.contains(&kind_id)} />
                    { frame.say(&kind.title) }
                </label>
            }
        };
        // While the correction before is counted this one has to wait, and what was typed stays.
        let act = {
            let (dispatcher, onclose) = (frame.dispatcher.clone(), self.onclose.clone());
            move |action: ListAction| {
                let waits = dispatcher.is_correcting();
                dispatcher.dispatch(Action::List(side, figure, action));
                if !waits {
                    onclose.emit(());
                }
            }
        };
        let put = {
            let (form, act) = (form.clone(), act.clone());
            let (old, index, kinds) = (self.item.clone(), self.index, kinds.clone());
            Callback::from(move |_: MouseEvent| {
                let Some(form) = form.cast::<Element>() else { return };
                let text = |key: &str| value_of(&form, key).trim().to_owned();
                let chosen: Vec<KindId> = kinds.ids().filter(|kind| is_checked(&form, &kinds[*kind].id)).collect();
                // Whoever chooses a kind has decided on what else stands there.
                let other_kinds = if chosen == old.kinds { old.other_kinds.clone() } else { Vec::new() };
                let item = Item {
                    name: text("name"),
                    code: text("code"),
                    kinds: chosen,
                    other_kinds,
                    rank: text("rank"),
                    host: text("host"),
                    status: text("status"),
                    anyway: text("anyway"),
                    ..old.clone()
                };
                act(ListAction::Put(index, Box::new(item)));
            })
        };
        let remove = {
            let (act, index) = (act.clone(), self.index);
            Callback::from(move |_: MouseEvent| act(ListAction::Remove(index)))
        };
        let heading =
            if self.is_new { words.new_item.to_owned() } else { (words.correct_item)(&(self.index + 1).to_string()) };
        html! {
            <div class="list-editor" role="group" aria-label={heading.clone()} ref={form}>
                <p><strong>{ heading }</strong></p>
                <p hidden={self.how.is_empty()}>{ self.how.clone() }</p>
                <p class="quiet">{ words.same_name_means }</p>
                { field("name", words.name, &self.item.name, true) }
                { field("code", words.code, &self.item.code, true) }
                <fieldset class="list-kinds">
                    <legend>{ words.kinds }</legend>
                    { for kinds.with_ids().map(kind) }
                    <p class="quiet" hidden={self.item.other_kinds.is_empty()}>{ self.item.other_kinds.join(frame.words().enumeration) }</p>
                </fieldset>
                { field("rank", words.rank, &self.item.rank, has_rank) }
                { field("host", words.host, &self.item.host, has_host) }
                { field("status", words.status, &self.item.status, rule.is_some_and(|rule| rule.statuses.is_some())) }
                { field("anyway", words.anyway, &self.item.anyway, true) }
                <p class="quiet">{ words.anyway_means }</p>
                <div class="line-actions">
                    <button type="button" class="primary" data-action={["put-item-", &*name].concat()} onclick={put}>{ words.put }</button>
                    <button type="button" data-action={["remove-item-", &*name].concat()} hidden={self.is_new} onclick={remove}>{ words.remove }</button>
                    <button type="button" data-action={["leave-item-", &*name].concat()} onclick={self.onclose.reform(|_: MouseEvent| ())}>{ words.cancel }</button>
                </div>
            </div>
        }
    }
}

fn input(form: &Element, selector: &str) -> Option<HtmlInputElement> {
    form.query_selector(selector).ok()??.dyn_into().ok()
}

fn value_of(form: &Element, key: &str) -> String {
    input(form, &["input[name=\"", key, "\"]"].concat()).map(|input| input.value()).unwrap_or_default()
}

fn is_checked(form: &Element, kind: &str) -> bool {
    input(form, &["input[name=\"kind\"][value=\"", kind, "\"]"].concat()).is_some_and(|input| input.checked())
}
