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
use engine::pause::{Pause, Wait, Work, at_once};
use model::action::Action;
use model::latest::Latest;
use model::preview::Preview;
use model::store::Store;
use model::work::{Cause, MANY, Working};

/// So long the page works without listening.
const TURN_MS: u64 = 25;
/// So often it tells how far it is.
const TOLD_MS: u64 = 250;

/// What is done once something is worked out.
pub type Done = Box<dyn FnOnce()>;
/// What has to be worked out before.
pub type Job = Box<dyn for<'a> FnOnce(Pause<'a>) -> Work<'a, Done>>;

/// A job, whatever it takes with it.
pub fn job(job: impl for<'a> FnOnce(Pause<'a>) -> Work<'a, Done> + 'static) -> Job {
    Box::new(job)
}

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
        let before = self.latest.store();
        let rows = before.as_ref().and_then(|store| store.rows_of(&action));
        let Some(rows) = rows else {
            self.way.dispatch(action);
            return let_go(before.and_then(|store| store.preview.clone()));
        };
        let Some((store, number)) = self.begin(rows, action.cause()) else { return };
        let dispatcher = self.clone();
        let prepare = job(move |pause| {
            Box::pin(async move {
                let prepared = store.prepare(&action, pause).await;
                let finished = Working::Finished(number, Box::new(prepared), Box::new(action));
                Box::new(move || dispatcher.work(finished)) as Done
            })
        });
        self.go_on(number, prepare);
    }

    /// Works something out that changes nothing in the store: at once, or a little at a time where that takes many rows.
    pub fn work_out(&self, rows: usize, job: Job) {
        if rows <= MANY {
            return at_once(job(Pause::NEVER))();
        }
        let Some((_, number)) = self.begin(rows, Cause::Other) else { return };
        let dispatcher = self.clone();
        let work = self::job(move |pause| {
            Box::pin(async move {
                let done = job(pause).await;
                let over = move || {
                    dispatcher.work(Working::Stopped);
                    done();
                };
                Box::new(over) as Done
            })
        });
        self.go_on(number, work);
    }

    /// Says that something is worked out from now on; gives the store, and the number of the work. None where it has to wait.
    fn begin(&self, rows: usize, cause: Cause) -> Option<(Rc<Store>, usize)> {
        let before = self.latest.store()?;
        self.work(Working::Begun(rows, cause));
        let store = self.latest.store()?;
        let number = store.work.as_ref()?.number;
        (!before.is_at(number)).then_some((store, number))
    }

    /// Whether a list is being corrected.
    pub fn is_correcting(&self) -> bool {
        self.latest.store().is_some_and(|store| store.work.as_ref().is_some_and(|work| work.corrects))
    }

    fn work(&self, working: Working) {
        self.way.dispatch(Action::Work(working));
    }

    /// Goes on with work until it is done or ended.
    fn go_on(&self, number: usize, job: Job) {
        let dispatcher = self.clone();
        spawn_local(async move {
            if let Some(done) = dispatcher.done(number, job).await {
                done();
            }
        });
    }

    async fn done(&self, number: usize, job: Job) -> Option<Done> {
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
            let done = job(Pause::asking(&ask)).await;
            next_turn().await;
            done
        });
        let is_at = || self.latest.store().is_some_and(|store| store.is_at(number));
        poll_fn(|context| if is_at() { work.as_mut().poll(context).map(Some) } else { Poll::Ready(None) }).await
    }
}

/// Lets go of a table that is shown no longer, in a turn of its own: so many texts take a while.
fn let_go(shown: Option<Rc<Preview>>) {
    if let Some(shown) = shown.filter(|shown| shown.table.rows.len() > MANY) {
        spawn_local(async move {
            next_turn().await;
            drop(shown);
        });
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
