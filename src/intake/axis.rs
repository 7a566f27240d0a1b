//! What is said of a row or a column as a whole: `rows.rs` and `columns.rs` say by what.

use engine::ids::FigureId;

use crate::context::Along;
use crate::grid::Grid;
use crate::label::Label;
use crate::layout::{Block, Column};
use crate::names::{Named, Target};
use crate::reading::Because;
use crate::unit::Unit;
use crate::words::{Role, plain};
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
    /// Whether it names kinds together with the other axis: 国家级 beside 二等奖.
    pub is_half: bool,
    /// The rank of all that it counts: 排名第2.
    pub rank: Option<String>,
    /// Whether something is said that nobody knows.
    pub is_unknown: bool,
    /// Whether it is a part of what stands above.
    pub is_part: bool,
    /// The row or column that it is a part of.
    pub part_of: Option<Along>,
    /// Whether it is a part that nobody knows of what is named above it: 营业收入 over 其中:出口.
    pub is_of_part: bool,
    /// Whether it is that part of a whole which the plan asks for: 其中:主导产业.
    pub is_scope: bool,
    /// Why it is named so.
    pub because: Option<Because>,
    /// The words.
    pub text: String,
}

impl Axis {
    /// Hears what a label says.
    pub fn hear(&mut self, label: &Label) {
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
    pub fn hear_together(&mut self, grid: &Grid, block: &Block, row: usize) {
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

    /// Says a text behind those that were said.
    pub fn say(&mut self, text: &str) {
        if !self.text.is_empty() {
            self.text.push(' ');
        }
        self.text.push_str(text.trim());
    }

    /// A figure together with one of its kinds is the kind; what was pasted at a figure is about it, if it can be.
    pub fn narrow(&mut self, pasted_at: Option<FigureId>) {
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
    pub fn add(&mut self, targets: &[Target]) {
        for target in targets {
            if !self.targets.contains(target) {
                self.targets.push(*target);
            }
        }
    }
}

/// Says what a person has answered.
pub fn answer_with(axis: &mut Axis, target: Target) {
    axis.targets = vec![target];
    axis.because = Some(Because::Answer);
    axis.role = None;
    axis.is_unknown = false;
    axis.is_part = false;
}
