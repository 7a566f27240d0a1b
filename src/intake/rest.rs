//! What nobody has accounted for, and the order of all that is left out.

use crate::desk::Desk;
use crate::grid::Sort;
use crate::layout::{Block, Column, Row};
use crate::order::in_order;
use crate::reading::{At, Code, Unused};
use crate::words::plain;

impl Desk<'_> {
    /// Accounts for rows that are no body.
    pub fn leave_what_is_no_body(&mut self) {
        for (row, what) in self.layout.rows.iter().enumerate() {
            let code = match what {
                Row::Blank | Row::Body => continue,
                Row::Hidden => Code::Hidden,
                Row::Title | Row::Section => Code::Title,
                Row::Head | Row::Numbering | Row::UnitLine => Code::Header,
                Row::Note => Code::Note,
            };
            self.leave_row(row, code);
        }
    }

    /// Names every column of a block that is none of values, and every cell that nobody has accounted for.
    pub fn leave_the_rest(&mut self) {
        let layout = self.layout;
        for block in &layout.blocks {
            for (column, what) in block.columns.iter().enumerate() {
                match what {
                    Column::Serial => self.leave_rest_of_column(block, column, Code::SerialNumber),
                    Column::Years => self.leave_rest_of_column(block, column, Code::Header),
                    Column::Unit | Column::Words | Column::Values | Column::Beside => {}
                }
            }
            for (row, _) in &block.body {
                for column in 0..block.columns.len() {
                    self.leave_rest((*row, column), block.columns[column]);
                }
            }
        }
        self.put_in_order();
    }

    /// Sorts what is left out from the top.
    pub fn put_in_order(&mut self) {
        let key = |(place, unused): (usize, &Unused)| ([unused.from.0, unused.from.1, unused.to.0, unused.to.1], place);
        let mut sorted: Vec<Unused> = Vec::new();
        for place in in_order(self.unused.iter().enumerate().map(key).collect()) {
            let next = &self.unused[place];
            match sorted.last_mut() {
                // What stands side by side and is left out for the same reason is named once.
                Some(before)
                    if next.code == before.code
                        && [next.from.0, next.to.0, before.to.0] == [before.from.0; 3]
                        && next.from.1 == before.to.1 + 1 =>
                {
                    before.to = next.to;
                }
                _ => sorted.push(next.clone()),
            }
        }
        self.unused = sorted;
    }

    /// Leaves out the cells of a column that nobody has accounted for, in runs.
    fn leave_rest_of_column(&mut self, block: &Block, column: usize, code: Code) {
        let mut run: Option<(usize, usize)> = None;
        for (row, _) in &block.body {
            let open = self.grid.sort(*row, column) != Sort::Blank && !self.is_accounted((*row, column));
            run = match (run, open) {
                (Some((from, last)), true) if last + 1 == *row => Some((from, *row)),
                (before, _) => {
                    if let Some((from, to)) = before {
                        self.leave((from, column), (to, column), None, code);
                    }
                    open.then_some((*row, *row))
                }
            };
        }
        if let Some((from, to)) = run {
            self.leave((from, column), (to, column), None, code);
        }
    }

    fn leave_rest(&mut self, cell: At, what: Column) {
        let text = self.grid.text(cell.0, cell.1);
        let has_digit = plain(text).contains(|c: char| c.is_ascii_digit());
        let words = self.grid.sort(cell.0, cell.1) == Sort::Words;
        let named = self.grid.label(cell.0, cell.1).is_some_and(|label| label.named.is_some() || label.year.is_some());
        match what {
            _ if text.is_empty() || self.is_accounted(cell) => {}
            Column::Beside => {}
            Column::Words if words && (!has_digit || named) => {
                if has_digit {
                    self.leave_cell(cell, Code::Header);
                }
            }
            Column::Words => self.leave_cell(cell, Code::Remark),
            Column::Unit if !has_digit => {}
            _ => self.leave_cell(cell, Code::NoNumber),
        }
    }
}
