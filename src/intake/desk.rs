//! What is being read: which cells have been accounted for, and what has to be asked.

use crate::claims::Claim;
use crate::context::{Along, Answer, Context};
use crate::grid::{Grid, Sort};
use crate::layout::{Block, Column, Layout};
use crate::names::Target;
use crate::reading::{Asked, At, Choice, Code, Question, Unused, around};
use crate::words::Role;

/// The state of a reading.
pub struct Desk<'a> {
    /// The table.
    pub grid: &'a Grid<'a>,
    /// How it is laid out.
    pub layout: &'a Layout,
    /// What is known beside it.
    pub context: &'a Context<'a>,
    /// What is left out.
    pub unused: Vec<Unused>,
    /// What has to be asked.
    pub questions: Vec<Question>,
    /// The columns of the table that is being read, where there are others beside it.
    pub window: Option<(usize, usize)>,
    /// The latest year of rows that do not count until it is answered which of them do: none before it is the last.
    pub asked_year: Option<u16>,
    accounted: Vec<Vec<bool>>,
}

impl<'a> Desk<'a> {
    /// A table before anything is read of it.
    pub fn new(grid: &'a Grid<'a>, layout: &'a Layout, context: &'a Context<'a>) -> Desk<'a> {
        let accounted = vec![vec![false; grid.width]; grid.height()];
        Desk {
            grid,
            layout,
            context,
            unused: Vec::new(),
            questions: Vec::new(),
            window: None,
            asked_year: None,
            accounted,
        }
    }

    /// Asks something.
    pub fn ask(&mut self, question: Question) {
        self.questions.push(question);
    }

    /// Asks which of several figures or kinds a cell's row, or its column, is. Nothing is written meanwhile.
    pub fn ask_which(&mut self, cell: At, targets: &[Target], by_row: bool) {
        let choice = |target: &Target| match target {
            Target::Figure(figure) => Choice::Figure(*figure),
            Target::Kind(figure, kind) => Choice::Kind(*figure, *kind),
        };
        let choices: Vec<Choice> = targets.iter().map(choice).collect();
        self.leave_cell(cell, Code::NoNumber);
        let cells = if by_row { self.row_range(cell.0) } else { (cell, cell) };
        let asked = self.questions.last_mut().filter(|last| {
            last.choices == choices
                && last.cells.is_some_and(|(from, _)| if by_row { from.0 == cell.0 } else { from.1 == cell.1 })
        });
        match asked {
            Some(last) => last.cells = last.cells.map(|(from, to)| (from, to.max(cells.1))),
            None => self.ask(Question {
                code: Asked::WhichFigure,
                paths: Vec::new(),
                cells: Some(cells),
                choices,
                chosen: None,
            }),
        }
    }

    /// Asks something, together with what was asked last if it is the same question about the next row.
    pub fn ask_once(&mut self, question: Question) {
        let cells = |choice: &Choice| if let Choice::Cells(from, to) = choice { Some((*from, *to)) } else { None };
        let columns = |question: &Question| -> Vec<_> {
            question.choices.iter().map(|choice| cells(choice).map(|(from, to)| (from.1, to.1))).collect()
        };
        let by_column = question.code == Asked::WhichColumn;
        let same = self.questions.last_mut().filter(|last| {
            last.code == question.code
                && last.chosen == question.chosen
                && if by_column { columns(last) == columns(&question) } else { last.choices == question.choices }
        });
        let Some(last) = same else { return self.questions.push(question) };
        last.paths.extend(question.paths);
        last.cells = last.cells.zip(question.cells).map(|(one, other)| around(one, other));
        for (old, new) in last.choices.iter_mut().zip(&question.choices) {
            if let (Choice::Cells(_, to), Some((_, end))) = (old, cells(new)) {
                *to = end.max(*to);
            }
        }
    }

    /// Accounts for a cell.
    pub fn use_cell(&mut self, (row, column): At) {
        if let Some(cell) = self.accounted.get_mut(row).and_then(|row| row.get_mut(column)) {
            *cell = true;
        }
    }

    /// Leaves out a cell.
    pub fn leave_cell(&mut self, cell: At, code: Code) {
        let code = match self.grid.sort(cell.0, cell.1) {
            _ if self.grid.is_hidden(cell.0, cell.1) => Code::Hidden,
            Sort::NotAvailable => Code::NotAvailable,
            Sort::Error => Code::ErrorValue,
            _ => code,
        };
        if !self.is_accounted(cell) {
            self.leave(cell, cell, None, code);
        }
    }

    /// Leaves out the cells of claims.
    pub fn leave_claims(&mut self, claims: &[&Claim], code: Code) {
        for claim in claims {
            self.leave_cell(claim.cell, code);
        }
    }

    /// Leaves out a cell that was to be used.
    pub fn leave_used(&mut self, (row, column): At, code: Code) {
        if let Some(cell) = self.accounted.get_mut(row).and_then(|row| row.get_mut(column)) {
            *cell = false;
        }
        self.leave_cell((row, column), code);
    }

    /// Leaves out a row from its first cell to its last.
    pub fn leave_row(&mut self, row: usize, code: Code) {
        let (from, to) = self.row_range(row);
        let along = if self.window.is_none() { Some(Along::Row(row)) } else { None };
        self.leave(from, to, along, code);
    }

    /// Leaves out a row of our own template, without the cell that says which it is.
    pub fn leave_marked_row(&mut self, row: usize, mark: usize, code: Code) {
        let (from, to) = self.row_range(row);
        let from = if from.1 == mark { (row, (mark + 1).min(to.1)) } else { from };
        self.leave(from, to, Some(Along::Row(row)), code);
    }

    /// Leaves out the cells of a column in a block.
    pub fn leave_column(&mut self, block: &Block, column: usize, code: Code) {
        let (from, to) = self.range(block, column);
        self.leave(from, to, Some(Along::Column(column, from.0)), code);
    }

    /// The cells of a column in a block, from the first to the last that says something.
    pub fn range(&self, block: &Block, column: usize) -> (At, At) {
        let says = |(row, _): &&(usize, Option<usize>)| self.grid.sort(*row, column) != Sort::Blank;
        let first = block.body.iter().find(says).map_or(0, |(row, _)| *row);
        let last = block.body.iter().rfind(says).map_or(first, |(row, _)| *row);
        ((first, column), (last, column))
    }

    /// Whether anything stands in a column of a block.
    pub fn says_something(&self, block: &Block, column: usize) -> bool {
        block.body.iter().any(|(row, _)| self.grid.sort(*row, column) != Sort::Blank)
    }

    /// Whether a person chose this row among several that say the same.
    pub fn is_chosen(&self, row: usize) -> bool {
        let chosen = |answer: &Answer| matches!(answer, Answer::Cells(from, to) if from.0 == row && to.0 == row);
        self.context.answers.iter().any(chosen)
    }

    /// The total below a row of a block, if the block has one.
    pub fn total_below(&self, row: usize) -> Option<(At, At)> {
        let block = self.block_of(row)?;
        let below = block.body.partition_point(|(body, _)| *body <= row);
        let total = block.body[below..].iter().find(|(row, _)| self.grid.has_role(*row, Role::Total));
        total.map(|(row, _)| self.row_range(*row))
    }

    /// The block in whose body a row is.
    pub fn block_of(&self, row: usize) -> Option<&'a Block> {
        let ends_before = |block: &Block| block.body.last().is_none_or(|(last, _)| *last < row);
        self.layout.blocks.get(self.layout.blocks.partition_point(ends_before))
    }

