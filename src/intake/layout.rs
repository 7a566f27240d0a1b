//! How a table is laid out: which rows are heads, which columns say what. A value to be looked at, before anything is read.

use crate::context::Along;
use crate::grid::{Grid, Sort};
use crate::label::Label;
use crate::order::all_differ;
use crate::reading::At;
use crate::unit::Unit;
use crate::unit_lines::{is_unit_line, units_of_row};
use crate::words::{Role, any, is_note, is_one_of, plain};

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
        for row in 0..grid.height() {
            let what = layout.row(grid, row, &block);
            if matches!(what, Row::UnitLine | Row::Title | Row::Note) {
                let (units, is_unclear) = units_of_row(grid, row);
                let contradicts =
                    what == Row::Note && !units.is_empty() && !block.units.is_empty() && block.units != units;
                block.is_unit_unclear |= is_unclear || contradicts;
                if units.is_empty() || (what == Row::Note && !block.units.is_empty()) {
                } else if block.body.is_empty() || what == Row::Note {
                    block.units = units;
                } else {
                    // Other units from here on, under the same head unless another follows.
                    let head = block.head.clone();
                    layout.close(core::mem::replace(&mut block, Block { head, units, ..Block::default() }), grid);
                    is_inherited = true;
                }
            }
            match what {
                Row::Head => {
                    if core::mem::take(&mut is_inherited) && block.body.is_empty() {
                        block.head.clear();
                    }
                    if !block.body.is_empty() || block.head.len() >= MOST_HEADS {
                        layout.close(core::mem::take(&mut block), grid);
                        section = None;
                    }
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
        if !block.body.is_empty() {
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

fn is_note_row(grid: &Grid, row: usize, first: usize, filled: usize) -> bool {
    let text = grid.text(row, first);
    let bare = plain(text);
    let signs = any("填表 制表 审核 填报 编制单位 联系 法定代表人 主管会计", &|word| {
        bare.starts_with(word)
    });
    grid.sort(row, first) == Sort::Words && is_note(text) && (filled == 1 || signs || bare.as_bytes().contains(&b':'))
}

/// 甲 乙 1 2 3 under a head.
fn is_numbering(grid: &Grid, row: usize, filled: &[usize]) -> bool {
    const LETTERS: &str = "甲 乙 丙 丁 戊 栏次 a b c";
    let (mut letters, mut last) = (0, None);
    for column in filled {
        let text = grid.text(row, *column);
        if grid.sort(row, *column) == Sort::Words {
            if !is_one_of(LETTERS, &plain(text)) {
                return false;
            }
            letters += 1;
        } else if !goes_on(&mut last, text) {
            return false;
        }
    }
    letters > 0 && last.is_some()
}

/// Whether a number is the one after the last, if there is a last.
fn goes_on(last: &mut Option<usize>, text: &str) -> bool {
    let Ok(number) = text.parse::<usize>() else { return false };
    last.replace(number).is_none_or(|last| last + 1 == number)
}

/// Whether the bare years of a row are a head: each another year, and something below them.
fn run_of_years(grid: &Grid, row: usize, filled: &[usize], below_a_head: bool) -> bool {
    let years = || filled.iter().filter(|column| grid.is_year(row, **column)).map(|column| grid.text(row, *column));
    let bare = filled.iter().all(|column| grid.sort(row, *column) == Sort::Number);
    // Under 营业收入 and 研发投入 the same years stand once each.
    let several = years().next().is_some_and(|first| years().any(|year| year != first));
    let differ = !bare || (below_a_head && several) || all_differ(years());
    differ && grid.last_number.is_some_and(|last| last > row)
}

impl Block {
    fn look_at_columns(&mut self, grid: &Grid) {
        self.heads = self.stacks(grid);
        let numbers = self.columns_of_numbers(grid);
        for column in 0..grid.width {
            self.columns.push(self.column(grid, column, numbers));
        }
        let serial =
            (0..grid.width).find(|column| self.body.iter().any(|(row, _)| grid.sort(*row, *column) != Sort::Blank));
        if let Some(first) = serial.filter(|first| self.counts_rows(grid, *first)) {
            self.columns[first] = Column::Serial;
        }
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
            Some(Role::Years) if self.labels(grid, column).all(|label| label.year.is_none()) => return Column::Years,
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
        let (beside, before) = (no_year.is_some(), first.is_none_or(|first| first >= column));
        let differ = || years > 1 && all_differ(rows().map(|row| grid.text(row, column)));
        spelt || (beside && before && (!self.head.is_empty() || differ()))
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
