//! The columns of a block: what stands above each of them, and what they are.

use crate::context::Along;
use crate::grid::{Grid, Sort};
use crate::heads::goes_on;
use crate::label::Label;
use crate::layout::{Block, Column};
use crate::order::all_differ;
use crate::reading::At;
use crate::title::Title;
use crate::unit::Unit;
use crate::words::{Role, plain};

impl Block {
    /// A block that goes on under the same head, with other units or at another time.
    pub fn under_the_same_head(&self, units: Vec<Unit>, title: Option<Title>, is_unit_unclear: bool) -> Block {
        Block {
            head: self.head.clone(),
            is_unit_unclear: is_unit_unclear || (units.is_empty() && self.is_unit_unclear),
            units: if units.is_empty() { self.units.clone() } else { units },
            title: title.or(self.title),
            is_head_unread: self.is_head_unread,
            ..Block::default()
        }
    }

    /// Finds what every column is.
    pub fn look_at_columns(&mut self, grid: &Grid) {
        self.heads = self.stacks(grid);
        let numbers = self.columns_of_numbers(grid);
        for column in 0..grid.width {
            let what = if self.is_inside(column) { self.column(grid, column, numbers) } else { Column::Beside };
            self.columns.push(what);
        }
        if let Some(code) = self.codes(grid) {
            self.columns[code] = Column::Serial;
        }
        let serial =
            (0..grid.width).find(|column| self.body.iter().any(|(row, _)| grid.sort(*row, *column) != Sort::Blank));
        if let Some(first) = serial.filter(|first| self.counts_rows(grid, *first)) {
            self.columns[first] = Column::Serial;
        }
    }

    /// Whether a column is one of its own.
    pub fn is_inside(&self, column: usize) -> bool {
        self.window.is_none_or(|(start, end)| (start..end).contains(&column))
    }

    /// What stands above each column. A head that reaches over several columns is said of each that has a head of its own.
    fn stacks(&self, grid: &Grid) -> Vec<Vec<At>> {
        let mut stacks = vec![Vec::new(); grid.width];
        for (index, head) in self.head.iter().enumerate() {
            let mut nearest = None;
            for (column, stack) in stacks.iter_mut().enumerate() {
                let is_own = grid.sort(*head, column) != Sort::Blank;
                if is_own {
                    nearest = Some((*head, column));
                }
                let reaches = self.head[index + 1..].iter().any(|lower| grid.sort(*lower, column) != Sort::Blank);
                stack.extend(nearest.filter(|_| is_own || reaches));
            }
        }
        stacks
    }

    /// The first column with a number in it, and the first with one that is no year.
    fn columns_of_numbers(&self, grid: &Grid) -> (Option<usize>, Option<usize>) {
        let has = |holds: &dyn Fn(usize, usize) -> bool| {
            (0..grid.width).find(|column| {
                self.body.iter().any(|(row, _)| grid.sort(*row, *column) == Sort::Number && holds(*row, *column))
            })
        };
        (has(&|_, _| true), has(&|row, column| !grid.is_year(row, column)))
    }

    /// The unit in the head of a column of names: 指标（万元）.
    pub fn unit_of_names(&self, grid: &Grid) -> Option<Unit> {
        let names = (0..self.columns.len()).filter(|column| self.columns[*column] == Column::Words);
        names.flat_map(|column| self.labels(grid, column)).find_map(|label| label.unit)
    }

    /// Whether a column of this block is meant.
    pub fn is_along(&self, column: usize, along: Along) -> bool {
        matches!(along, Along::Column(own, row) if own == column && (self.head.contains(&row) || self.has_row(row)))
    }

    /// The columns that are one of these.
    pub fn columns_of(&self, wanted: Column) -> Vec<usize> {
        let mut columns = Vec::new();
        for (column, what) in self.columns.iter().enumerate() {
            if *what == wanted {
                columns.push(column);
            }
        }
        columns
    }

    /// Whether a row is one of its body.
    pub fn has_row(&self, row: usize) -> bool {
        self.body.binary_search_by_key(&row, |(body, _)| *body).is_ok()
    }

    /// The role of a column by its heads, the nearest first.
    fn role(&self, grid: &Grid, column: usize) -> Option<Role> {
        self.labels(grid, column).rev().find_map(|label| label.role)
    }

