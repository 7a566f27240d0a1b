//! A list (名录) read as the items of a tally: which column says what, which rows are items, and what each of them is.
//!
//! `head.rs`: what the heads of lists are called; `columns.rs`: what every column says, `inside.rs`: by what stands in it; `rows.rs`: what
//! every row says, `cells.rs`: what a cell of it says; `kinds.rs`: the kinds that the words of an item name; `spread.rs`: what one cell says of several rows; `unplaced.rs`: where a list
//! belongs that was pasted nowhere. Nothing is counted here: that is the engine's, by the rules of the document.

mod cells;
mod columns;
mod head;
mod inside;
mod kinds;
mod rows;
mod sections;
mod spread;
mod unplaced;

use std::rc::Rc;

use engine::address::Address;
use engine::ids::{FigureId, KindId};
use engine::pause::Pause;
use engine::roster::{Item, KindNames};
use engine::ruleset::{FigureForm, RosterRule};

use crate::context::{Along, Context};
use crate::grid::Grid;
use crate::order::Numbered;
use crate::reading::{Asked, At, Because, Choice, Code, Figure, Question, Reading, Unused, Used};
use crate::words::plain;

use columns::Columns;
pub use columns::{Field, Says};
pub use head::heads;
use unplaced::Place;

/// A tally at which a list is read.
struct Tally<'a> {
    figure: FigureId,
    rule: &'a RosterRule,
    /// Whether a rank is of any account.
    ranked: bool,
    names: KindNames,
}

/// A list on its way to a reading.
struct Reader<'a> {
    grid: &'a Grid<'a>,
    context: &'a Context<'a>,
    tally: Tally<'a>,
    items: Vec<Item>,
    unused: Vec<Unused>,
    /// Whether it could be told of any item that it is still valid, or no longer.
    has_limits: bool,
    /// The words that name no kind, each with the first cell and how often it stands there.
    unknown: Numbered,
    found: Vec<(At, usize)>,
    /// What the cells of kinds that were read name, each text once: a long list has few of them.
    texts: Numbered,
    named: Vec<(Vec<KindId>, Vec<String>)>,
    /// Whose each item is, where the list says so.
    owners: Vec<Option<String>>,
}

impl<'a> Tally<'a> {
    /// The tally that a figure is, if it may be a list.
    fn of(context: &Context<'a>, figure: FigureId) -> Option<Tally<'a>> {
        let FigureForm::Tally { kinds, ranked, roster: Some(rule), .. } = &context.track.figures[figure].form else {
            return None;
        };
        Some(Tally { figure, rule, ranked: *ranked || rule.lead_only, names: KindNames::of(kinds) })
    }
}

/// Reads a table as a list, if it is one: of the tally at which it was pasted, or of the one that its kinds belong to. Where it was pasted says
/// nothing if no list can be there.
pub async fn read(grid: &Grid<'_>, context: &Context<'_>, pause: Pause<'_>) -> Option<Reading> {
    match spread::spread(grid.table()) {
        Some(table) => read_spread(&Grid::of(&table, grid.names, pause).await, context, pause).await,
        None => read_spread(grid, context, pause).await,
    }
}

async fn read_spread(grid: &Grid<'_>, context: &Context<'_>, pause: Pause<'_>) -> Option<Reading> {
    if let Some(at) = context.at.filter(|at| Tally::of(context, at.figure).is_some()) {
        return read_at(grid, context, at.figure, pause).await;
    }
    match unplaced::place(grid, context, pause).await? {
        Place::Of(figure) => {
            let placed = Context { at: Some(Address::whole(context.side(), figure)), ..context.clone() };
            read_at(grid, &placed, figure, pause).await
        }
        Place::Unclear(figures, below) => Some(unplaced::ask(grid, &figures, below)),
    }
}

async fn read_at(grid: &Grid<'_>, context: &Context<'_>, figure: FigureId, pause: Pause<'_>) -> Option<Reading> {
    let tally = Tally::of(context, figure)?;
    let columns = Columns::of(grid, context, &tally, pause).await?;
    let mut reader = Reader {
        grid,
        context,
        tally,
        items: Vec::new(),
        unused: Vec::new(),
        has_limits: false,
        unknown: Numbered::default(),
        found: Vec::new(),
        texts: Numbered::default(),
        named: Vec::new(),
        owners: Vec::new(),
    };
    let rows = reader.read_rows(&columns, pause).await;
    reader.doubt_other_owners();
    reader.name_unknown_kinds();
    let (used, left) = reader.account_for_columns(&columns, &rows);
    reader.unused.extend(left);
    let questions = reader.questions(&columns, &rows);
    let has_items = !reader.items.is_empty();
    Some(Reading {
        side: has_items.then_some(context.side()),
        figures: if has_items { vec![(figure, Figure::Roster(Rc::new(reader.items)))] } else { Vec::new() },
        last_year: None,
        used,
        unused: reader.unused,
        questions,
        ..Reading::default()
    })
}

impl Reader<'_> {
    /// The kinds that the list names and the tally does not have, each once, with how often.
    fn name_unknown_kinds(&mut self) {
        for (text, number) in self.unknown.texts() {
            let Some((cell, times)) = self.found.get(number) else { continue };
            let unused = Unused {
                from: *cell,
                to: *cell,
                text: text.to_owned(),
                along: None,
                code: Code::NoSuchKind,
                times: *times,
            };
            self.unused.push(unused);
        }
    }

