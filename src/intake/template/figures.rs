//! Sheets of figures of the template.

use engine::address::{Address, Part};
use engine::roster::KindNames;
use engine::ruleset::{FigureForm, FigureRule};

use super::particulars::Particular;
use super::{Mark, NOTHING, SOURCE, UNIT, VALUES, YEARS};
use crate::claims::Claim;
use crate::context::{Along, Context, address};
use crate::desk::Desk;
use crate::grid::{Grid, Sort};
use crate::names::Target;
use crate::reading::{At, Because, Code};
use crate::unit::Unit;
use crate::words::plain;
use crate::year::{Year, take_year};

/// The columns of a sheet of figures.
struct Columns {
    marks: usize,
    /// The row of their heads.
    years: Option<usize>,
    unit: Option<usize>,
    /// The columns of values, each with its number and the year above it.
    values: Vec<(usize, usize, Option<Year>)>,
    /// Those that the template does not have.
    others: Vec<usize>,
}

impl Columns {
    fn of(grid: &Grid, (row, marks): At) -> Columns {
        let years = (row + 1..grid.height()).find(|row| grid.text(*row, marks) == YEARS);
        let mut columns = Columns { marks, years, unit: None, values: Vec::new(), others: Vec::new() };
        for column in (0..grid.width).filter(|column| *column != marks) {
            let says = grid.text(row, column);
            if let Some(number) = VALUES.iter().position(|value| *value == says) {
                let head = years.map(|row| plain(grid.text(row, column)));
                // 创建期第二年 says nothing that its column does not say better.
                let year = head.and_then(|head| take_year(&head)).map(|(_, year)| year);
                let year = year.filter(|year| !matches!(year, Year::Back(_) | Year::Nth(_)));
                columns.values.push((number, column, year));
            } else if says == UNIT {
                columns.unit = Some(column);
            } else if says != NOTHING && says != SOURCE {
                columns.others.push(column);
            }
        }
        columns
    }
}

/// The last calendar year that the heads of a sheet of figures say, and where.
pub fn last_year(grid: &Grid, mark: Mark) -> Option<(u16, At)> {
    let columns = Columns::of(grid, mark.at);
    let row = columns.years?;
    let said = columns.values.iter().filter_map(|(_, column, year)| match year {
        Some(Year::Of(year)) => Some((*year, (row, *column))),
        _ => None,
    });
    said.max_by_key(|(year, _)| *year)
}

/// What the cells of a sheet of figures claim.
pub fn claims(desk: &mut Desk, mark: Mark, context: &Context) -> Vec<Claim> {
    let grid = desk.grid;
    let columns = Columns::of(grid, mark.at);
    let mut claims = Vec::new();
    for row in mark.at.0 + 1..grid.height() {
        let says = grid.text(row, columns.marks);
        if matches!(Particular::at(says, context.track), Some(Particular::Source(_))) {
            // The row above the kinds of a tally: what is typed there is no count of any.
            for (_, column, _) in columns.values.iter().filter(|(_, column, _)| grid.sort(row, *column) == Sort::Number)
            {
                desk.leave_cell((row, *column), Code::Total);
            }
            continue;
        }
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
            rank: None,
            is_count: is_line && *number == 1,
            unit,
            other_unit: None,
            because: vec![Because::Template],
            distance: 0,
            alias: 0,
            part_of: None,
            is_scope: false,
            line: (0, row),
            is_one_of_many: false,
            is_one_each: false,
            is_of_year: true,
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
