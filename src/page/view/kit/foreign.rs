//! What others do to the nodes of the page: a translator puts `<font>` in the place of texts. Yew goes on writing into the nodes that it
//! made, so such a change is undone before Yew touches anything; whoever made it may make it again afterwards.
//!
//! Every component says so itself before it renders: the page as a whole and every memo. What others bring and what renders by itself, a
//! `ContextProvider`, holds a memo and nothing else. On a slow machine Yew lets others run between two components, and what a silent one
//! changed would then be taken for somebody else's and undone.

use std::cell::{Cell, RefCell};

use gloo_timers::callback::Timeout;
use js_sys::Array;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use wasm_bindgen_futures::spawn_local;
use web_sys::{MutationObserver, MutationObserverInit, MutationRecord, Node, NodeList};

/// So many changes wait to be undone at most; an animation of somebody else's would otherwise fill the memory.
const MOST: usize = 50_000;

/// How long after Yew last rendered the nodes are put back once more. Whoever translates a text takes its time, and may then write the
/// translation of what stood there before; put back, the text is translated anew.
const LATE_MS: u32 = 1_500;

thread_local! {
    /// One instance of the program serves one element, so there is one.
    static WATCH: RefCell<Option<Watch>> = const { RefCell::new(None) };
    /// Whether Yew may have changed nodes since the records were last taken. Nobody else's code runs in the midst of that.
    static RENDERING: Cell<bool> = const { Cell::new(false) };
}

struct Watch {
    observer: MutationObserver,
    /// What others did since Yew last rendered, in order.
    foreign: Vec<MutationRecord>,
    /// Whether anybody has changed anything yet.
    is_shared: bool,
    late: Option<Timeout>,
    _listener: Closure<dyn FnMut(Array)>,
}

impl Watch {
    /// Takes what was changed since this was last called: Yew's own if it was rendering, and else somebody else's.
    fn take(&mut self, records: &Array, rendering: bool) {
        if !RENDERING.replace(rendering) && records.length() > 0 {
            self.is_shared = true;
            self.foreign.extend(records.iter().map(JsCast::unchecked_into));
        }
    }

    /// Puts the nodes back a while after the last rendering, if somebody has changed them until then.
    fn undo_late(&mut self) {
        if !self.is_shared {
            return;
        }
        self.late = Some(Timeout::new(LATE_MS, || {
            with(|watch| {
                watch.take(&watch.observer.take_records(), false);
                watch.undo();
            });
        }));
    }

    fn undo(&mut self) {
        if self.foreign.is_empty() {
            return;
        }
        self.foreign.drain(..).rev().for_each(|record| undo(&record));
        self.observer.take_records();
    }
}

/// Watches the place that the application is shown in.
pub fn watch(place: &Node) {
    unwatch();
    RENDERING.set(false);
    let listener = Closure::<dyn FnMut(Array)>::new(|records: Array| {
        with(|watch| {
            watch.take(&records, false);
            if watch.foreign.len() > MOST {
                watch.undo();
            }
        });
    });
    let Ok(observer) = MutationObserver::new(listener.as_ref().unchecked_ref()) else { return };
    let what = MutationObserverInit::new();
    what.set_child_list(true);
    what.set_subtree(true);
    what.set_character_data_old_value(true);
    if observer.observe_with_options(place, &what).is_ok() {
        WATCH.set(Some(Watch { observer, foreign: Vec::new(), is_shared: false, late: None, _listener: listener }));
    }
}

/// Watches no longer.
pub fn unwatch() {
    if let Some(watch) = WATCH.take() {
        watch.observer.disconnect();
    }
}

/// Said before a part of the page is rendered: all nodes are put back to where Yew left them.
pub fn undo_foreign() {
    with(|watch| {
        if !RENDERING.get() {
            // Yew may stop in the middle and let others run. This comes before any of them hears of what it has changed.
            spawn_local(async { own_is_done() });
        }
        watch.take(&watch.observer.take_records(), true);
        watch.undo();
    });
}

/// Said after a part of the page was rendered: what was changed since is Yew's own.
pub fn own_is_done() {
    with(|watch| {
        watch.take(&watch.observer.take_records(), false);
        watch.undo_late();
    });
}

fn with(act: impl FnOnce(&mut Watch)) {
    WATCH.with_borrow_mut(|watch| {
        if let Some(watch) = watch {
            act(watch);
        }
    });
}

/// Undoes one change. They are undone from the last to the first, so each finds the nodes as it left them.
fn undo(record: &MutationRecord) {
    let Some(parent) = record.target() else { return };
    if record.type_() == "characterData" {
        parent.set_node_value(record.old_value().as_deref());
        return;
    }
    for node in all(&record.added_nodes()) {
        let _ = parent.remove_child(&node);
    }
    let next = record.next_sibling();
    for node in all(&record.removed_nodes()) {
        let _ = parent.insert_before(&node, next.as_ref());
    }
}

fn all(list: &NodeList) -> Vec<Node> {
    (0..list.length()).filter_map(|at| list.get(at)).collect()
}
