//! What is said of a row or a column as a whole.

use engine::ids::FigureId;

use crate::context::{Along, Answer, Context};
use crate::grid::{Grid, Sort};
use crate::label::Label;
use crate::layout::{Block, Column};
use crate::names::{Named, Target};
use crate::reading::{At, Because};
use crate::totals::is_mean;
use crate::unit::Unit;
use crate::words::{Role, is_part_of_above, plain};
use crate::year::Year;

/// What the words of a row, or the heads of a column, come to.
#[derive(Clone, Debug, Default)]
pub struct Axis {
    /// The figures and kinds named.
    pub targets: Vec<Target>,
    /// How far the name is from the title.
    pub distance: usize,
    /// The number of the title or alias.
    pub alias: usize,
    /// The year.
    pub year: Option<Year>,
    /// The unit, and where it stands.
    pub unit: Option<(Unit, Because)>,
    /// A second unit that contradicts it.
    pub other_unit: Option<Unit>,
    /// What its cells are, where nothing is named.
    pub role: Option<Role>,
    /// Whether something is said that nobody knows.
    pub is_unknown: bool,
    /// Whether it is a part of what stands above.
    pub is_part: bool,
    /// The row or column that it is a part of.
    pub part_of: Option<Along>,
    /// Whether it is a part that nobody knows of what is named above it: 营业收入 over 其中:出口.
    pub is_of_part: bool,
    /// Why it is named so.
    pub because: Option<Because>,
    /// The words.
    pub text: String,
}

impl Axis {
    fn hear(&mut self, label: &Label) {
        if label.named.is_some() {
            self.distance = self.distance.max(label.named.distance);
            self.alias = label.named.alias;
            self.add(&label.named.targets);
        }
        if label.named.is_some() || !label.is_unknown {
            self.year = self.year.or(label.year);
        }
        self.role = self.role.or(label.role);
        self.is_unknown |= label.is_unknown;
    }

    /// What two words name together: 国家级 and 二等奖.
    fn hear_together(&mut self, grid: &Grid, block: &Block, row: usize) {
        const LONGEST: usize = 12;
        let words = |column: &usize| {
            block.columns[*column] == Column::Words && grid.text(row, *column).chars().count() <= LONGEST
        };
        let columns: Vec<usize> = (0..block.columns.len()).filter(words).take(8).collect();
        for (index, first) in columns.iter().enumerate() {
            for second in &columns[index + 1..] {
                let texts = [grid.text(row, *first), grid.text(row, *second)];
                let named =
                    if texts.contains(&"") { Named::default() } else { grid.names.find(&plain(&texts.concat())) };
                if named.is_some() {
                    self.distance = named.distance;
                    self.alias = named.alias;
                    self.targets = named.targets;
                    return;
                }
            }
        }
    }

    fn say(&mut self, text: &str) {
        if !self.text.is_empty() {
            self.text.push(' ');
        }
        self.text.push_str(text.trim());
    }

    /// A figure together with one of its kinds is the kind; what was pasted at a figure is about it, if it can be.
    fn narrow(&mut self, pasted_at: Option<FigureId>) {
        let all = self.targets.clone();
        let has_kind = |figure| all.iter().any(|target| matches!(target, Target::Kind(of, _) if *of == figure));
        let has_figure = |figure| all.contains(&Target::Figure(figure));
        let figures = all.iter().any(|target| matches!(target, Target::Figure(_)));
        let is_about = |target: &Target| match *target {
            Target::Figure(figure) => !has_kind(figure),
            Target::Kind(figure, _) => !figures || has_figure(figure),
        };
        self.keep(&is_about);
        if let Some(pasted_at) = pasted_at
            && self.targets.iter().any(|target| target.figure() == pasted_at)
        {
            self.keep(&|target| target.figure() == pasted_at);
        }
        if !self.targets.is_empty() {
            self.role = None;
        }
    }

    fn keep(&mut self, is_about: &dyn Fn(&Target) -> bool) {
        self.targets.retain(is_about);
    }

