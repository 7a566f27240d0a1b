//! How a table is laid out: which rows are heads, which columns say what. A value to be looked at, before anything is read.

use crate::aside::{Aside, level};
use crate::grid::{Grid, Sort};
use crate::heads::{
    has_odd_numbers, is_note_row, is_numbering, is_row_of_value, is_row_of_year, is_title_with_year, is_unread_head,
    is_year_alone, run_of_years, title_of_row,
};
use crate::reading::At;
use crate::side_by_side::windows;
use crate::title::Title;
use crate::unit::Unit;
use crate::unit_lines::{is_unit_line, units_of_row};
use crate::words::Role;

/// What a row of a table is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Row {
    /// Nothing stands in it.
    Blank,
    /// It is hidden.
    Hidden,
    /// A title above a table or above a part of it.
    Title,
    /// 单位：万元
    UnitLine,
    /// A head above columns.
    Head,
    /// The numbers of the columns: 甲 乙 1 2 3.
    Numbering,
    /// A name or year alone, said of the rows below it.
    Section,
    /// A note below the table.
    Note,
    /// Names and numbers.
    Body,
}

/// What a column of a block is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    /// 序号, 代码.
    Serial,
    /// The unit of its row.
    Unit,
    /// The year of its row.
    Years,
    /// Names and other words.
    Words,
    /// Numbers.
    Values,
    /// It belongs to another table beside it.
    Beside,
}

/// Rows under a common head.
#[derive(Clone, Debug, Default)]
pub struct Block {
    /// The rows of the head.
    pub head: Vec<usize>,
    /// The rows below it, each with the section it stands in.
    pub body: Vec<(usize, Option<usize>)>,
    /// The units that the lines 单位：… above it name.
    pub units: Vec<Unit>,
    /// Whether something is said of units of which nobody knows what it is about.
    pub is_unit_unclear: bool,
    /// What the titles above it say of all of it.
    pub title: Option<Title>,
    /// Whether its head has numbers in it that nobody understands, where years may be meant.
    pub is_head_unread: bool,
    /// The first of its columns and the one behind its last, where tables stand side by side.
    pub window: Option<(usize, usize)>,
    /// What each column is.
    pub columns: Vec<Column>,
    /// The heads of each column, from the top.
    pub heads: Vec<Vec<At>>,
}

/// No table has more rows of heads than these.
const MOST_HEADS: usize = 6;

/// A whole table's layout.
#[derive(Clone, Debug, Default)]
pub struct Layout {
    /// What each row is.
    pub rows: Vec<Row>,
    /// The blocks that have a body, from the top.
    pub blocks: Vec<Block>,
}

