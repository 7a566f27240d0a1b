//! The names by which tables call the figures and kinds of a track.

use engine::ids::{FigureId, KindId};
use engine::measure::Form;
use engine::ruleset::{FigureForm, TrackRules};
use engine::text::Text;

use crate::order::Numbered;
use crate::words::{
    BEFORE, BEHIND, BEHIND_AMOUNTS, BEHIND_COUNTS, OTHER_THINGS, Words, any, plain, without_enumeration,
};

/// What a row or column may be about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Target {
    /// A figure.
    Figure(FigureId),
    /// A kind of a tally.
    Kind(FigureId, KindId),
}

impl Target {
    /// The figure, or the one that the kind belongs to.
    pub fn figure(self) -> FigureId {
        match self {
            Target::Figure(figure) | Target::Kind(figure, _) => figure,
        }
    }
}

/// What a text names, and how well it fits.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Named {
    /// Everything that the name may mean.
    pub targets: Vec<Target>,
    /// How far the name is from the title: 0 for the title itself.
    pub distance: usize,
    /// The number of the title or alias that was found, by which [`Names::alias`] knows it.
    pub alias: usize,
}

impl Named {
    /// Whether it names anything.
    pub fn is_some(&self) -> bool {
        !self.targets.is_empty()
    }
}

/// All names of a track.
#[derive(Debug)]
pub struct Names {
    texts: Numbered,
    named: Vec<Named>,
    /// The figures that are counted, and not amounts or rates.
    counted: Vec<FigureId>,
}

impl Names {
    /// The titles and aliases of a track's figures and kinds, and of indicators that several figures make up (融资额).
    pub fn of(track: &TrackRules) -> Names {
        let mut names = Names { texts: Numbered::default(), named: Vec::new(), counted: Vec::new() };
        for (figure, rule) in track.figures.with_ids() {
            if matches!(rule.form, FigureForm::Tally { .. } | FigureForm::Count { .. }) {
                names.counted.push(figure);
            }
            names.add(Target::Figure(figure), &rule.title, &rule.aliases);
            for (kind, rule) in rule.form.kinds().with_ids() {
                names.add(Target::Kind(figure, kind), &rule.title, &rule.aliases);
            }
        }
        for indicator in &track.indicators {
            for measure in &indicator.measures {
                let Form::Mean(mean) = &measure.form else { continue };
                for figure in mean.of.iter().filter(|_| mean.of.len() > 1) {
                    names.add(Target::Figure(*figure), &indicator.title, &[]);
                }
            }
        }
        names
    }

    fn add(&mut self, target: Target, title: &Text, aliases: &[String]) {
        self.add_one(target, 0, &title.zh);
        self.add_one(target, 1, &title.en);
        for (index, alias) in aliases.iter().enumerate() {
            // What goes beyond another alias says more, and is no farther from what is asked: 主导产业营业收入 and 营业收入.
            let goes_beyond = |other: &String| alias.ends_with(other.as_str()) || alias.starts_with(other.as_str());
            let shorter = aliases.iter().take(index).position(goes_beyond);
            self.add_one(target, 2 + shorter.unwrap_or(index), alias);
        }
    }

    /// A title or alias as it is compared.
    pub fn alias(&self, number: usize) -> String {
        self.texts.texts().find(|(_, own)| *own == number).map_or("", |(text, _)| text).to_owned()
    }

    fn add_one(&mut self, target: Target, distance: usize, text: &str) {
        let number = self.texts.number(without_enumeration(&plain(text)));
        self.named.resize_with(self.texts.len(), Named::default);
        let named = &mut self.named[number];
        named.alias = number;
        if !named.targets.contains(&target) {
            named.targets.push(target);
            named.distance = named.distance.max(distance);
        }
    }

    /// The names that stand for several things, with all of them.
    pub fn ambiguous(&self) -> impl Iterator<Item = (&str, &[Target])> {
        let targets = self.texts.texts().map(|(name, number)| (name, &*self.named[number].targets));
        targets.filter(|(_, targets)| targets.len() > 1)
    }

    /// What a plain text names: as it stands, or without the words that may stand before and behind any name.
    pub fn find(&self, text: &str) -> Named {
        if any(OTHER_THINGS, &|other| text.ends_with(other)) {
            return Named::default();
        }
        self.without_words(text, 0).unwrap_or_default()
    }

    fn without_words(&self, text: &str, taken: usize) -> Option<Named> {
        if let Some(number) = self.texts.find(text) {
            let named = &self.named[number];
            return Some(Named { distance: named.distance + 100 * taken, ..named.clone() });
        }
        if taken > 3 || text.is_empty() || text.len() > 120 {
            return None;
        }
        let shorter = |rest: Option<&str>| self.without_words(rest.filter(|rest| !rest.is_empty())?, taken + 1);
        let behind = |words| Words(words).find_map(|word| shorter(text.strip_suffix(word)));
        let of = |named: Option<Named>, are_counted: bool| {
            named.filter(|named| named.targets.iter().all(|target| self.is_counted(*target) == are_counted))
        };
        behind(BEHIND)
            .or_else(|| of(behind(BEHIND_COUNTS), true))
            .or_else(|| of(behind(BEHIND_AMOUNTS), false))
            .or_else(|| Words(BEFORE).find_map(|word| shorter(text.strip_prefix(word))))
    }

    fn is_counted(&self, target: Target) -> bool {
        self.counted.contains(&target.figure())
    }
}