    /// Adds what is not there yet.
    fn add(&mut self, targets: &[Target]) {
        for target in targets {
            if !self.targets.contains(target) {
                self.targets.push(*target);
            }
        }
    }
}

/// What the words of every row of a block come to.
pub fn of_rows(grid: &Grid, block: &Block, context: &Context) -> Vec<Axis> {
    let mut rows = Vec::with_capacity(block.body.len());
    for (row, section) in &block.body {
        rows.push(of_row(grid, block, *row, *section, context));
    }
    rows
}

/// What the heads of every column of a block come to.
pub fn of_columns(grid: &Grid, block: &Block, context: &Context) -> Vec<Axis> {
    let mut columns = Vec::with_capacity(grid.width);
    for column in 0..grid.width {
        columns.push(of_column(grid, block, column, context));
    }
    columns
}

/// What the words of a row come to, with what its section says.
fn of_row(grid: &Grid, block: &Block, row: usize, section: Option<usize>, context: &Context) -> Axis {
    let (mut axis, mut aside) = (Axis::default(), None);
    for (column, what) in block.columns.iter().enumerate() {
        let Some(label) = grid.label(row, column).filter(|_| grid.sort(row, column) != Sort::Blank) else { continue };
        match what {
            Column::Words => {
                axis.hear(label);
                // The date of a patent is no year of its row.
                if !label.named.is_some() && block.labels(grid, column).any(|head| head.is_unknown) {
                    axis.year = None;
                }
                aside = aside.or(label.role.filter(|_| sets_aside(grid, block, (row, column))));
                axis.is_part |= is_part_of_above(grid.text(row, column));
                axis.say(grid.text(row, column));
                let unit = label.unit.map(|unit| (unit, Because::UnitName));
                let other = label.other_unit.or(unit.and(axis.unit).map(|(unit, _)| unit));
                axis.other_unit = axis.other_unit.or(other);
                axis.unit = unit.or(axis.unit);
            }
            Column::Years if label.year.is_some() => axis.year = label.year,
            // 合计 below the years.
            Column::Years => axis.hear(label),
            Column::Unit => {
                let unit = Unit::named(&plain(grid.text(row, column))).map(|unit| (unit, Because::UnitColumn));
                match (axis.unit, unit) {
                    (Some((name, _)), Some((column, _))) if name != column => axis.other_unit = Some(column),
                    (None, unit) => axis.unit = unit,
                    _ => {}
                }
            }
            Column::Serial | Column::Values => {}
        }
    }
    if axis.targets.is_empty() {
        axis.hear_together(grid, block, row);
    }
    if !axis.targets.is_empty() {
        axis.because = Some(Because::RowName);
        axis.is_unknown = false;
    }
    if let Some(section) = section {
        hear_section(&mut axis, grid, block, section);
    }
    for answer in &context.answers {
        match answer {
            Answer::Is(along, target) if *along == Along::Row(row) => answer_with(&mut axis, *target),
            Answer::Unit(along, unit) if *along == Along::Row(row) => axis.unit = Some((*unit, Because::Answer)),
            _ => {}
        }
    }
    axis.narrow(context.at.map(|at| at.figure));
    axis.role = axis.role.or(aside);
    axis
}

/// Whether a word beside a name says that its row holds no values of it: 营业收入 and 同比 in a long table. Remarks may say anything.
fn sets_aside(grid: &Grid, block: &Block, (row, column): At) -> bool {
    const LONGEST: usize = 6;
    let is_role =
        |label: &Label| matches!(label.role, Some(Role::Change | Role::Weight | Role::Plan | Role::OtherCount));
    grid.label(row, column).is_some_and(is_role)
        && grid.text(row, column).chars().count() <= LONGEST
        && block.labels(grid, column).all(|head| head.role != Some(Role::Remark))
}