impl Layout {
    /// Finds how a table is laid out.
    pub fn of(grid: &Grid) -> Layout {
        let mut layout = Layout::default();
        let mut block = Block::default();
        let (mut section, mut is_inherited) = (None, false);
        let mut aside: Option<Aside> = None;
        for row in 0..grid.height() {
            let what = layout.row(grid, row, &block);
            let title = title_of_row(grid, row, what, &block);
            let (units, is_unclear) = match what {
                Row::UnitLine | Row::Title | Row::Note => units_of_row(grid, row),
                _ => (Vec::new(), false),
            };
            let level = if what == Row::Title { level(grid, row) } else { 0 };
            let ends =
                what == Row::Title && title.is_none() && aside.as_ref().is_some_and(|aside| aside.ends_at(level));
            if ends {
                let before = aside.take().and_then(|aside| aside.before);
                let next = Block { title: before, ..block.under_the_same_head(Vec::new(), None, false) };
                layout.close(core::mem::replace(&mut block, next), grid);
                is_inherited = true;
            }
            if what == Row::Title && title.is_some_and(Title::is_aside) {
                let before = aside.take().map_or(block.title, |aside| aside.before);
                aside = Some(Aside { level, is_below_a_head: !block.head.is_empty(), before });
            }
            if !block.body.is_empty() && what != Row::Note && (!units.is_empty() || title.is_some()) {
                // Other units or another time from here on, under the same head unless another follows.
                let next = block.under_the_same_head(units, title, is_unclear);
                layout.close(core::mem::replace(&mut block, next), grid);
                is_inherited = true;
            } else {
                let is_second = what == Row::Note && !block.units.is_empty();
                block.is_unit_unclear |= is_unclear || (is_second && !units.is_empty() && block.units != units);
                if !units.is_empty() && !is_second {
                    block.units = units;
                }
                block.title = title.map(|title| title.and(block.title)).or(block.title);
            }
            match what {
                Row::Head => {
                    if core::mem::take(&mut is_inherited) && block.body.is_empty() {
                        block.head.clear();
                        block.is_head_unread = false;
                    }
                    // The name of a tally above a head is its title.
                    let above = layout.rows.iter().rposition(|row| *row != Row::Blank);
                    let above = above.filter(|above| layout.rows[*above] == Row::Section);
                    let title = above.and_then(|above| title_of_row(grid, above, Row::Title, &block)).or(block.title);
                    if !block.body.is_empty() || block.head.len() >= MOST_HEADS {
                        layout.close(core::mem::take(&mut block), grid);
                        section = None;
                    }
                    block.title = title;
                    // A year alone above the head is its title.
                    section = section.filter(|section| !block.head.is_empty() || !is_year_alone(grid, *section));
                    block.is_head_unread |= has_odd_numbers(grid, row);
                    block.head.push(row);
                }
                Row::Section => section = Some(row),
                Row::Title => section = None,
                Row::Body => block.body.push((row, section)),
                Row::Blank | Row::Hidden | Row::Numbering | Row::Note | Row::UnitLine => {}
            }
            layout.rows.push(what);
        }
        layout.close(block, grid);
        layout
    }

    fn close(&mut self, mut block: Block, grid: &Grid) {
        if block.body.is_empty() {
            return;
        }
        let windows = windows(grid, &block);
        for window in &windows {
            let mut own = Block { window: Some(*window), ..block.clone() };
            own.look_at_columns(grid);
            self.blocks.push(own);
        }
        if windows.is_empty() {
            block.look_at_columns(grid);
            self.blocks.push(block);
        }
    }

    /// Whether no word says what the numbers are.
    pub fn is_bare(&self, grid: &Grid) -> bool {
        self.rows.iter().all(|row| matches!(row, Row::Body | Row::Blank | Row::Hidden))
            && !(0..grid.height()).any(|row| grid.has(row, Sort::Words))
            && !self.blocks.iter().any(|block| block.columns.contains(&Column::Years))
    }

