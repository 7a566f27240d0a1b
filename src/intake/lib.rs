//! Tables read for what they say: names, units and years decide, and every cell is accounted for.
//!
//! Pure Rust with no clock, no I/O and no browser. A table's way through it, in the order of the files:
//!
//! 1. [`table`]: cells as they were handed over; `delimited.rs`, `spaced.rs`: those of a text; `html.rs`: those of a page.
//! 2. [`names`]: what the ruleset document calls its figures and kinds; [`words`](mod@words), [`unit`], [`year`]: the words of tables;
//!    [`label`]: what a head says by all of these.
//! 3. `order.rs`: texts numbered, keys sorted; `grid.rs`: what every cell is by itself; [`layout`]: which rows are heads, which columns say what;
//!    `heads.rs`: by what heads are known; `block.rs`: what the columns are; `side_by_side.rs`: where one table ends and another begins beside it; `unit_lines.rs`: units said above it; `title.rs`: what its title says of all of it; `aside.rs`: of a part of it.
//! 4. `claims.rs`: which figure and year every number stands for, by its row and its column (`axis.rs`, `rows.rs`, `columns.rs`);
//!    `together.rs`: what both name; `parts.rs`: what 其中 is a part of; `alike.rs`: rows that say no name; `nth.rs`: 第一年; `values.rs`: the columns that hold values.
//! 5. `settle.rs`, `lines.rs`: one value for every entry; `undated.rs`: values without years; `repeats.rs`: lines that count the same twice; `units.rs`: what it is in;
//!    `written.rs`: with its unit behind it; `totals.rs` and `whole.rs`: totals held against parts; `position.rs`: a block without any words.
//!    [`list`]: a list (名录) as the items of a tally, where that is what was pasted.
//!    [`template`]: a sheet of our own template, which says itself where its cells belong.
//! 6. [`reading`]: what is used and why, what is left out and why, what has to be asked, by its `codes.rs`; [`shown`]: the same as the contract has it.

#![cfg_attr(not(test), deny(clippy::disallowed_macros, clippy::disallowed_methods, clippy::disallowed_types))]
#![cfg_attr(not(test), deny(clippy::expect_used, clippy::panic, clippy::unwrap_used))]

mod alike;
mod aside;
mod axis;
mod block;
mod claims;
mod codes;
mod columns;
pub mod context;
mod delimited;
mod desk;
mod grid;
mod heads;
mod html;
pub mod label;
pub mod layout;
mod lines;
pub mod list;
pub mod names;
mod nth;
mod order;
mod parts;
mod position;
pub mod reading;
mod repeats;
mod rest;
mod rows;
mod settle;
pub mod shown;
mod side_by_side;
mod spaced;
pub mod table;
pub mod template;
mod title;
mod together;
mod totals;
mod two_units;
mod undated;
pub mod unit;
mod unit_lines;
mod units;
mod values;
mod whole;
pub mod words;
mod written;
pub mod year;

pub use context::Context;
pub use reading::Reading;
pub use table::{Table, TooLarge};

use desk::Desk;
use engine::address::Side;
use engine::pause::{Pause, Work, at_once};
use grid::Grid;
use layout::Layout;
use names::Names;
use settle::Settled;
use template::{Mark, Place};

/// Reads a table.
pub fn read_table(table: &Table, context: &Context) -> Reading {
    at_once(read_table_with(table, context, Pause::NEVER))
}

/// The same with pauses, as long as it is a list: no other table has as many rows.
pub fn read_table_with<'a>(table: &'a Table, context: &'a Context<'_>, pause: Pause<'a>) -> Work<'a, Reading> {
    Box::pin(read(table, context, pause))
}

async fn read(table: &Table, context: &Context<'_>, pause: Pause<'_>) -> Reading {
    let Some(mark) = template::mark(table) else { return read_unmarked(table, context, pause).await };
    let place = mark.place(context);
    // A sheet of the template knows better where it belongs than the place where it was pasted.
    let placed = place.map(|place| Context { at: place.at(context), ..context.clone() });
    let (inside, list) = (placed.as_ref().unwrap_or(context), mark.list_below(table));
    let mut reading = match place {
        Some(Place::Figures(_)) => read_figures(table, mark, inside, pause).await,
        Some(Place::Particulars) => read_particulars(table, mark, inside, pause).await,
        _ => read_unmarked(list.as_ref().unwrap_or(table), inside, pause).await,
    };
    if list.is_none() && place.is_none() {
        template::take_no_list(&mut reading);
    }
    reading.unused.splice(0..0, mark.left(table, context));
    reading
}

async fn read_unmarked(table: &Table, context: &Context<'_>, pause: Pause<'_>) -> Reading {
    let names = Names::of(context.track);
    let grid = Grid::of(table, &names, pause).await;
    if let Some(reading) = list::read(&grid, context, pause).await {
        // What was looked at takes a while to be let go of.
        pause.after(0).await;
        return reading;
    }
    let layout = Layout::of(&grid);
    let mut desk = Desk::new(&grid, &layout, context);
    desk.leave_what_is_no_body();
    let mut last_year = None;
    let settled = if layout.is_bare(&grid) {
        position::placed(&mut desk)
    } else {
        let mut claims = Vec::new();
        for (index, block) in layout.blocks.iter().enumerate() {
            desk.window = block.window;
            claims.extend(claims::claims(&mut desk, index, block, context));
        }
        desk.window = None;
        last_year = settle::last_year(&claims, context, desk.asked_year);
        let settled = settle::settle(&mut desk, &claims, last_year);
        layout.blocks.iter().for_each(|block| totals::check(&mut desk, block));
        settled
    };
    desk.leave_the_rest();
    reading(desk, settled, last_year)
}

/// Reads a sheet of figures of our own template.
async fn read_figures(table: &Table, mark: Mark<'_>, context: &Context<'_>, pause: Pause<'_>) -> Reading {
    let names = Names::of(context.track);
    let grid = Grid::of(table, &names, pause).await;
    let layout = Layout::default();
    let mut desk = Desk::new(&grid, &layout, context);
    let claims = template::claims(&mut desk, mark, context);
    let head = template::last_year(&grid, mark);
    let last_year = settle::last_year(&claims, context, None).or(head.map(|(year, _)| year));
    let settled = settle::settle(&mut desk, &claims, last_year);
    let mut said = template::sources(&mut desk, mark);
    // What is known already decides which years are taken.
    let is_known = context.side() == Side::Now && context.last_year.is_some();
    said.extend(last_year.zip(head).filter(|_| !is_known).map(|(year, (_, cell))| template::Said {
        what: template::Particular::LastYear(context.side()),
        cell,
        text: year.to_string(),
    }));
    desk.put_in_order();
    Reading { said, ..reading(desk, settled, last_year) }
}

/// Reads the sheet of our own template that says who applies.
async fn read_particulars(table: &Table, mark: Mark<'_>, context: &Context<'_>, pause: Pause<'_>) -> Reading {
    let names = Names::of(context.track);
    let grid = Grid::of(table, &names, pause).await;
    let layout = Layout::default();
    let mut desk = Desk::new(&grid, &layout, context);
    let said = template::particulars(&mut desk, mark);
    Reading { said, unused: desk.unused, ..Reading::default() }
}

/// What came of a table, once every cell is accounted for.
fn reading(desk: Desk, settled: Settled, last_year: Option<u16>) -> Reading {
    Reading {
        side: (!settled.figures.is_empty()).then_some(desk.context.side()),
        last_year,
        figures: settled.figures,
        used: settled.used,
        unused: desk.unused,
        questions: desk.questions,
        ..Reading::default()
    }
}
