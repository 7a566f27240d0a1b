//! One sheet of raw texts, exactly as typed. Numbers are derived beside them and never put in their place: that is what keeps
//! Chinese input methods, carets and half-typed numbers whole.

use std::rc::Rc;

use super::address::{Address, Column, Part, Side};
use super::unit::AmountUnit;
use engine::figures::YEARS;
use engine::ruleset::{FigureForm, TrackRules};

/// Everything a person fills in for one track and stage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// The applicant's name.
    pub applicant: Rc<str>,
    /// The field by its Chinese name; empty while none is chosen.
    pub field: Rc<str>,
    /// The answers to the eligibility items.
    pub eligibility: Vec<Option<bool>>,
    /// The figures, in the order in which the track declares them.
    pub figures: Vec<Rc<Entry>>,
    /// The same figures at the baseline.
    pub baseline: Vec<Rc<Entry>>,
    /// The person's notes, one an indicator.
    pub notes: Vec<Rc<str>>,
    /// What amounts are in where no unit was typed.
    pub unit: AmountUnit,
    /// The scores that the person brings.
    pub scores: Scores,
}

/// The scores of the person's own mock review, out of 100, as typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scores {
    /// 基本情况
    pub basics: Rc<str>,
    /// 创建工作方案
    pub workplan: Rc<str>,
    /// One an indicator; only a batch that gives points asks for them.
    pub indicators: Vec<Rc<str>>,
}

/// Which of the scores.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scored {
    /// 基本情况
    Basics,
    /// 创建工作方案
    Workplan,
    /// An indicator, by its index in the track.
    Indicator(usize),
}

/// The raw texts of one figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Entry {
    /// An amount or a count.
    Single(Rc<str>),
    /// The years of a series, or of rates.
    Listed(Vec<Rc<str>>),
    /// A tally with one count for each kind.
    Kinds {
        /// The person says that there is none at all.
        none: bool,
        /// The counts, in the order of the kinds.
        counts: Vec<Rc<str>>,
    },
    /// A tally of lines, each with a rank.
    Lines {
        /// The person says that there is none at all.
        none: bool,
        /// The lines.
        lines: Vec<Line>,
    },
}

/// One line of a ranked tally.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Tells it from its siblings for as long as it lives, wherever it moves.
    pub key: u32,
    /// The kind's id; empty while none is chosen.
    pub kind: Rc<str>,
    /// How many.
    pub count: Rc<str>,
    /// The unit's rank; empty for the lead unit.
    pub rank: Rc<str>,
}

impl Line {
    /// Whether anything is filled in on it.
    pub fn says_something(&self) -> bool {
        [&self.kind, &self.count, &self.rank].into_iter().any(|text| !text.trim().is_empty())
    }
}

impl Sheet {
    /// A sheet on which nothing is filled in.
    pub fn blank(track: &TrackRules) -> Sheet {
        let figures: Vec<_> = track.figures.iter().map(|figure| Rc::new(Entry::blank(&figure.form))).collect();
        Sheet {
            applicant: "".into(),
            field: "".into(),
            eligibility: vec![None; track.eligibility.len()],
            baseline: figures.clone(),
            figures,
            notes: vec!["".into(); track.indicators.len()],
            unit: AmountUnit::default(),
            scores: Scores {
                basics: "".into(),
                workplan: "".into(),
                indicators: vec!["".into(); track.indicators.len()],
            },
        }
    }

    /// The entries of a side.
    pub fn side(&self, side: Side) -> &[Rc<Entry>] {
        match side {
            Side::Now => &self.figures,
            Side::Baseline => &self.baseline,
        }
    }

    /// The entry of a figure, to be changed.
    pub fn entry_mut(&mut self, side: Side, figure: usize) -> &mut Entry {
        let entries = match side {
            Side::Now => &mut self.figures,
            Side::Baseline => &mut self.baseline,
        };
        Rc::make_mut(&mut entries[figure])
    }

