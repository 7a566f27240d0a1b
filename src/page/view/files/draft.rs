//! The draft: kept in this browser for as long as the person wants that.

use std::rc::Rc;

use yew::prelude::*;

use super::storage::{self, Elsewhere, Refused};
use super::writer::Writer;
use crate::kept::KeptStore;
use crate::view::kit::window::use_window_event;
use js::parse_json;
use model::action::Action;
use model::draft;
use model::latest::Latest;
use model::notice::FileRefusal;

/// How a draft is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keeping {
    /// The page is no website's, or has not looked yet.
    Unavailable,
    /// It is not kept; if it should have been, why not.
    Off(Option<Refused>),
    /// It is kept; if the last change is not, why not.
    On(Option<Refused>),
    /// Another window keeps its own.
    Elsewhere,
    /// There is one, and it is not opened: the host page filled in the form.
    Offered,
    /// It should be gone and is still there.
    NotDeleted,
}

/// A draft that did not come back as a whole.
#[derive(Clone, PartialEq)]
pub struct Remains {
    /// All of it.
    pub text: Rc<str>,
    /// Why it was not restored, or what of it was not.
    pub reason: Result<Vec<Rc<str>>, FileRefusal>,
}

/// The draft on this machine.
#[derive(Clone, PartialEq)]
pub struct Draft {
    /// How it is kept.
    pub keeping: Keeping,
    /// What is left of one that did not come back as a whole.
    pub remains: Option<Remains>,
    /// Keeps a draft from now on, or deletes it.
    pub switch: Callback<bool>,
    /// Lets go of what is left: deletes the draft where that cannot be read, and else goes on keeping what is shown.
    pub let_go: Callback<()>,
    /// Opens the one that is offered.
    pub open: Callback<()>,
    /// Deletes it; whether it is gone.
    pub delete: Callback<(), bool>,
}

impl Draft {
    /// Whether everything comes back after a crash.
    pub fn is_safe(&self) -> bool {
        self.keeping == Keeping::On(None)
    }

    /// Whether anything is kept.
    pub fn exists(&self) -> bool {
        matches!(self.keeping, Keeping::On(_) | Keeping::Elsewhere | Keeping::NotDeleted) || self.is_held()
    }

    /// Whether a draft is there that is not written over before the person lets go of it.
    pub fn is_held(&self) -> bool {
        self.remains.is_some()
    }

    /// Whether that draft cannot be read.
    pub fn is_unreadable(&self) -> bool {
        self.remains.as_ref().is_some_and(|remains| remains.reason.is_err())
    }
}

/// Whether a draft is kept under a key, which is brought back when the page opens.
pub fn has_draft(key: &str) -> bool {
    storage::has_place_for(key) && matches!(storage::kept(key), Ok(Some(_)))
}

