//! One sheet: everything a person fills in for one track and stage, as texts exactly as typed.

use std::rc::Rc;

use super::entry::Entry;
use super::typed::Typed;
use super::unit::AmountUnit;
use engine::address::{Address, Column, Part, Side};
use engine::figures::YEARS;
use engine::ids::{FigureId, IndicatorId, Table};
use engine::number::NumberKind;
use engine::ruleset::TrackRules;

/// More lines than a ranked tally has on paper, whether they are added, pasted, opened or set by the host page. A longer one is refused
/// as a whole: a part of it would be a wrong figure.
pub const MOST_LINES: usize = 500;

/// Everything a person fills in for one track and stage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// The applicant's name.
    pub applicant: Rc<str>,
    /// The field by its Chinese name; empty while none is chosen.
    pub field: Rc<str>,
    /// The year of the last entry of every series.
    pub last_year: Typed,
    /// The same of the baseline, where an application is the baseline.
    pub baseline_last_year: Typed,
    /// The answers to the eligibility items.
    pub eligibility: Vec<Option<bool>>,
    /// The figures, in the order in which the track declares them.
    pub figures: Table<FigureId, Rc<Entry>>,
    /// The same figures at the baseline.
    pub baseline: Table<FigureId, Rc<Entry>>,
    /// Where each figure comes from and how it is counted, in the person's words.
    pub sources: Table<FigureId, Rc<str>>,
    /// The person's notes, one an indicator.
    pub notes: Table<IndicatorId, Rc<str>>,
    /// What a person said is right, however odd it looks: the places and the texts that stood there.
    confirmed: Vec<(Address, Rc<str>)>,
    /// What amounts are in where no unit was typed. Changed only by [`Sheet::read_amounts_in`].
    unit: AmountUnit,
    /// The scores that the person brings.
    pub scores: Scores,
}

/// The scores of the person's own mock review, out of 100, as typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scores {
    /// 基本情况
    pub basics: Typed,
    /// 创建工作方案
    pub workplan: Typed,
    /// One an indicator; only a batch that gives points asks for them.
    pub indicators: Table<IndicatorId, Typed>,
}

/// Which of the scores.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scored {
    /// 基本情况
    Basics,
    /// 创建工作方案
    Workplan,
    /// An indicator.
    Indicator(IndicatorId),
}

impl Scored {
    /// The scores that a ruleset asks for: those of its indicators that give points in the place of that of the basics.
    pub fn asked(track: &TrackRules) -> Vec<Scored> {
        let with_points = track.indicators.with_ids().filter(|(_, one)| one.points.is_some());
        let mut asked: Vec<Scored> = with_points.map(|(id, _)| Scored::Indicator(id)).collect();
        if asked.is_empty() {
            asked.push(Scored::Basics);
        }
        asked.push(Scored::Workplan);
        asked
    }
}

impl Sheet {
    /// A sheet on which nothing is filled in.
    pub fn blank(track: &TrackRules) -> Sheet {
        let figures: Table<_, _> = track.figures.iter().map(|figure| Rc::new(Entry::blank(&figure.form))).collect();
        let score = || Typed::blank(NumberKind::Score);
        Sheet {
            applicant: "".into(),
            field: "".into(),
            last_year: Typed::blank(NumberKind::Year),
            baseline_last_year: Typed::blank(NumberKind::Year),
            eligibility: vec![None; track.eligibility.len()],
            baseline: figures.clone(),
            figures,
            sources: track.figures.iter().map(|_| "".into()).collect(),
            notes: track.indicators.iter().map(|_| "".into()).collect(),
            confirmed: Vec::new(),
            unit: AmountUnit::default(),
            scores: Scores {
                basics: score(),
                workplan: score(),
                indicators: track.indicators.iter().map(|_| score()).collect(),
            },
        }
    }

    /// What amounts are in where no unit was typed.
    pub fn unit(&self) -> AmountUnit {
        self.unit
    }

