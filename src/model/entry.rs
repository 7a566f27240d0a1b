//! What a person fills in for one figure, as texts exactly as typed.

use std::rc::Rc;

use super::list::List;
use super::typed::Typed;
use engine::address::{Column, Part};
use engine::figures::{RATES, YEARS};
use engine::ids::{KindId, Table};
use engine::number::NumberKind;
use engine::ruleset::FigureForm;

/// The raw texts of one figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Entry {
    /// An amount or a count.
    Single(Typed),
    /// The years of a series, or of rates.
    Listed(Vec<Typed>),
    /// A tally with one count for each kind.
    Kinds {
        /// The person says that there is none at all.
        none: bool,
        /// The counts, in the order of the kinds.
        counts: Table<KindId, Typed>,
    },
    /// A tally of lines, each with a rank.
    Lines {
        /// The person says that there is none at all.
        none: bool,
        /// The lines.
        lines: Vec<Line>,
    },
    /// A tally as its list.
    Roster(Rc<List>),
}

/// One line of a ranked tally.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Tells it from its siblings for as long as it lives, wherever it moves.
    pub key: u32,
    /// The kind's id; empty while none is chosen.
    pub kind: Rc<str>,
    /// How many.
    pub count: Typed,
    /// The unit's rank; empty for the lead unit.
    pub rank: Typed,
}

impl Line {
    /// A line with nothing on it.
    pub fn blank(key: u32) -> Line {
        Line { key, kind: "".into(), count: Typed::blank(NumberKind::Count), rank: Typed::blank(NumberKind::Rank) }
    }

    /// Whether anything is filled in on it.
    pub fn says_something(&self) -> bool {
        !(self.kind.trim().is_empty() && self.count.is_blank() && self.rank.is_blank())
    }
}

impl Entry {
    /// An entry of this form with nothing in it.
    pub fn blank(form: &FigureForm) -> Entry {
        let field = || Typed::blank(form.number_kind());
        match form {
            FigureForm::Amount { .. } | FigureForm::Count { .. } => Entry::Single(field()),
            FigureForm::Series { .. } => Entry::Listed(vec![field(); YEARS]),
            FigureForm::Rates => Entry::Listed(vec![field(); RATES]),
            FigureForm::Tally { ranked: true, .. } => Entry::Lines { none: false, lines: Vec::new() },
            FigureForm::Tally { kinds, .. } => {
                Entry::Kinds { none: false, counts: kinds.iter().map(|_| field()).collect() }
            }
        }
    }

    /// What is typed at a part of it; none where it has no such part, and for the kind of a line, which is chosen.
    pub fn typed(&self, part: Part) -> Option<&Typed> {
        match (self, part) {
            (Entry::Single(typed), Part::Whole) => Some(typed),
            (Entry::Listed(years), Part::Entry(index)) => years.get(index),
            (Entry::Kinds { counts, .. }, Part::Kind(kind)) => Some(&counts[kind]),
            (Entry::Lines { lines, .. }, Part::Line(line, column)) => match column {
                Column::Kind => None,
                Column::Count => lines.get(line).map(|line| &line.count),
                Column::Rank => lines.get(line).map(|line| &line.rank),
            },
            _ => None,
        }
    }

    /// The same, to be changed.
    pub(super) fn typed_mut(&mut self, part: Part) -> Option<&mut Typed> {
        match (self, part) {
            (Entry::Single(typed), Part::Whole) => Some(typed),
            (Entry::Listed(years), Part::Entry(index)) => years.get_mut(index),
            (Entry::Kinds { counts, .. }, Part::Kind(kind)) => Some(&mut counts[kind]),
            (Entry::Lines { lines, .. }, Part::Line(line, column)) => match column {
                Column::Kind => None,
                Column::Count => lines.get_mut(line).map(|line| &mut line.count),
                Column::Rank => lines.get_mut(line).map(|line| &mut line.rank),
            },
            _ => None,
        }
    }

    /// What is typed in a single figure or in a series, an amount or not.
    pub fn amounts(&self) -> &[Typed] {
        match self {
            Entry::Single(typed) => std::slice::from_ref(typed),
            Entry::Listed(years) => years,
            Entry::Kinds { .. } | Entry::Lines { .. } | Entry::Roster(_) => &[],
        }
    }

    /// The same, to be changed.
    pub fn amounts_mut(&mut self) -> &mut [Typed] {
        match self {
            Entry::Single(typed) => std::slice::from_mut(typed),
            Entry::Listed(years) => years,
            Entry::Kinds { .. } | Entry::Lines { .. } | Entry::Roster(_) => &mut [],
        }
    }

    /// Takes the person at their word that there is none at all, or back from it. What was typed is kept.
    pub fn declare_none(&mut self, yes: bool) {
        if let Entry::Kinds { none, .. } | Entry::Lines { none, .. } = self {
            *none = yes;
        }
    }

    /// Has so many lines: empty ones are added, the last ones taken away.
    pub fn set_lines(&mut self, count: usize) {
        if let Entry::Lines { none, lines } = self {
            let key = lines.iter().map(|line| line.key + 1).max().unwrap_or(0);
            let more = count.saturating_sub(lines.len());
            lines.truncate(count);
            lines.extend((key..).take(more).map(Line::blank));
            *none &= more == 0;
        }
    }

    /// Takes a line away.
    pub fn remove_line(&mut self, index: usize) {
        if let Entry::Lines { lines, .. } = self
            && index < lines.len()
        {
            lines.remove(index);
        }
    }
}
