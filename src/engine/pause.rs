//! Long work with places where it may pause, so that a page can go on between them. One code for both: where nobody pauses, it is done at once.

use std::pin::{Pin, pin};
use std::task::{Context, Poll, Waker};

/// What work waits for before it goes on.
pub type Wait = Pin<Box<dyn Future<Output = ()>>>;

/// So many rows are gone through before anybody is asked again: to ask takes longer than a row.
const ROWS: usize = 128;

/// Who is asked whether to pause.
#[derive(Clone, Copy)]
pub struct Pause<'a>(&'a dyn Fn(Option<usize>) -> Option<Wait>);

impl Pause<'static> {
    /// Nobody: the work is done in one go.
    pub const NEVER: Pause<'static> = Pause(&|_| None);
}

impl<'a> Pause<'a> {
    /// Asks this. It is told how many rows are done, where that is known.
    pub fn asking(ask: &'a dyn Fn(Option<usize>) -> Option<Wait>) -> Pause<'a> {
        Pause(ask)
    }

    /// A place to pause after so many rows of a step that is not the one to be told of.
    pub async fn after(self, rows: usize) {
        if rows.is_multiple_of(ROWS)
            && let Some(wait) = (self.0)(None)
        {
            wait.await;
        }
    }

    /// A place to pause with so many rows done.
    pub async fn done(self, rows: usize) {
        if rows.is_multiple_of(ROWS)
            && let Some(wait) = (self.0)(Some(rows))
        {
            wait.await;
        }
    }
}

/// Does work that never pauses. Were it to pause, it would be asked again at once.
pub fn at_once<T>(work: impl Future<Output = T>) -> T {
    let mut work = pin!(work);
    let mut context = Context::from_waker(Waker::noop());
    loop {
        if let Poll::Ready(done) = work.as_mut().poll(&mut context) {
            return done;
        }
    }
}
