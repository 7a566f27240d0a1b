//! What a report says of one submission, as the text that `report.js` makes the report from: field after field, each ended by a new
//! line, in the order of the contract. Nothing stands where it says null.

use engine::Ruleset;
use engine::assess::Judgement;
use engine::digits::Digits;
use engine::known::State;
use engine::outcome::{Outcome, OutcomeCounts};
use engine::problem::Problem;
use engine::ruleset::{Criterion, Rule};

use crate::head::{is_compound, observes_measure};
use engine::report::{CriterionReport, IndicatorReport, MeasureReport, NeedReport, Report, ScoreReport, WarningReport};

/// A report's text has about so many bytes.
const USUAL: usize = 1 << 12;

/// The text of a report, without what stands in its head, and without the rosters.
pub fn told(ruleset: &Ruleset, report: &Report) -> String {
    let mut text = Text(String::with_capacity(USUAL));
    text.plain(report.verdict.as_str());
    text.counts(&report.outcomes);
    report.eligibility.iter().for_each(|item| text.plain(item.outcome.as_str()));
    for (rules, indicator) in ruleset.track(report.track).indicators.iter().zip(&report.indicators) {
        text.indicator(indicator, rules.criteria(report.stage));
    }
    text.list(&report.problems, Text::problem);
    text.list(&report.warnings, Text::warning);
    text.score(report.score.as_ref());
    text.0
}

/// The text of what a verdict is given with.
pub fn judged(judgement: &Judgement) -> String {
    let mut text = Text(String::new());
    text.plain(judgement.verdict.as_str());
    text.counts(&judgement.outcomes);
    judgement.eligibility.iter().for_each(|outcome| text.plain(outcome.as_str()));
    for criteria in &judgement.criteria {
        text.plain(Outcome::first(criteria.iter().copied()).as_str());
        criteria.iter().for_each(|outcome| text.plain(outcome.as_str()));
    }
    text.0
}

struct Text(String);

impl Text {
    /// A field without a character that stands between fields: of a few names, or a number.
    fn plain(&mut self, field: &str) {
        self.0.push_str(field);
        self.0.push('\n');
    }

    /// A field that people or documents named.
    fn named(&mut self, field: &str) {
        if !field.bytes().any(|byte| matches!(byte, b'\n' | b'\\')) {
            return self.plain(field);
        }
        for letter in field.chars() {
            match letter {
                '\n' => self.0.push_str("\\n"),
                '\\' => self.0.push_str("\\\\"),
                other => self.0.push(other),
            }
        }
        self.0.push('\n');
    }

    fn count(&mut self, count: usize) {
        self.plain(&Digits::whole(count as i64));
    }

    fn counts(&mut self, counts: &OutcomeCounts) {
        let OutcomeCounts { met, unmet, incomplete, invalid, not_computable, unstated, review } = *counts;
        let counts = [met, unmet, incomplete, invalid, not_computable, unstated, review];
        counts.into_iter().for_each(|count| self.count(count));
    }

    fn some(&mut self, number: &Option<Digits>) {
        self.plain(number.as_deref().unwrap_or_default());
    }

    /// A number and its fraction, which is left out where it is the same text.
    fn number(&mut self, value: &Option<Digits>, exact: &Option<Digits>) {
        self.some(value);
        if value.is_some() {
            self.some(if value == exact { &None } else { exact });
        }
    }

    fn list<T>(&mut self, list: &[T], one: fn(&mut Text, &T)) {
        self.count(list.len());
        list.iter().for_each(|entry| one(self, entry));
    }

    fn indicator(&mut self, indicator: &IndicatorReport, asked: &[Criterion]) {
        self.plain(indicator.outcome.as_str());
        indicator.measures.iter().for_each(|measure| self.measure(measure));
        asked.iter().zip(&indicator.criteria).for_each(|(asked, criterion)| self.criterion(criterion, &asked.rule));
        self.list(&indicator.missing, |text, path| text.named(path));
    }

    fn measure(&mut self, measure: &MeasureReport) {
        self.plain(measure.state.as_str());
        if measure.state == State::Known {
            self.number(&measure.value, &measure.exact);
        }
    }

    fn criterion(&mut self, criterion: &CriterionReport, rule: &Rule) {
        self.plain(criterion.outcome.as_str());
        if is_compound(rule) {
            self.number(&criterion.threshold, &criterion.threshold_exact);
        }
        if criterion.measure.is_none() || !observes_measure(rule) {
            self.number(&criterion.observed, &criterion.observed_exact);
        }
        self.some(&criterion.attainment);
        self.some(&criterion.gap);
        self.list(&criterion.needs, Text::need);
    }

    fn need(&mut self, need: &NeedReport) {
        self.named(need.figure);
        match (need.entry, need.kind, need.from) {
            (_, Some(kind), Some(from)) => {
                self.0.push('<');
                self.named(from);
                self.named(kind);
            }
            (_, Some(kind), None) => {
                self.0.push('.');
                self.named(kind);
            }
            (Some(entry), None, _) => {
                self.0.push('[');
                self.count(entry);
            }
            (None, None, _) => self.plain(""),
        }
        self.plain(&need.amount);
    }

    fn problem(&mut self, problem: &Problem) {
        self.named(&problem.path);
        self.plain(problem.code.as_str());
        self.plain(problem.hint.map_or("", |hint| hint.as_str()));
        self.plain(problem.message);
    }

    fn warning(&mut self, warning: &WarningReport) {
        self.list(&warning.paths, |text, path| text.named(path));
        self.named(warning.code);
        self.named(warning.message);
    }

    fn score(&mut self, score: Option<&ScoreReport>) {
        let Some(score) = score else { return self.plain("") };
        [&score.basics, &score.workplan, &score.total, &score.exact].into_iter().for_each(|part| self.plain(part));
    }
}