/// Brings the draft under a key back when the page opens, and keeps it from then on.
#[hook]
pub fn use_draft(store: &UseReducerHandle<KeptStore>, latest: &Latest, key: &AttrValue) -> Draft {
    let (keeping, remains) = (use_state_eq(|| Keeping::Unavailable), use_state_eq(|| None::<Remains>));
    let writer = use_memo((keeping.setter(), key.clone()), |(said, key)| Writer::new(said.clone(), key.clone()));
    let open = use_opening(store, latest, &keeping, &remains, &writer);
    {
        let (open, keeping, key) = (open.clone(), keeping.setter(), key.clone());
        use_effect_with((), move |()| {
            if storage::has_place_for(&key) {
                keeping.set(Keeping::Off(None));
                open.emit(());
            }
        });
    }
    let is_on = matches!(*keeping, Keeping::On(_));
    {
        let (writer, rulesets) = (writer.clone(), store.rulesets.clone());
        use_effect_with((store.workspace.clone(), is_on), move |(workspace, is_on)| {
            if *is_on {
                Writer::follow(&writer, workspace, rulesets);
            }
        });
    }
    {
        let (keeping, writer) = (keeping.setter(), writer.clone());
        use_effect_with(store.draft_gave_way(), move |gave_way| {
            if *gave_way {
                writer.forget();
                keeping.set(Keeping::Offered);
            }
        });
    }
    {
        let writer = writer.clone();
        use_effect_with((), move |()| move || writer.write());
    }
    let write = {
        let writer = writer.clone();
        move |_| writer.write()
    };
    use_window_event("pagehide", true, write.clone());
    use_window_event("visibilitychange", true, write);
    {
        let (keeping, writer) = (keeping.setter(), writer.clone());
        use_window_event("storage", is_on, move |event| {
            if let Some(elsewhere) = storage::changed_elsewhere(&writer.key, &event) {
                writer.forget();
                keeping.set(match elsewhere {
                    Elsewhere::Kept => Keeping::Elsewhere,
                    Elsewhere::Deleted => Keeping::Off(None),
                });
            }
        });
    }
    let stop = {
        let (keeping, writer) = (keeping.setter(), writer.clone());
        move || {
            writer.forget();
            let is_gone = storage::delete(&writer.key).is_ok();
            keeping.set(if is_gone { Keeping::Off(None) } else { Keeping::NotDeleted });
            is_gone
        }
    };
    let switch = {
        let (stop, setter, key) = (stop.clone(), keeping.setter(), key.clone());
        use_callback(*keeping, move |on: bool, keeping| {
            if !on {
                stop();
            } else if matches!(keeping, Keeping::Off(_)) && matches!(storage::kept(&key), Ok(Some(_))) {
                // Another window kept one since; it is not written over unasked.
                setter.set(Keeping::Elsewhere);
            } else {
                setter.set(Keeping::On(None));
            }
        })
    };
    let delete = {
        let stop = stop.clone();
        let remains = remains.setter();
        use_callback((), move |(), ()| {
            remains.set(None);
            stop()
        })
    };
    let let_go = {
        let (setter, writer) = (keeping.setter(), writer.clone());
        use_callback(remains.clone(), move |(), remains| {
            match remains.as_ref().map(|remains| &remains.reason) {
                Some(Err(_)) => drop(stop()),
                Some(Ok(_)) => {
                    // What is shown is written at once, and not after the next pause.
                    writer.kept.take();
                    setter.set(Keeping::On(None));
                }
                None => {}
            }
            remains.set(None);
        })
    };
    Draft { keeping: *keeping, remains: (*remains).clone(), switch, let_go, open, delete }
}

/// Opens what is kept, if anything is.
#[hook]
fn use_opening(
    store: &UseReducerHandle<KeptStore>,
    latest: &Latest,
    keeping: &UseStateHandle<Keeping>,
    remains: &UseStateHandle<Option<Remains>>,
    writer: &Rc<Writer>,
) -> Callback<()> {
    let (dispatcher, keeping, remains) = (store.dispatcher(), keeping.setter(), remains.setter());
    let writer = writer.clone();
    let latest = latest.clone();
    use_callback((), move |(), ()| {
        let Some(store) = latest.store() else { return };
        let text = match storage::kept(&writer.key) {
            Err(refused) => return keeping.set(Keeping::Off(Some(refused))),
            Ok(None) => return keeping.set(Keeping::Off(None)),
            Ok(Some(text)) => text,
        };
        match draft::read(&parse_json(&text), &store.rulesets) {
            Ok((restored, left_out)) => {
                writer.kept.replace(Some(restored.workspace.clone()));
                if left_out.is_empty() {
                    keeping.set(Keeping::On(None));
                } else {
                    // The rest would go with the next key: nothing is written over before the person says so.
                    remains.set(Some(Remains { text: text.into(), reason: Ok(left_out) }));
                    keeping.set(Keeping::Off(None));
                }
                dispatcher.dispatch(Action::Restore(Box::new(restored)));
            }
            Err(refusal) => {
                remains.set(Some(Remains { text: text.into(), reason: Err(refusal) }));
                keeping.set(Keeping::Off(None));
            }
        }
    })
}
