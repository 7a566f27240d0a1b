//! What is said of a finding: what is computed, what is asked of it, and how far it is. The page and the document say the same.

use super::change::{change, movement};
use super::comparison::{distance, measured, reached, requirement, threshold_steps};
use super::naming::{rate_years, years};
use super::needs::needs_in_words;
use crate::number::formula::{equation, has_blank};
use crate::number::{percent, value};
use crate::texts::{Words, words};
use engine::address::Side;
use engine::explain::ExplainedIndicator;
use engine::ids::{IndicatorId, MeasureId};
use engine::known::State;
use engine::measure::Term;
use engine::outcome::Outcome;
use engine::ruleset::{Certainty, MeasureUnit, Rule, Stage, TrackRules};
use engine::text::Lang;
use model::period::Period;

/// What a finding is told by.
#[derive(Clone, Copy)]
pub struct Basis<'a> {
    /// The rules of the track.
    pub rules: &'a TrackRules,
    /// The stage whose criteria the figures are held against.
    pub stage: Stage,
    /// The calendar years of the series, as far as they are known.
    pub period: Period,
    /// The language.
    pub lang: Lang,
}

/// What is said of a measure.
pub struct MeasureSaid {
    /// Its title.
    pub title: String,
    /// Its share of the indicator's points; empty if it is the only one.
    pub share: String,
    /// Its value, or why there is none.
    pub value: String,
    /// Whether there is one.
    pub is_known: bool,
    /// Its formula in words.
    pub formula: String,
    /// The formula with the numbers in.
    pub now: Working,
    /// The same at the baseline.
    pub baseline: Option<Working>,
    /// From there to here, where no criterion says so.
    pub movement: Option<String>,
    /// What a blank in a formula stands for.
    pub blank: Option<&'static str>,
    /// How sure it is what is to be computed, where there is something to say.
    pub sureness: Option<Sureness>,
    /// The criterion that is about it, by its index in the stage.
    pub asked: Option<usize>,
}

/// A formula with numbers in.
pub struct Working {
    /// What it is, with the unit of its amounts.
    pub label: String,
    /// The years of the numbers, with a colon; empty where they are not known.
    pub years: String,
    /// The formula and what it comes to.
    pub equation: String,
}

/// How sure a rule is.
pub struct Sureness {
    /// How sure.
    pub certainty: Certainty,
    /// What was read into it.
    pub note: Option<String>,
}

/// What is said of a criterion.
pub struct CriterionSaid {
    /// What is asked; none where the text asks for nothing that could be named.
    pub requirement: Option<String>,
    /// Its outcome, where the indicator does not say it already.
    pub outcome: Option<Outcome>,
    /// How a threshold comes about that is computed: the years of its numbers, with a colon where they are known, and the formula.
    pub steps: Option<[String; 2]>,
    /// What is compared with the threshold, where it is not the measure itself.
    pub change: Option<String>,
    /// How far it is.
    pub distance: Option<String>,
    /// How much of the threshold is reached.
    pub reached: Option<String>,
    /// The ways to close the distance.
    pub needs: Vec<String>,
    /// The sentence of the plan, where no criterion before has the same.
    pub quote: Option<String>,
    /// Where it stands.
    pub source: String,
    /// How sure it is.
    pub sureness: Sureness,
}

