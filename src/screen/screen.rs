//! One line of JSON out for each submission in, in order, and a count at the end.

use crate::batch::{self, Assessed, Batch};
use crate::summary::Summary;
use engine::Ruleset;
use std::collections::VecDeque;
use std::io::{self, Write};
use std::num::NonZeroUsize;
use std::sync::Mutex;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;

/// How it is done.
#[derive(Clone, Copy)]
pub struct Way {
    /// Whether the whole report is written.
    pub full: bool,
    /// How many threads assess. With one, it is this one.
    pub threads: NonZeroUsize,
}

/// Assesses all lines and writes what came of each. `done` is told how many there are so far.
pub fn screen(
    ruleset: &Ruleset,
    lines: impl Iterator<Item = Result<Vec<u8>, String>>,
    way: Way,
    output: &mut impl Write,
    done: impl Fn(u64),
) -> io::Result<Summary> {
    let mut lines = (1..).zip(lines);
    let mut summary = Summary::default();
    let mut write = |assessed: Assessed| {
        output.write_all(&assessed.text)?;
        summary.absorb(&assessed.summary);
        done(summary.count());
        io::Result::Ok(())
    };
    if way.threads.get() == 1 {
        while let Some(batch) = batch::next(&mut lines) {
            write(batch::assess(ruleset, batch, way.full))?;
        }
    } else {
        side_by_side(ruleset, || batch::next(&mut lines), way, &mut write)?;
    }
    Ok(summary)
}

/// A batch, and whom to give what came of it.
type Job = (Batch, Sender<Assessed>);

/// This thread reads and writes; the others assess. No more batches are under way than two for each thread, and they are written in the
/// order in which they were read.
fn side_by_side(
    ruleset: &Ruleset,
    mut next: impl FnMut() -> Option<Batch>,
    way: Way,
    write: &mut impl FnMut(Assessed) -> io::Result<()>,
) -> io::Result<()> {
    let (jobs, waiting) = channel::<Job>();
    let waiting = Mutex::new(waiting);
    thread::scope(|scope| {
        for _ in 0..way.threads.get() {
            scope.spawn(|| assess_all(ruleset, &waiting, way.full));
        }
        // Whatever ends this also ends the others: there are no more jobs then.
        let jobs = jobs;
        let mut under_way: VecDeque<Receiver<Assessed>> = VecDeque::new();
        while let Some(batch) = next() {
            let (give, take) = channel();
            jobs.send((batch, give)).expect("somebody waits for jobs");
            under_way.push_back(take);
            if under_way.len() >= 2 * way.threads.get() {
                write_first(&mut under_way, write)?;
            }
        }
        while !under_way.is_empty() {
            write_first(&mut under_way, write)?;
        }
        Ok(())
    })
}

fn write_first(
    under_way: &mut VecDeque<Receiver<Assessed>>,
    write: &mut impl FnMut(Assessed) -> io::Result<()>,
) -> io::Result<()> {
    let first = under_way.pop_front().expect("a batch is under way");
    write(first.recv().expect("every batch is assessed"))
}

/// What one thread does: batch after batch, as long as there are any.
fn assess_all(ruleset: &Ruleset, waiting: &Mutex<Receiver<Job>>, full: bool) {
    loop {
        let job = waiting.lock().expect("nobody panics while waiting").recv();
        let Ok((batch, give)) = job else { return };
        // Nobody takes it where the output is closed.
        let _ = give.send(batch::assess(ruleset, batch, full));
    }
}
