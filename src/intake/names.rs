//! The names by which tables call the figures and kinds of a track.

use std::collections::BTreeMap;

use engine::ids::{FigureId, KindId};
use engine::measure::Form;
use engine::ruleset::TrackRules;

use crate::words::{BEFORE, BEHIND, plain, without_enumeration};

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
    names: BTreeMap<String, Named>,
}

impl Names {
    /// The titles and aliases of a track's figures and kinds, and of indicators that several figures make up (融资额).
    pub fn of(track: &TrackRules) -> Names {
        let mut names = Names { names: BTreeMap::new() };
        for (figure, rule) in track.figures.with_ids() {
            names.add(Target::Figure(figure), [&rule.title.zh, &rule.title.en].into_iter().chain(&rule.aliases));
            for (kind, rule) in rule.form.kinds().with_ids() {
                names
                    .add(Target::Kind(figure, kind), [&rule.title.zh, &rule.title.en].into_iter().chain(&rule.aliases));
            }
        }
        for indicator in &track.indicators {
            let sums = indicator.measures.iter().filter_map(|measure| match &measure.form {
                Form::Mean(mean) if mean.of.len() > 1 => Some(&mean.of),
                _ => None,
            });
            for figure in sums.flatten() {
                names.add(Target::Figure(*figure), [&indicator.title.zh, &indicator.title.en].into_iter());
            }
        }
        names
    }

    fn add<'a>(&mut self, target: Target, texts: impl Iterator<Item = &'a String>) {
        for (distance, text) in texts.enumerate() {
            let text = plain(text);
            let named = self.names.entry(without_enumeration(&text).to_owned()).or_default();
            if !named.targets.contains(&target) {
                named.targets.push(target);
                named.distance = named.distance.max(distance);
            }
        }
    }

    /// The names that stand for several things, with all of them.
    pub fn ambiguous(&self) -> impl Iterator<Item = (&str, &[Target])> {
        let several = self.names.iter().filter(|(_, named)| named.targets.len() > 1);
        several.map(|(name, named)| (name.as_str(), &*named.targets))
    }

    /// What a plain text names: as it stands, or without the words that may stand before and behind any name.
    pub fn find(&self, text: &str) -> Named {
        self.without_words(text, 0).unwrap_or_default()
    }

    fn without_words(&self, text: &str, taken: usize) -> Option<Named> {
        if let Some(named) = self.names.get(text) {
            return Some(Named { distance: named.distance + 100 * taken, ..named.clone() });
        }
        if taken > 3 || text.is_empty() || text.len() > 120 {
            return None;
        }
        let shorter = BEHIND.iter().filter_map(|word| text.strip_suffix(word));
        let shorter = shorter.chain(BEFORE.iter().filter_map(|word| text.strip_prefix(word)));
        shorter.filter(|rest| !rest.is_empty()).filter_map(|rest| self.without_words(rest, taken + 1)).next()
    }
}