    /// What the heads of a column say, from the top.
    pub fn labels<'a>(&self, grid: &'a Grid, column: usize) -> impl DoubleEndedIterator<Item = &'a Label> {
        self.heads[column].iter().filter_map(|(row, column)| grid.label(*row, *column))
    }

    fn column(&self, grid: &Grid, column: usize, numbers_at: (Option<usize>, Option<usize>)) -> Column {
        let cells = || self.body.iter().map(|(row, _)| *row).filter(|row| grid.sort(*row, column) != Sort::Blank);
        let words = cells().filter(|row| grid.sort(*row, column) == Sort::Words).count();
        let units = || {
            cells().all(|row| {
                Unit::named(&plain(grid.text(row, column))).is_some() || grid.sort(row, column) == Sort::NotAvailable
            })
        };
        let all_units = words > 0 && units();
        match self.role(grid, column) {
            Some(Role::Serial) => return Column::Serial,
            Some(Role::Unit) if all_units => return Column::Unit,
            // 年份 above 2023年 and 2024年 is the head of their numbers.
            Some(Role::Years)
                if self.labels(grid, column).all(|label| label.year.is_none())
                    && cells().any(|row| grid.label(row, column).is_some_and(|label| label.year.is_some())) =>
            {
                return Column::Years;
            }
            Some(Role::Name | Role::Unit) if words > 0 => return Column::Words,
            _ => {}
        }
        let names_values = self.labels(grid, column).any(|label| label.named.is_some() || label.year.is_some());
        let numbers = cells().filter(|row| grid.sort(*row, column) == Sort::Number).count();
        if all_units && !names_values {
            return Column::Unit;
        }
        let years = cells().filter(|row| grid.is_year(*row, column)).count();
        // 发布年份 is what a standard has, and no year of the row.
        let may_be_years = !names_values && self.labels(grid, column).all(|label| !label.is_unknown);
        if years > 0 && years == cells().count() && may_be_years && self.is_years(grid, column, years, numbers_at) {
            return Column::Years;
        }
        // 优质企业 above 高新技术企业 and 小巨人 is the head of names.
        let names = || cells().any(|row| grid.label(row, column).is_some_and(|label| label.named.is_some()));
        let holds_names = !names_values || (numbers == 0 && names());
        if words > numbers && holds_names && !self.is_of_values(grid, column) { Column::Words } else { Column::Values }
    }

    /// Whether the head says that numbers stand below it.
    fn is_of_values(&self, grid: &Grid, column: usize) -> bool {
        matches!(
            self.role(grid, column),
            Some(Role::Count | Role::Rank | Role::Change | Role::Weight | Role::Remark | Role::Plan | Role::Total)
        )
    }

    /// Whether a column in which every cell may be a year tells the years of the rows: each says another, or is spelt as one.
    fn is_years(
        &self,
        grid: &Grid,
        column: usize,
        years: usize,
        (first, no_year): (Option<usize>, Option<usize>),
    ) -> bool {
        let rows = || self.body.iter().map(|(row, _)| *row).filter(|row| grid.is_year(*row, column));
        let spelt = rows().any(|row| grid.sort(row, column) == Sort::Words);
        let named = |other: usize| self.labels(grid, other).any(|label| label.named.is_some());
        let (beside, before) =
            (no_year.is_some() || (column + 1..grid.width).any(named), first.is_none_or(|first| first >= column));
        let differ = || years > 1 && all_differ(rows().map(|row| grid.text(row, column)));
        spelt || (beside && before && (!self.head.is_empty() || differ()))
    }

    /// The first column of numbers, where it numbers the rows without a head, as 行次 does, and numbers enough stand behind it.
    fn codes(&self, grid: &Grid) -> Option<usize> {
        const LEAST: usize = 3;
        let values = self.columns_of(Column::Values);
        let &first = values.first().filter(|_| values.len() >= LEAST && self.head.is_empty() && self.body.len() > 1)?;
        let mut last = None;
        let follows = self.body.iter().all(|(row, _)| goes_on(&mut last, grid.text(*row, first)));
        (follows && !grid.is_year(self.body[0].0, first)).then_some(first)
    }

    /// Whether a column without a head counts the rows, with words beside it.
    fn counts_rows(&self, grid: &Grid, column: usize) -> bool {
        if !self.heads[column].is_empty() || self.columns.get(column + 1) != Some(&Column::Words) {
            return false;
        }
        let mut last = Some(0);
        for (row, _) in &self.body {
            let text = grid.text(*row, column).trim_end_matches(['.', '、']);
            if grid.sort(*row, column) != Sort::Blank && !goes_on(&mut last, text) {
                return false;
            }
        }
        true
    }
}
