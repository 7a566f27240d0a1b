//! Sheets of our own template (模板): every cell is read where it belongs, whatever was inserted, moved or renamed around it.
//!
//! A sheet has a cell that says so, its mark: the rules, the track, and what the sheet is for. The row of the mark says what the columns
//! hold, and its column what the rows are. Both are hidden. What is moved or copied in a spreadsheet takes these along, and what is
//! inserted has none; the places of cells would say neither.

use engine::address::{Address, Part, Side};
use engine::ids::FigureId;
use engine::names::Named as _;
use engine::roster::KindNames;
use engine::ruleset::{FigureForm, FigureRule, Ruleset, Stage, Track};

use crate::claims::Claim;
use crate::context::{Along, Context, address};
use crate::desk::Desk;
use crate::grid::{Grid, Sort};
use crate::names::Target;
use crate::reading::{At, Because, Code, Reading, Unused, Used};
use crate::table::{Cell, Table};
use crate::unit::Unit;
use crate::words::plain;
use crate::year::{Year, take_year};

/// What marks begin with: the name, and the version of how sheets are marked.
const BEGINNING: &str = "shifan 1 ";
/// No mark stands further down or to the right.
const MOST_BEFORE: usize = 50;

/// Stands at columns and rows that hold nothing to be read: titles, heads, notes.
pub const NOTHING: &str = "-";
/// Stands at the column of units.
pub const UNIT: &str = "unit";
/// Stands at the row of calendar years.
pub const YEARS: &str = "years";
/// Stand at the columns of values. A single number is in the last one; a line of a tally has its kind, its count and its rank in them.
pub const VALUES: [&str; 3] = ["value 1", "value 2", "value 3"];

/// The rules, the track and the stage that a template is made for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edition(String);

impl Edition {
    /// The edition of a track at a stage.
    pub fn of(ruleset: &Ruleset, track: Track, stage: Stage) -> Edition {
        Edition([BEGINNING, &ruleset.id, " ", track.as_str(), " ", stage.as_str(), " "].concat())
    }

    /// The mark of a sheet for the figures of a side, or for the list of a tally.
    pub fn mark(&self, sheet: &str) -> String {
        [&*self.0, sheet].concat()
    }
}

/// The mark of a sheet.
#[derive(Clone, Copy, Debug)]
pub struct Mark<'a> {
    at: At,
    text: &'a str,
}

/// Finds the mark of a table.
pub fn mark(table: &Table) -> Option<Mark<'_>> {
    table.rows.iter().take(MOST_BEFORE).enumerate().find_map(|(row, cells)| {
        let column = cells.iter().take(MOST_BEFORE).position(|cell| cell.text.starts_with(BEGINNING))?;
        Some(Mark { at: (row, column), text: &cells[column].text })
    })
}

impl Mark<'_> {
    /// The table below the mark of a list, by whatever rules it is read. What stands above is ours: a title, what counts, an example;
    /// and so are the columns that are marked as nothing to be read: how each item was counted.
    pub fn list_below(self, table: &Table) -> Option<Table> {
        let is_list = self.text.rsplit(' ').next().is_some_and(|sheet| Side::named(sheet).is_none());
        let marks = &table.rows[self.at.0];
        let read = |(column, cell): (usize, &Cell)| {
            let is_ours = marks.get(column).is_some_and(|mark| mark.text == NOTHING);
            if is_ours { Cell::default() } else { cell.clone() }
        };
        let below = |(row, cells): (usize, &Vec<Cell>)| {
            if row > self.at.0 { cells.iter().enumerate().map(read).collect() } else { Vec::new() }
        };
        is_list.then(|| Table { rows: table.rows.iter().enumerate().map(below).collect(), is_csv: table.is_csv })
    }

    /// What has to be said of the sheet beside what is read of it: that it was made for others, and what stands above a list.
    pub fn left(self, table: &Table, context: &Context) -> Vec<Unused> {
        let unused = |row: usize, column: usize, text: &str, code| Unused {
            from: (row, column),
            to: (row, column),
            text: text.to_owned(),
            along: None,
            code,
            times: 1,
        };
        let mut left = Vec::new();
        if context.edition.is_some() && self.place(context).is_none() {
            left.push(unused(self.at.0, self.at.1, self.text, Code::OtherTemplate));
        }
        if self.list_below(table).is_some() {
            for (row, cells) in table.rows.iter().enumerate().take(self.at.0) {
                let filled = cells.iter().enumerate().filter(|(_, cell)| !cell.text.is_empty());
                left.extend(filled.map(|(column, cell)| unused(row, column, &cell.text, Code::Note)));
            }
        }
        left
    }

    /// What its sheet is for, by the rules of the context; none if it was made for others.
    pub fn place(self, context: &Context) -> Option<Place> {
        let Edition(beginning) = context.edition.as_ref()?;
        let sheet = self.text.strip_prefix(&**beginning)?;
        match Side::named(sheet) {
            Some(side) => Some(Place::Figures(side)),
            None => address(sheet, context.track).map(Place::List),
        }
    }
}

/// What a sheet is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// The figures of a side.
    Figures(Side),
    /// The list of a tally.
    List(Address),
}

impl Place {
    /// The place at which such a sheet is pasted, as it were.
    pub fn at(self, context: &Context) -> Option<Address> {
        match self {
            Place::Figures(side) => context.track.figures.ids().next().map(|first| Address::whole(side, first)),
            Place::List(tally) => Some(tally),
        }
    }
}

