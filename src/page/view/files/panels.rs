//! What the bar of tools has to ask, what there is to say of the draft, and what is folded away under 更多.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use super::draft::Draft;
use super::draft_box::{draft_said, draft_switch};
use super::forget::{Forgettable, forget};
use super::latest_store::LatestStore;
use super::office_files::office_files;
use super::toolbar::{KeepingLists, save};
use crate::view::kit::frame::Dispatcher;
use crate::view::kit::memo::{Hook, HookContext, Memo};
use engine::text::Lang;
use formatting::texts::words;
use model::action::Action;
use model::desk::Drawer;
use model::notice::Notice;
use model::saved::Saved;

#[derive(PartialEq)]
pub struct FilePanels {
    pub lang: Lang,
    /// Whether there is a sheet to keep.
    pub begun: bool,
    pub latest_store: LatestStore,
    pub draft: Draft,
    pub saved: UseStateHandle<Saved>,
    pub keeping: KeepingLists,
    /// Whether what is seldom done is unfolded.
    pub more: bool,
    pub dispatcher: Dispatcher,
}

impl Memo for FilePanels {
    fn show(&self, hooks: &mut HookContext) -> Html {
        let all = words(self.lang);
        let (words, roster) = (all.files, all.roster);
        let panels = use_node_ref().run(hooks);
        // Names of people and enterprises go into a file only if the person says so, once.
        let keep = |with_lists: bool| {
            let (latest_store, saved, dispatcher) =
                (self.latest_store.clone(), self.saved.clone(), self.dispatcher.clone());
            let (keeping, panels) = (self.keeping.clone(), panels.clone());
            Callback::from(move |_: MouseEvent| {
                focus_tools(&panels);
                keeping.asks.set(false);
                keeping.lists.set(Some(with_lists));
                save(&latest_store.store(), with_lists, &saved, &dispatcher).unwrap_or_default();
            })
        };
        let onforget = {
            let (dispatcher, draft, saved) = (self.dispatcher.clone(), self.draft.clone(), self.saved.setter());
            let panels = panels.clone();
            Callback::from(move |()| {
                // The button that was pressed goes with the work.
                focus_tools(&panels);
                dispatcher.dispatch(Action::Forget);
                saved.set(Saved::default());
                let is_gone = !draft.exists() || draft.delete.emit(());
                if !is_gone {
                    dispatcher.dispatch(Action::Say(Notice::ForgottenButDraft));
                }
            })
        };
        let confirm = {
            let (saved, panels) = (self.saved.clone(), panels.clone());
            Callback::from(move |_: MouseEvent| {
                focus_tools(&panels);
                saved.set(saved.confirmed());
            })
        };
        let forgettable = Forgettable { any: self.begun || self.draft.exists(), draft: self.draft.exists() };
        html! {
            <section ref={panels.clone()} class="files" aria-label={words.files}>
                <div class="keeps-lists" role="group" aria-label={roster.keep_title} hidden={!*self.keeping.asks}>
                    <p><strong>{ roster.keep_title }</strong><br />{ roster.keep_means }</p>
                    <button type="button" data-action="keep-lists" onclick={keep(true)}>{ roster.keep_lists }</button>
                    <button type="button" data-action="keep-counts" onclick={keep(false)}>{ roster.keep_counts }</button>
                </div>
                <div class="handed-over" hidden={!self.saved.waits() || self.draft.is_safe()}>
                    <p>{ words.handed_over }</p>
                    <button type="button" data-action="confirm-saved" onclick={confirm}>{ words.file_is_there }</button>
                </div>
                { draft_said(self.lang, &self.draft, &self.dispatcher) }
                <div class="more" data-drawer={Drawer::More.name()} hidden={!self.more || !forgettable.any}>
                    { office_files(self) }
                    { draft_switch(self.lang, &self.draft, self.begun) }
                    { forget(self.lang, forgettable, onforget) }
                </div>
            </section>
        }
    }
}

/// Puts the focus on the first of the tools, which always stands there.
fn focus_tools(panels: &NodeRef) -> Option<()> {
    let page = panels.cast::<Element>()?.closest(".shifan").ok()??;
    page.query_selector(".tools button").ok()??.dyn_into::<HtmlElement>().ok()?.focus().ok()
}