impl Basis<'_> {
    /// What is said of a measure of an indicator.
    pub fn measure(&self, at: IndicatorId, id: MeasureId, finding: &ExplainedIndicator) -> MeasureSaid {
        let words = words(self.lang);
        let indicator = &self.rules.indicators[at];
        let (measure, working) = (&indicator.measures[id], &finding.measures[id]);
        let criteria = indicator.criteria(self.stage);
        let about_it = criteria.iter().position(|criterion| criterion.measure == Some(id));
        let asked = about_it.map(|index| (&finding.criteria[index].rule, &finding.criteria[index].finding));
        let reading = measured(working, measure.unit, asked, words);
        let shown = match (&reading, working.now.state) {
            (Some(reading), _) => reading.text.clone(),
            (None, State::NotComputable) => words.cannot_divide.to_owned(),
            (None, State::Unstated) => words.weight_needed.to_owned(),
            (None, State::Refused) => words.value_refused.to_owned(),
            (None, State::Missing | State::Known) => words.value_waits.to_owned(),
        };
        let years = |side| with_colon(years(&measure.form, side, self.rules, self.period, words), words);
        let baseline = working.baseline.as_ref().map(|worked| {
            let reading = worked.value.map(|known| value(known, measure.unit, words));
            Working {
                label: (words.at_baseline)(self.stage).to_owned(),
                years: years(Side::Baseline),
                equation: equation(&worked.terms, reading.as_ref(), words),
            }
        });
        let held_against = asked.is_some_and(|(rule, _)| !matches!(rule, Rule::AtLeast(_) | Rule::Unstated));
        let blank =
            has_blank(&working.now.terms) || working.baseline.as_ref().is_some_and(|worked| has_blank(&worked.terms));
        let means = if working.now.state == State::Unstated { words.blank_weight } else { words.blank_box };
        let note = measure.note.as_ref().map(|note| note.get(self.lang).to_owned());
        let is_told = measure.certainty != Certainty::Stated || note.is_some();
        MeasureSaid {
            title: measure.title.get(self.lang).to_owned(),
            share: measure.share.map(|share| (words.shares_points)(&percent(share.into()).text)).unwrap_or_default(),
            value: shown,
            is_known: reading.is_some(),
            formula: measure.formula.at(self.stage).get(self.lang).to_owned(),
            now: Working {
                label: numbers_label(&working.now.terms, words),
                years: years(Side::Now),
                equation: equation(&working.now.terms, reading.as_ref(), words),
            },
            baseline,
            movement: movement(working, measure.unit, words).filter(|_| !held_against),
            blank: blank.then_some(means),
            sureness: is_told.then_some(Sureness { certainty: measure.certainty, note }),
            asked: about_it,
        }
    }

    /// What is said of a criterion of an indicator, by its index in the stage.
    pub fn criterion(&self, at: IndicatorId, index: usize, finding: &ExplainedIndicator) -> CriterionSaid {
        let words = words(self.lang);
        let indicator = &self.rules.indicators[at];
        let criteria = indicator.criteria(self.stage);
        let (asked, found) = (&criteria[index], &finding.criteria[index]);
        let unit = self.unit(at, index);
        let (exact, rule) = (&found.finding, &found.rule);
        let working = asked.measure.map(|measure| &finding.measures[measure]);
        let said_before =
            criteria[..index].iter().any(|other| (&other.quote, &other.note) == (&asked.quote, &asked.note));
        // What was read into the plan says nothing of a number that stands in the batch's notice.
        let silent = said_before || found.certainty == Certainty::Override;
        let note = asked.note.as_ref().filter(|_| !silent).map(|note| note.get(self.lang).to_owned());
        let source = (words.source)(self.rules.annex, indicator.number);
        let of_years = || with_colon(rate_years(rule, self.rules, self.period, words), words);
        CriterionSaid {
            requirement: requirement(rule, exact, unit, self.stage, words),
            // The indicator says it already, and so does the note.
            outcome: (criteria.len() > 1 && !matches!(rule, Rule::Unstated)).then_some(exact.outcome),
            steps: threshold_steps(found, words).map(|steps| [of_years(), steps]),
            change: working.and_then(|working| change(rule, exact, working, unit, words)),
            distance: distance(rule, exact, unit, words),
            reached: reached(exact, words),
            needs: needs_in_words(&exact.needs, self.rules, self.period, self.lang),
            quote: (!said_before).then(|| asked.quote.clone()),
            source: [&source, words.separator, (words.stage)(self.stage)].concat(),
            sureness: Sureness { certainty: found.certainty, note },
        }
    }

    /// The result of an indicator in a few words: what is lacking where a threshold is not reached; else the values.
    pub fn result(&self, at: IndicatorId, finding: &ExplainedIndicator) -> String {
        let words = words(self.lang);
        let criteria = self.rules.indicators[at].criteria(self.stage).iter().zip(&finding.criteria).enumerate();
        let texts = criteria.filter_map(|(index, (asked, found))| {
            let (measure, unit) = (asked.measure?, self.unit(at, index));
            let lacking = match found.finding.outcome {
                Outcome::Unmet => distance(&found.rule, &found.finding, unit, words),
                _ => None,
            };
            match (lacking, finding.outcome) {
                (Some(lacking), _) => Some(lacking),
                // Beside what is lacking, what is reached says nothing.
                (None, Outcome::Unmet) => None,
                (None, _) => {
                    let asked = Some((&found.rule, &found.finding));
                    measured(&finding.measures[measure], unit, asked, words).map(|reading| reading.text)
                }
            }
        });
        let blank = left_blank(finding).then(|| words.left_blank.to_owned());
        texts.chain(blank).collect::<Vec<_>>().join(words.enumeration)
    }

    /// What the numbers of a criterion are in. Without a measure nothing is shown in any unit.
    fn unit(&self, at: IndicatorId, index: usize) -> MeasureUnit {
        let indicator = &self.rules.indicators[at];
        let measure = indicator.criteria(self.stage)[index].measure;
        measure.map_or(MeasureUnit::Count, |measure| indicator.measures[measure].unit)
    }
}

/// Whether figures are absent although the outcome does not wait for them: the threshold is not stated, so nothing says so yet.
pub fn left_blank(finding: &ExplainedIndicator) -> bool {
    finding.outcome != Outcome::Incomplete && !finding.missing.is_empty()
}

/// Which years the numbers of a formula are of, before it.
fn with_colon(years: Option<String>, words: &Words) -> String {
    years.map(|years| [&*years, words.colon].concat()).unwrap_or_default()
}

/// Amounts stand in the formula without their unit; the label says which it is.
fn numbers_label(terms: &[Term], words: &Words) -> String {
    let (open, close) = words.brackets;
    match terms.iter().any(|term| matches!(term, Term::Amount(_))) {
        true => [words.with_numbers, open, words.wan_yuan, close].concat(),
        false => words.with_numbers.to_owned(),
    }
}
