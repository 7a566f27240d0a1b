//! The names by which tables call the figures and kinds of a track.

use engine::ids::{FigureId, KindId};
use engine::measure::Form;
use engine::ruleset::{FigureForm, TrackRules};
use engine::text::Text;

use crate::order::Numbered;
use crate::words::{BEFORE, BEHIND, COUNTS, SCOPES, Words, is_one_of, plain, without_enumeration};

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
    texts: Numbered,
    named: Vec<Named>,
    /// The figures that are amounts.
    amounts: Vec<FigureId>,
    /// What the titles of figures begin with: 主导产业.
    scopes: Vec<(FigureId, &'static str)>,
}

impl Names {
    /// The titles and aliases of a track's figures and kinds, and of indicators that several figures make up (融资额).
    pub fn of(track: &TrackRules) -> Names {
        let mut names =
            Names { texts: Numbered::default(), named: Vec::new(), amounts: Vec::new(), scopes: Vec::new() };
        for (figure, rule) in track.figures.with_ids() {
            if matches!(rule.form, FigureForm::Series { .. } | FigureForm::Amount { .. }) {
                names.amounts.push(figure);
            }
            names
                .scopes
                .extend(Words(SCOPES).find(|scope| rule.title.zh.starts_with(scope)).map(|scope| (figure, scope)));
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
        let scope = Words(SCOPES).find(|scope| title.zh.starts_with(scope));
        for (index, alias) in aliases.iter().enumerate() {
            // What says the scope of the title is nearer than what may be of everything.
            let is_in_scope = scope.is_some_and(|scope| alias.starts_with(scope));
            self.add_one(target, if is_in_scope { 1 } else { 2 + index }, alias);
        }
    }

    fn add_one(&mut self, target: Target, distance: usize, text: &str) {
        let number = self.texts.number(without_enumeration(&plain(text)));
        self.named.resize_with(self.texts.len(), Named::default);
        let named = &mut self.named[number];
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
        let behind = Words(BEHIND).find_map(|word| {
            let named = shorter(text.strip_suffix(word))?;
            if is_one_of(COUNTS, word) { self.of_counts(named) } else { Some(named) }
        });
        behind.or_else(|| {
            Words(BEFORE).find_map(|word| {
                let named = shorter(text.strip_prefix(word))?;
                let is_in_scope = |target: &Target| self.scopes.contains(&(target.figure(), word));
                // 主导产业营业收入 is nearer to the title than 营业收入, which may be of everything.
                let distance = if named.targets.iter().all(is_in_scope) { 1 } else { named.distance };
                Some(Named { distance, ..named })
            })
        })
    }

    /// 技术合同项数 is no amount.
    fn of_counts(&self, mut named: Named) -> Option<Named> {
        named.targets.retain(|target| !self.amounts.contains(&target.figure()));
        named.is_some().then_some(named)
    }
}