    /// Every column of the items: used as what it says, or left out by name. Rows that are no items part it.
    fn account_for_columns(&self, columns: &Columns, rows: &[usize]) -> (Vec<Used>, Vec<Unused>) {
        let (mut used, mut left) = (Vec::new(), Vec::new());
        for run in rows.chunk_by(|row, next| row + 1 == *next) {
            let (Some(first), Some(last)) = (run.first(), run.last()) else { continue };
            for (column, says) in columns.says.iter().enumerate() {
                let (from, to) = ((*first, column), (*last, column));
                let (head, along) = (columns.head_of(self.grid, column), Along::Column(column, *first));
                let code = match says {
                    Says::Nothing => continue,
                    Says::Serial => Code::SerialNumber,
                    Says::Other => Code::Remark,
                    Says::Valid if !self.has_limits => Code::Remark,
                    Says::Hidden => Code::Hidden,
                    Says::Field(_)
                    | Says::Kind(_)
                    | Says::SecondCode
                    | Says::Valid
                    | Says::Owner
                    | Says::Issuer
                    | Says::Scope => {
                        used.push(self.used(columns, *says, (from, to), head));
                        continue;
                    }
                };
                left.push(Unused { from, to, text: head, along: Some(along), code, times: 1 });
            }
        }
        (used, left)
    }

    fn used(&self, columns: &Columns, says: Says, (from, to): (At, At), names: String) -> Used {
        let because = match says {
            _ if columns.is_answered(self.context, from.1) => Because::Answer,
            _ if names.is_empty() => Because::Position,
            _ => Because::ColumnName,
        };
        Used {
            address: Address::whole(self.context.side(), self.tally.figure),
            cell: from,
            to,
            text: self.grid.text(from.0, from.1).to_owned(),
            written: says.name().to_owned(),
            names,
            along: Along::Column(from.1, from.0),
            because: vec![because],
        }
    }

    /// Asks for the column of kinds where the items need some and none says any, and for that of ranks where there is no head to say it.
    fn questions(&self, columns: &Columns, rows: &[usize]) -> Vec<Question> {
        let mut questions = Vec::new();
        let (Some(first), Some(last)) = (rows.first(), rows.last()) else { return questions };
        let others: Vec<usize> =
            (0..columns.says.len()).filter(|column| columns.says[*column] == Says::Other).collect();
        let mut ask = |field: Field| {
            let choice = |column: &usize| Choice::Column((*first, *column), (*last, *column), field);
            questions.push(Question {
                code: Asked::WhichColumn,
                paths: vec![Address::whole(self.context.side(), self.tally.figure)],
                cells: Some(((*first, 0), (*last, columns.says.len().saturating_sub(1)))),
                choices: others.iter().map(choice).collect(),
                chosen: None,
            });
        };
        let needs_kinds = self.tally.rule.kind_if_none.is_none() && self.tally.rule.series.is_empty();
        if needs_kinds && self.items.iter().all(|item| item.kinds.is_empty() && item.other_kinds.is_empty()) {
            ask(Field::Kinds);
        }
        let has_rank = columns.says.iter().any(|says| matches!(says, Says::Field(Field::Rank) | Says::Owner));
        // Where nothing is said every unit counts as the lead unit; the place of a person beside it makes that improbable.
        let of_person = |column: &usize| head::is_rank_of_person(&plain(&columns.head_of(self.grid, *column)));
        let is_unsaid = columns.head.is_empty() || others.iter().any(of_person);
        if self.tally.ranked && is_unsaid && !has_rank && !others.is_empty() {
            ask(Field::Rank);
        }
        questions
    }

    fn leave_row(&mut self, row: usize, code: Code) {
        let filled = self.grid.filled(row);
        let (Some(first), Some(last)) = (filled.first(), filled.last()) else { return };
        let text = self.grid.text(row, *first).to_owned();
        let along = Some(Along::Row(row));
        self.unused.push(Unused { from: (row, *first), to: (row, *last), text, along, code, times: 1 });
    }
}