    fn row(&self, grid: &Grid, row: usize, block: &Block) -> Row {
        let filled = grid.filled(row);
        let Some(&first) = filled.first() else { return Row::Blank };
        if filled.iter().all(|column| grid.is_hidden(row, *column)) {
            return Row::Hidden;
        }
        let count = |holds: &dyn Fn(usize) -> bool| filled.iter().filter(|column| holds(**column)).count();
        let years = count(&|column| grid.is_year(row, column));
        let numbers = count(&|column| grid.sort(row, column) == Sort::Number && !grid.is_year(row, column));
        let marks = count(&|column| matches!(grid.sort(row, column), Sort::NotAvailable | Sort::Error));
        // 单位：万元 in the corner of a head of years is no line of its own.
        if numbers == 0 && years < 2 && filled.iter().any(|column| is_unit_line(grid, row, *column)) {
            return Row::UnitLine;
        }
        if is_note_row(grid, row, first, filled.len()) {
            return Row::Note;
        }
        if block.body.is_empty() && !block.head.is_empty() && is_numbering(grid, row, filled) {
            return Row::Numbering;
        }
        let is_first = block.head.is_empty() && block.body.is_empty();
        if is_first && numbers > 0 && is_unread_head(grid, row) {
            return Row::Head;
        }
        if is_row_of_year(grid, row, &block.head) || (is_first && years > 0 && is_row_of_value(grid, row, filled)) {
            return Row::Body;
        }
        if is_first && years == 1 && numbers == 0 && is_title_with_year(grid, row) {
            return Row::Title;
        }
        if numbers > 0 || (marks > 0 && marks < filled.len()) || (marks > 0 && !block.body.is_empty()) {
            return Row::Body;
        }
        if filled.iter().filter(|column| !grid.text(row, **column).is_empty()).count() == 1 {
            return self.alone(grid, row, first, block);
        }
        let label = |column: &usize| grid.label(row, *column);
        let named = filled.iter().filter_map(label).filter(|label| label.named.is_some()).count();
        if years > 0 {
            let heads = years >= 2 || named == 0;
            let has_years =
                block.head.iter().any(|head| grid.filled(*head).iter().any(|column| grid.is_year(*head, *column)));
            let run = heads && run_of_years(grid, row, filled, !block.head.is_empty());
            let is_head = (run && !has_years) || self.is_another_head(grid, row, filled, block, run);
            return if is_head { Row::Head } else { Row::Body };
        }
        let roles = filled.iter().filter_map(label).filter(|label| label.role.is_some()).count();
        // 高新技术企业 beside 约30: a name and what is to be its number.
        let digits = |column: &usize| grid.text(row, *column).contains(|c: char| c.is_ascii_digit());
        let unread = |column: &&usize| digits(column) && label(column).is_some_and(|label| label.is_unknown);
        if named > 0 && roles == 0 && filled.iter().any(|column| unread(&column)) {
            return Row::Body;
        }
        // 备注, 年报, 快报: a remark on every column.
        if !block.head.is_empty() && label(&first).is_some_and(|label| label.role == Some(Role::Remark)) {
            return Row::Body;
        }
        if block.body.is_empty() {
            let lists = block.head.iter().any(|head| roles_in(grid, *head) >= 2);
            return if lists && named > 0 && roles == 0 { Row::Body } else { Row::Head };
        }
        if roles >= 2 || (named >= 2 && roles + named == filled.len()) { Row::Head } else { Row::Body }
    }

    /// Whether a row of years where there is a head of years already is the head of another block: the years are spelt as such, a word
    /// beside them is one of heads, or a title stands above.
    fn is_another_head(&self, grid: &Grid, row: usize, filled: &[usize], block: &Block, run: bool) -> bool {
        let words = || filled.iter().filter(|column| grid.sort(row, **column) == Sort::Words);
        let spelt = words().filter(|column| grid.is_year(row, **column)).count();
        let role = |column: &usize| {
            grid.label(row, *column)
                .is_some_and(|label| matches!(label.role, Some(Role::Name | Role::Unit | Role::Serial)))
        };
        let above = self.rows.iter().rev().find(|row| **row != Row::Blank);
        let titled = matches!(above, Some(Row::Title | Row::UnitLine));
        spelt >= 2 || (block.body.is_empty() && block.head.is_empty()) || (run && (titled || words().any(role)))
    }

    /// A row in which one cell says something.
    fn alone(&self, grid: &Grid, row: usize, column: usize, block: &Block) -> Row {
        let Some(label) = grid.label(row, column) else { return Row::Title };
        let says = label.named.is_some() || (label.is_year() && grid.sort(row, column) == Sort::Words);
        let below = (row + 1..grid.height()).find(|row| !grid.filled(*row).is_empty());
        let heads_a_column =
            below.is_some_and(|below| grid.filled(below) == [column] && grid.sort(below, column) == Sort::Number);
        match (says, block.body.is_empty()) {
            _ if grid.sort(row, column) == Sort::Number => Row::Body,
            (_, true) if block.head.is_empty() && heads_a_column => Row::Head,
            (true, _) => Row::Section,
            (false, _) => Row::Title,
        }
    }
}

fn roles_in(grid: &Grid, row: usize) -> usize {
    grid.filled(row).iter().filter(|column| grid.label(row, **column).is_some_and(|label| label.role.is_some())).count()
}