    /// The columns of a block that a person chose.
    pub fn answered_columns(&self, block: &Block) -> Vec<usize> {
        let mut chosen = Vec::new();
        for answer in &self.context.answers {
            match answer {
                Answer::Cells(from, to) if from.1 == to.1 && block.has_row(from.0) => chosen.push(from.1),
                _ => {}
            }
        }
        chosen
    }

    /// The column of the words that name a row.
    pub fn name_column(&self, block: &Block, row: usize) -> Option<usize> {
        let words =
            |column: &usize| block.columns[*column] == Column::Words && self.grid.sort(row, *column) != Sort::Blank;
        let named = |column: &usize| self.grid.label(row, *column).is_some_and(|label| label.named.is_some());
        let columns = || (0..block.columns.len()).filter(words);
        columns().find(named).or_else(|| columns().next())
    }

    /// The cells of a row, from the first that says something to the last.
    pub fn row_range(&self, row: usize) -> (At, At) {
        let (start, end) = self.window.unwrap_or((0, self.grid.width));
        let says = |column: &&usize| (start..end).contains(*column) && !self.grid.text(row, **column).is_empty();
        let filled = self.grid.filled(row);
        let first = filled.iter().find(says).map_or(0, |column| *column);
        ((row, first), (row, filled.iter().rfind(says).map_or(first, |column| *column)))
    }

    /// Leaves out cells, of a row or column as a whole where that is said.
    pub fn leave(&mut self, from: At, to: At, along: Option<Along>, code: Code) {
        for row in from.0..=to.0 {
            if let Some(cells) = self.accounted.get_mut(row).and_then(|row| row.get_mut(from.1..=to.1)) {
                cells.fill(true);
            }
        }
        self.unused.push(Unused { from, to, text: self.known_by(from, to).to_owned(), along, code, times: 1 });
    }

    /// A row is known by its words, and a column by what stands first in it.
    fn known_by(&self, from: At, to: At) -> &'a str {
        let grid: &'a Grid = self.grid;
        let mut first = "";
        for row in from.0..=to.0 {
            for column in from.1..=to.1 {
                let text = if grid.sort(row, column) == Sort::Blank { "" } else { grid.text(row, column) };
                let decides = from.0 != to.0 || grid.sort(row, column) == Sort::Words;
                if !text.is_empty() && decides {
                    return text;
                }
                first = if first.is_empty() { text } else { first };
            }
        }
        first
    }

    /// Whether a cell has been accounted for.
    pub fn is_accounted(&self, (row, column): At) -> bool {
        self.accounted.get(row).and_then(|row| row.get(column)).copied().unwrap_or(true)
    }
}