    /// Whether anything is set as a target on it: the first years are those of the submission that it starts from.
    pub fn has_targets(&self) -> bool {
        let said = |text: &Rc<str>| !text.trim().is_empty();
        let set = |entry: &Rc<Entry>| match &**entry {
            Entry::Single(text) => said(text),
            Entry::Listed(texts) => texts.iter().skip(usize::from(texts.len() == YEARS)).any(said),
            Entry::Kinds { none, counts } => *none || counts.iter().any(said),
            Entry::Lines { none, lines } => *none || !lines.is_empty(),
        };
        let Scores { basics, workplan, indicators } = &self.scores;
        let texts = self.notes.iter().chain(indicators).chain([basics, workplan]);
        self.figures.iter().any(set) || texts.into_iter().any(said)
    }

    /// A score, to be changed.
    pub fn score_mut(&mut self, which: Scored) -> &mut Rc<str> {
        match which {
            Scored::Basics => &mut self.scores.basics,
            Scored::Workplan => &mut self.scores.workplan,
            Scored::Indicator(index) => &mut self.scores.indicators[index],
        }
    }

    /// The text at a place where something is typed.
    pub fn text(&self, address: Address) -> Option<&Rc<str>> {
        match (&*self.side(address.side)[address.figure], address.part) {
            (Entry::Single(text), Part::Whole) => Some(text),
            (Entry::Listed(texts), Part::Entry(index)) => texts.get(index),
            (Entry::Kinds { counts, .. }, Part::Kind(index)) => counts.get(index),
            (Entry::Lines { lines, .. }, Part::Line(index, column)) => {
                let line = lines.get(index)?;
                Some(match column {
                    Column::Kind => &line.kind,
                    Column::Count => &line.count,
                    Column::Rank => &line.rank,
                })
            }
            _ => None,
        }
    }

    /// Puts a text where a person typed it.
    pub fn write(&mut self, address: Address, text: Rc<str>) {
        if let Some(index) = self.entry_mut(address.side, address.figure).text_mut(address.part) {
            *index = text;
        }
    }
}

impl Entry {
    /// An entry of this form with nothing in it.
    pub fn blank(form: &FigureForm) -> Entry {
        match form {
            FigureForm::Amount { .. } | FigureForm::Count { .. } => Entry::Single("".into()),
            FigureForm::Series { .. } => Entry::Listed(vec!["".into(); YEARS]),
            FigureForm::Rates => Entry::Listed(vec!["".into(); YEARS - 1]),
            FigureForm::Tally { ranked: true, .. } => Entry::Lines { none: false, lines: Vec::new() },
            FigureForm::Tally { kinds, .. } => Entry::Kinds { none: false, counts: vec!["".into(); kinds.len()] },
        }
    }

    fn text_mut(&mut self, part: Part) -> Option<&mut Rc<str>> {
        match (self, part) {
            (Entry::Single(text), Part::Whole) => Some(text),
            (Entry::Listed(texts), Part::Entry(index)) => texts.get_mut(index),
            (Entry::Kinds { counts, .. }, Part::Kind(index)) => counts.get_mut(index),
            (Entry::Lines { lines, .. }, Part::Line(index, column)) => {
                let line = lines.get_mut(index)?;
                Some(match column {
                    Column::Kind => &mut line.kind,
                    Column::Count => &mut line.count,
                    Column::Rank => &mut line.rank,
                })
            }
            _ => None,
        }
    }

    /// Its texts that say what an amount is: all of a single figure or of a series.
    pub fn amounts(&self) -> &[Rc<str>] {
        match self {
            Entry::Single(text) => std::slice::from_ref(text),
            Entry::Listed(texts) => texts,
            Entry::Kinds { .. } | Entry::Lines { .. } => &[],
        }
    }

    /// The same, to be changed.
    pub fn amounts_mut(&mut self) -> &mut [Rc<str>] {
        match self {
            Entry::Single(text) => std::slice::from_mut(text),
            Entry::Listed(texts) => texts,
            Entry::Kinds { .. } | Entry::Lines { .. } => &mut [],
        }
    }

    /// Takes the person at their word that there is none at all, or back from it. What was typed is kept.
    pub fn declare_none(&mut self, yes: bool) {
        if let Entry::Kinds { none, .. } | Entry::Lines { none, .. } = self {
            *none = yes;
        }
    }

    /// Adds an empty line.
    pub fn add_line(&mut self) {
        if let Entry::Lines { none, lines } = self {
            let key = lines.iter().map(|line| line.key + 1).max().unwrap_or(0);
            lines.push(Line { key, kind: "".into(), count: "".into(), rank: "".into() });
            *none = false;
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