/// What a section says is said of a row that says no figure of its own, or says which of its kinds.
fn hear_section(axis: &mut Axis, grid: &Grid, block: &Block, section: usize) {
    // What a title above the head says of time is said of the block.
    let is_title = block.head.first().is_some_and(|head| section < *head);
    for &column in grid.filled(section) {
        let Some(label) = grid.label(section, column) else { continue };
        axis.year = axis.year.or(label.year.filter(|_| !is_title));
        axis.unit = axis.unit.or(label.unit.map(|unit| (unit, Because::UnitHeader)));
        let fits = axis.targets.is_empty()
            || label.named.targets.iter().any(|own| axis.targets.iter().any(|target| target.figure() == own.figure()));
        if label.named.is_some()
            && fits
            && !axis.is_unknown
            && axis.role.is_none_or(|role| matches!(role, Role::Value | Role::Count | Role::Rank | Role::Name))
        {
            if axis.targets.is_empty() {
                axis.because = Some(Because::SectionName);
                axis.say(grid.text(section, column));
            }
            axis.add(&label.named.targets);
        }
    }
}

/// What the heads of a column come to.
fn of_column(grid: &Grid, block: &Block, column: usize, context: &Context) -> Axis {
    let mut axis = Axis::default();
    let heads: Vec<&Label> = block.labels(grid, column).collect();
    for label in heads.iter().rev() {
        axis.hear(label);
        axis.other_unit = axis.other_unit.or(label.other_unit);
        axis.unit = axis.unit.or(label.unit.map(|unit| (unit, Because::UnitHeader)));
    }
    // 本期 below 2023年度 is that year, and below 2025年1-6月 none.
    if let Some(Year::Back(back)) = axis.year {
        axis.year = heads.iter().rev().fold(axis.year, |year, label| match label.year {
            Some(Year::Of(above)) if year == axis.year => above.checked_sub(u16::from(back)).map(Year::Of),
            Some(Year::Other) => Some(Year::Other),
            _ => year,
        });
    }
    for head in &block.head {
        if grid.sort(*head, column) != Sort::Blank {
            axis.say(grid.text(*head, column));
        }
    }
    let named = heads.iter().rev().find(|label| label.named.is_some());
    axis.is_unknown &= named.is_none();
    let below = block.heads[column]
        .iter()
        .rev()
        .take_while(|at| grid.label(at.0, at.1).is_some_and(|label| !label.named.is_some()));
    let unknown_below = below.into_iter().any(|at| grid.label(at.0, at.1).is_some_and(|label| label.is_unknown));
    let last = block.heads[column].last();
    axis.is_part = last.is_some_and(|at| is_part_of_above(grid.text(at.0, at.1)));
    axis.is_of_part = unknown_below && (named.is_some() || (axis.is_part && axis.year.is_some()));
    // A year and what it is called may stand on one another: 2023年 over 合计 is the year's.
    let is_year = matches!(axis.year, Some(Year::Of(_) | Year::Back(_) | Year::Nth(_)));
    if axis.role == Some(Role::Total)
        && is_year
        && !is_mean(&axis.text)
        && heads.iter().any(|label| label.role == Some(Role::Total) && label.year.is_some())
    {
        axis.role = Some(Role::Value);
    }
    axis.unit = axis.unit.or(block.unit_of_names(grid).map(|unit| (unit, Because::UnitHeader)));
    let role = heads.iter().rev().find_map(|label| label.role);
    if named.is_some() {
        axis.because = Some(Because::ColumnName);
        // Under a name stands what its cells are: 营业收入 over 同比.
        let role = role.filter(|role| !matches!(role, Role::Value | Role::Name));
        axis.narrow(context.at.map(|at| at.figure));
        axis.role = role;
    }
    for answer in &context.answers {
        match answer {
            Answer::Is(along, target) if block.is_along(column, *along) => answer_with(&mut axis, *target),
            Answer::Unit(along, unit) if block.is_along(column, *along) => axis.unit = Some((*unit, Because::Answer)),
            _ => {}
        }
    }
    axis
}

fn answer_with(axis: &mut Axis, target: Target) {
    axis.targets = vec![target];
    axis.because = Some(Because::Answer);
    axis.role = None;
    axis.is_unknown = false;
    axis.is_part = false;
}