    /// Reads amounts without a unit in another one. Nothing typed changes.
    pub fn read_amounts_in(&mut self, unit: AmountUnit) {
        if self.unit == unit {
            return;
        }
        self.unit = unit;
        // The same text is another amount now.
        self.confirmed.clear();
        for entry in self.figures.entries_mut().iter_mut().chain(self.baseline.entries_mut()) {
            if !entry.amounts().is_empty() {
                Rc::make_mut(entry).amounts_mut().iter_mut().for_each(|amount| amount.read_in(unit));
            }
        }
    }

    /// Takes the person at their word that what stands at these places is right, until it changes.
    pub fn confirm(&mut self, places: &[Address]) {
        self.confirmed.retain(|(at, _)| !places.contains(at));
        let said = places.iter().filter_map(|at| Some((*at, Rc::clone(self.text(*at)?))));
        let said: Vec<_> = said.collect();
        self.confirmed.extend(said);
    }

    /// Whether a person said that what stands at a place is right.
    pub fn is_confirmed(&self, place: Address) -> bool {
        self.confirmed.iter().any(|(at, text)| *at == place && self.text(place) == Some(text))
    }

    /// The entries of a side.
    pub fn side(&self, side: Side) -> &Table<FigureId, Rc<Entry>> {
        match side {
            Side::Now => &self.figures,
            Side::Baseline => &self.baseline,
        }
    }

    /// The entry of a figure, to be changed.
    pub fn entry_mut(&mut self, side: Side, figure: FigureId) -> &mut Entry {
        let entries = match side {
            Side::Now => &mut self.figures,
            Side::Baseline => &mut self.baseline,
        };
        Rc::make_mut(&mut entries[figure])
    }

    /// Whether anything is set as a target on it: the first years are those of the submission that it starts from.
    pub fn has_targets(&self) -> bool {
        let said = |typed: &Typed| !typed.is_blank();
        let set = |entry: &Rc<Entry>| match &**entry {
            Entry::Single(typed) => said(typed),
            Entry::Listed(years) => years.iter().skip(usize::from(years.len() == YEARS)).any(said),
            Entry::Kinds { none, counts } => *none || counts.iter().any(said),
            Entry::Lines { none, lines } => *none || !lines.is_empty(),
            Entry::Roster(list) => !list.items().is_empty(),
        };
        let Scores { basics, workplan, indicators } = &self.scores;
        self.figures.iter().any(set)
            || self.sources.iter().any(|source| !source.trim().is_empty())
            || self.notes.iter().any(|note| !note.trim().is_empty())
            || indicators.iter().chain([basics, workplan]).any(said)
    }

    /// Types a score.
    pub fn write_score(&mut self, which: Scored, text: Rc<str>) {
        let score = match which {
            Scored::Basics => &mut self.scores.basics,
            Scored::Workplan => &mut self.scores.workplan,
            Scored::Indicator(indicator) => &mut self.scores.indicators[indicator],
        };
        score.write(text, self.unit);
    }

    /// The text at an address where something is typed.
    pub fn text(&self, address: Address) -> Option<&Rc<str>> {
        match (&*self.side(address.side)[address.figure], address.part) {
            (Entry::Lines { lines, .. }, Part::Line(line, Column::Kind)) => lines.get(line).map(|line| &line.kind),
            (entry, part) => entry.typed(part).map(Typed::text),
        }
    }

    /// Puts a text where a person typed it.
    pub fn write(&mut self, address: Address, text: Rc<str>) {
        let unit = self.unit;
        let entry = self.entry_mut(address.side, address.figure);
        match (&mut *entry, address.part) {
            (Entry::Lines { lines, .. }, Part::Line(line, Column::Kind)) => {
                if let Some(line) = lines.get_mut(line) {
                    line.kind = text;
                }
            }
            (entry, part) => {
                if let Some(typed) = entry.typed_mut(part) {
                    typed.write(text, unit);
                }
            }
        }
    }
}