/// Of a form in which nothing is filled in, its kinds are no list with one of each.
pub fn take_no_list(reading: &mut Reading) {
    let listed = |used: &Used| used.because.contains(&Because::Listed);
    let figures: Vec<FigureId> =
        reading.used.iter().filter(|used| listed(used)).map(|used| used.address.figure).collect();
    reading.used.retain(|used| !figures.contains(&used.address.figure));
    reading.figures.retain(|(figure, _)| !figures.contains(figure));
    reading.side = reading.side.filter(|_| !reading.figures.is_empty());
}

/// The columns of a sheet of figures.
struct Columns {
    marks: usize,
    unit: Option<usize>,
    /// The columns of values, each with its number and the year above it.
    values: Vec<(usize, usize, Option<Year>)>,
    /// Those that the template does not have.
    others: Vec<usize>,
}

impl Columns {
    fn of(grid: &Grid, (row, marks): At) -> Columns {
        let years = (row + 1..grid.height()).find(|row| grid.text(*row, marks) == YEARS);
        let mut columns = Columns { marks, unit: None, values: Vec::new(), others: Vec::new() };
        for column in (0..grid.width).filter(|column| *column != marks) {
            let says = grid.text(row, column);
            if let Some(number) = VALUES.iter().position(|value| *value == says) {
                let head = years.map(|row| plain(grid.text(row, column)));
                // 创建期第二年 says nothing that its column does not say better.
                let year = head.and_then(|head| take_year(&head)).map(|(_, year)| year);
                let year = year.filter(|year| !matches!(year, Year::Back(_)));
                columns.values.push((number, column, year));
            } else if says == UNIT {
                columns.unit = Some(column);
            } else if says != NOTHING {
                columns.others.push(column);
            }
        }
        columns
    }
}

/// What the cells of a sheet of figures claim.
pub fn claims(desk: &mut Desk, mark: Mark, context: &Context) -> Vec<Claim> {
    let grid = desk.grid;
    let columns = Columns::of(grid, mark.at);
    let mut claims = Vec::new();
    for row in mark.at.0 + 1..grid.height() {
        let says = grid.text(row, columns.marks);
        if says == NOTHING || says == YEARS || grid.filled(row).is_empty() {
            continue;
        }
        let Some(address) = address(says, context.track).filter(|address| address.side == context.side()) else {
            // Somebody's own row, or a figure that these rules do not ask for.
            desk.leave_marked_row(row, columns.marks, Code::NoSuchFigure);
            continue;
        };
        claims.extend(of_row(desk, row, address, &columns));
        for column in &columns.others {
            if grid.sort(row, *column) != Sort::Blank {
                desk.leave_cell((row, *column), Code::Remark);
            }
        }
    }
    claims
}

/// What the cells of a row claim.
fn of_row(desk: &mut Desk, row: usize, address: Address, columns: &Columns) -> Vec<Claim> {
    let (grid, rule) = (desk.grid, &desk.context.track.figures[address.figure]);
    if columns.values.iter().all(|(_, column, _)| grid.sort(row, *column) == Sort::Blank) {
        return Vec::new();
    }
    let is_line = address.part == Part::Whole && matches!(rule.form, FigureForm::Tally { .. });
    let kind = match address.part {
        Part::Kind(kind) => Some(kind),
        _ => columns
            .values
            .iter()
            .find(|(number, ..)| is_line && *number == 0)
            .and_then(|(_, column, _)| KindNames::of(rule.form.kinds()).find(grid.text(row, *column))),
    };
    let unit = unit(grid, row, rule, columns).filter(|_| !is_line);
    let mut claims = Vec::new();
    for (number, column, year) in &columns.values {
        let cell = (row, *column);
        let is_kind = is_line && *number == 0;
        if grid.sort(row, *column) == Sort::Blank || is_kind {
            continue;
        }
        let is_open = match &rule.form {
            FigureForm::Series { .. } => true,
            FigureForm::Rates => *number > 0,
            FigureForm::Amount { .. } | FigureForm::Count { .. } | FigureForm::Tally { .. } => is_line || *number == 2,
        };
        if !is_open {
            desk.leave_cell(cell, Code::OutOfScope);
            continue;
        }
        let back = Year::Back(2 - *number as u8);
        claims.push(Claim {
            target: kind.map_or(Target::Figure(address.figure), |kind| Target::Kind(address.figure, kind)),
            year: match &rule.form {
                FigureForm::Series { .. } => Some(year.unwrap_or(back)),
                // Theirs are of the creation period, whatever stands above the series.
                FigureForm::Rates => Some(back),
                _ => None,
            },
            cell,
            is_rank: is_line && *number == 2,
            is_count: is_line && *number == 1,
            unit,
            other_unit: None,
            because: vec![Because::Template],
            distance: 0,
            line: (0, row),
            is_one_of_many: false,
            names: kind.map_or(&rule.title, |kind| &rule.form.kinds()[kind].title).zh.clone(),
            along: Along::Row(row),
        });
    }
    // A line without a number is none; and one whose kind is not known must not become a number of the whole tally.
    let code = match claims.iter().any(|claim| claim.is_count) {
        _ if !is_line => return claims,
        true if kind.is_some() => return claims,
        true => Code::NoSuchKind,
        false => Code::NoNumber,
    };
    desk.leave_marked_row(row, columns.marks, code);
    Vec::new()
}

/// What the numbers of a row are in.
fn unit(grid: &Grid, row: usize, rule: &FigureRule, columns: &Columns) -> Option<(Unit, Because)> {
    let text = plain(grid.text(row, columns.unit?));
    // What a batch counts in may have a name that no table has: 篇.
    let is_amount = matches!(rule.form, FigureForm::Series { .. } | FigureForm::Amount { .. });
    let unit = Unit::named(&text).or((is_amount && !text.is_empty()).then_some(Unit::Foreign));
    unit.map(|unit| (unit, Because::UnitColumn))
}
