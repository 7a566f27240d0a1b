//! The way to act. What takes long is worked out a little at a time, and the browser has its turn in between.

use std::cell::Cell;
use std::future::poll_fn;
use std::pin::pin;
use std::rc::Rc;
use std::task::Poll;

use js_sys::{Date, Promise};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::MessageChannel;
use yew::prelude::*;

use crate::kept::KeptStore;
use engine::pause::{Pause, Wait};
use model::action::Action;
use model::latest::Latest;
use model::store::Store;
use model::work::Working;

/// So long the page works without listening.
const TURN_MS: u64 = 25;
/// So often it tells how far it is.
const TOLD_MS: u64 = 250;

/// The way to act. It stays the same for as long as the page lives.
#[derive(Clone, PartialEq)]
pub struct Dispatcher {
    way: UseReducerDispatcher<KeptStore>,
    latest: Latest,
}

impl Dispatcher {
    /// The way to act on a store.
    pub fn of(store: &UseReducerHandle<KeptStore>) -> Dispatcher {
        Dispatcher { way: store.dispatcher(), latest: store.latest().clone() }
    }

    /// Does something: at once, or once what it needs is worked out.
    pub fn dispatch(&self, action: Action) {
        let rows = self.latest.store().and_then(|store| store.rows_of(&action));
        let Some(rows) = rows else { return self.way.dispatch(action) };
        self.work(Working::Begun(rows, action.cause()));
        let Some(store) = self.latest.store() else { return };
        let Some(number) = store.work.as_ref().map(|work| work.number) else { return };
        let dispatcher = self.clone();
        spawn_local(async move { dispatcher.work_out(&store, number, action).await });
    }

    /// Whether a list is being corrected.
    pub fn is_correcting(&self) -> bool {
        self.latest.store().is_some_and(|store| store.work.as_ref().is_some_and(|work| work.corrects))
    }

    fn work(&self, working: Working) {
        self.way.dispatch(Action::Work(working));
    }

    /// Works out what an action needs and does it, unless the work was ended in between.
    async fn work_out(&self, store: &Store, number: usize, action: Action) {
        let prepared = {
            let (told, rows) = (Cell::new(now()), Cell::new(0));
            let begun = Rc::new(Cell::new(now()));
            let ask = |done: Option<usize>| -> Option<Wait> {
                rows.set(done.unwrap_or(rows.get()));
                if now() < begun.get() + TURN_MS {
                    return None;
                }
                if now() >= told.get() + TOLD_MS {
                    told.set(now());
                    self.work(Working::Done(number, rows.get()));
                }
                let begun = Rc::clone(&begun);
                Some(Box::pin(async move {
                    next_turn().await;
                    begun.set(now());
                }))
            };
            let mut work = pin!(async {
                // What is said of the work comes first.
                next_turn().await;
                begun.set(now());
                let prepared = store.prepare(&action, Pause::asking(&ask)).await;
                next_turn().await;
                prepared
            });
            let is_at = || self.latest.store().is_some_and(|store| store.is_at(number));
            poll_fn(|context| if is_at() { work.as_mut().poll(context).map(Some) } else { Poll::Ready(None) }).await
        };
        if let Some(prepared) = prepared {
            self.work(Working::Finished(number, Box::new(prepared), Box::new(action)));
        }
    }
}

/// Lets the browser do whatever else it has to. A timer would wait for a second in a window that is not in sight.
async fn next_turn() {
    let turn = Promise::new(&mut |go_on, _| {
        if let Ok(channel) = MessageChannel::new() {
            channel.port1().set_onmessage(Some(&go_on));
            let _ = channel.port2().post_message(&JsValue::NULL);
        } else {
            let _ = go_on.call0(&JsValue::NULL);
        }
    });
    let _ = JsFuture::from(turn).await;
}

/// Milliseconds of a clock. Somebody may set it: then a turn is shorter or longer once.
fn now() -> u64 {
    Date::now() as u64
}
