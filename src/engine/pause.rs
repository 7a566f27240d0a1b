//! Long work with places where it may pause, so that a page can go on between them. One code for both: where nobody pauses, it is done at once.

use std::pin::Pin;
use std::task::{Context, Poll, Waker};

/// What work waits for before it goes on.
pub type Wait = Work<'static, ()>;

/// Work with pauses, as one crate hands it to another. A `dyn` value: what is polled is otherwise compiled once more in every crate that
/// polls it.
pub type Work<'a, T> = Pin<Box<dyn Future<Output = T> + 'a>>;

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
    pub fn after(self, rows: usize) -> Place {
        self.at(rows, None)
    }

    /// A place to pause with so many rows done.
    pub fn done(self, rows: usize) -> Place {
        self.at(rows, Some(rows))
    }

    fn at(self, rows: usize, done: Option<usize>) -> Place {
        Place(if rows.is_multiple_of(ROWS) { (self.0)(done) } else { None })
    }
}

/// A place to pause, with what is waited for there. A type of its own: that of an async function is compiled anew wherever one waits.
pub struct Place(Option<Wait>);

impl Future for Place {
    type Output = ();

    fn poll(mut self: Pin<&mut Place>, context: &mut Context<'_>) -> Poll<()> {
        self.0.as_mut().map_or(Poll::Ready(()), |wait| wait.as_mut().poll(context))
    }
}

/// Does work that never pauses. Were it to pause, it would be asked again at once.
pub fn at_once<T>(mut work: Work<'_, T>) -> T {
    let mut context = Context::from_waker(Waker::noop());
    loop {
        if let Poll::Ready(done) = work.as_mut().poll(&mut context) {
            return done;
        }
    }
}
