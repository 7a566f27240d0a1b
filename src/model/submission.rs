//! A sheet as the engine's submission: every text was read when it was typed, so nothing is read here.

use std::rc::Rc;

use super::assessment::{Problem, Spot};
use super::entry::{Entry, Line};
use super::sheet::{Scored, Sheet};
use super::typed::Typed;
use engine::Submission;
use engine::address::{Address, Column, Part, Side};
use engine::exact::Exact;
use engine::figures::{Figure, Figures, Line as TallyLine};
use engine::ids::{FieldId, FigureId, KindId, Table};
use engine::known::Given;
use engine::number::{NumberKind, parse_number};
use engine::problem::Code;
use engine::roster::Item;
use engine::ruleset::{FigureForm, Ruleset, Stage, Track, TrackRules};
use engine::score::Scores;

impl Sheet {
    /// The submission that is typed on the sheet. Blank is missing; a tally said to be none has no line.
    pub fn submission(&self, track: Track, stage: Stage, ruleset: &Ruleset) -> Submission {
        let rules = ruleset.track(track);
        let score = Typed::number;
        Submission {
            track,
            stage,
            field: self.chosen_field(ruleset),
            eligibility: self.eligibility.iter().map(|answer| answer.map_or(Given::Missing, Given::Known)).collect(),
            last_year: self.year_given(),
            figures: figures(rules, &self.figures),
            baseline: figures(rules, &self.baseline),
            scores: Scores {
                basics: score(&self.scores.basics).map(Exact::from),
                workplan: score(&self.scores.workplan).map(Exact::from),
                indicators: self.scores.indicators.iter().map(|own| score(own).map(Exact::from)).collect(),
            },
        }
    }

    fn year_given(&self) -> Given<u16> {
        match self.last_year.reading() {
            Ok(Some(year)) => u16::try_from(year.mantissa()).map_or(Given::Refused, Given::Known),
            Ok(None) => Given::Missing,
            Err(_) => Given::Refused,
        }
    }

    fn chosen_field(&self, ruleset: &Ruleset) -> Given<FieldId> {
        if self.field.trim().is_empty() {
            return Given::Missing;
        }
        ruleset.fields.find(|field| *field.zh == *self.field).map_or(Given::Refused, Given::Known)
    }

    /// What is refused of what is typed, in the order of the engine: the field, the years, the figures, those of the baseline, the
    /// scores.
    pub fn problems(&self, ruleset: &Ruleset, track: &TrackRules) -> Vec<Problem> {
        let mut problems = Vec::new();
        if self.chosen_field(ruleset) == Given::Refused {
            problems.push(Problem { at: Spot::Field, code: Code::UnknownField });
        }
        for (side, typed) in [(Side::Now, &self.last_year), (Side::Baseline, &self.baseline_last_year)] {
            problems.extend(typed.problem().map(|code| Problem { at: Spot::LastYear(side), code }));
        }
        for side in [Side::Now, Side::Baseline] {
            for ((figure, rule), entry) in track.figures.with_ids().zip(self.side(side)) {
                let refused = refused_in(entry, &rule.form, Address::whole(side, figure));
                problems.extend(refused.into_iter().map(|(at, code)| Problem { at: Spot::Figure(at), code }));
            }
        }
        let own = self.scores.indicators.with_ids().map(|(indicator, typed)| (Scored::Indicator(indicator), typed));
        let parts = [(Scored::Basics, &self.scores.basics), (Scored::Workplan, &self.scores.workplan)];
        for (which, typed) in parts.into_iter().chain(own) {
            problems.extend(typed.problem().map(|code| Problem { at: Spot::Score(which), code }));
        }
        problems
    }
}

fn figures(track: &TrackRules, entries: &Table<FigureId, Rc<Entry>>) -> Figures {
    track.figures.iter().zip(entries).map(|(figure, entry)| figure_of(&figure.form, entry)).collect()
}

fn figure_of(form: &FigureForm, entry: &Entry) -> Figure {
    match entry {
        Entry::Single(typed) => Figure::Single(typed.given()),
        Entry::Listed(years) if years.iter().all(Typed::is_blank) => Figure::Listed(Given::Missing),
        Entry::Listed(years) => Figure::Listed(Given::Known(years.iter().map(Typed::given).collect())),
        Entry::Kinds { none: true, .. } | Entry::Lines { none: true, .. } => Figure::Tally(Given::Known(Vec::new())),
        Entry::Kinds { counts, .. } => {
            let filled = counts.with_ids().filter(|(_, count)| !count.is_blank());
            let line = |(kind, count): (KindId, &Typed)| TallyLine {
                kind: Given::Known(kind),
                count: count.given(),
                rank: Given::Known(Exact::ONE),
            };
            Figure::Tally(some(filled.map(line).collect()))
        }
        Entry::Lines { lines, .. } => {
            let line = |line: &Line| TallyLine {
                kind: kind_of(form, line),
                count: line.count.given(),
                // The lead unit, where nothing is typed.
                rank: if line.rank.is_blank() { Given::Known(Exact::ONE) } else { line.rank.given() },
            };
            Figure::Tally(some(lines.iter().map(line).collect()))
        }
        Entry::Roster(list) if list.items().is_empty() => {
            list.typed().map_or(Figure::Tally(Given::Missing), |typed| figure_of(form, typed))
        }
        Entry::Roster(list) => list.counted(form).map_or(Figure::Tally(Given::Refused), Figure::Roster),
    }
}

/// A tally without a line says nothing yet: only the person can say that there is none.
fn some(lines: Vec<TallyLine>) -> Given<Vec<TallyLine>> {
    if lines.is_empty() { Given::Missing } else { Given::Known(lines) }
}

/// The kind of a line; refused if the ruleset has none of this name, as after another batch was chosen.
fn kind_of(form: &FigureForm, line: &Line) -> Given<KindId> {
    if line.kind.trim().is_empty() {
        return Given::Missing;
    }
    form.kinds().find(|kind| *kind.id == *line.kind).map_or(Given::Refused, Given::Known)
}

/// What is refused of one figure, entry by entry.
fn refused_in(entry: &Entry, form: &FigureForm, whole: Address) -> Vec<(Address, Code)> {
    let refused = |part: Part, typed: &Typed| typed.problem().map(|code| (whole.at(part), code));
    match entry {
        Entry::Single(typed) => refused(Part::Whole, typed).into_iter().collect(),
        Entry::Listed(years) => {
            years.iter().enumerate().filter_map(|(index, typed)| refused(Part::Entry(index), typed)).collect()
        }
        Entry::Kinds { none: true, .. } | Entry::Lines { none: true, .. } => Vec::new(),
        Entry::Kinds { counts, .. } => {
            counts.with_ids().filter_map(|(kind, typed)| refused(Part::Kind(kind), typed)).collect()
        }
        Entry::Lines { lines, .. } => {
            let of_line = |(index, line): (usize, &Line)| {
                let at = |column| Part::Line(index, column);
                let unknown = kind_of(form, line) == Given::Refused;
                let kind = unknown.then(|| (whole.at(at(Column::Kind)), Code::UnknownKind));
                [kind, refused(at(Column::Count), &line.count), refused(at(Column::Rank), &line.rank)]
            };
            lines.iter().enumerate().flat_map(of_line).flatten().collect()
        }
        Entry::Roster(list) if list.items().is_empty() => {
            list.typed().map_or_else(Vec::new, |typed| refused_in(typed, form, whole))
        }
        Entry::Roster(list) => {
            let rank = |(index, item): (usize, &Item)| {
                let code = parse_number(&item.rank, NumberKind::Rank).err()?;
                Some((whole.at(Part::Line(index, Column::Rank)), code))
            };
            list.items().iter().enumerate().filter(|(_, item)| !item.rank.is_empty()).filter_map(rank).collect()
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::data::{data, sheet};
    use crate::testing::{ALL, json, rules, sample_input};
    use engine::{Submission, assess, report};

    /// What is typed on the page and what the same submission says as plain data come to the same, by whichever way.
    #[test]
    fn a_sheet_is_assessed_as_its_plain_data_is() {
        let park =
            r#"{"track": "park", "stage": "creation", "field": "x", "eligibility": {"established_in_china": true},"#;
        let figures = [
            r#""figures": {"platforms": {"roster": []}, "patents": {"roster": [{"code": "ZL98152153.3"}, {"rank": "2"}]}},"#,
            r#""figures": {"talent": {"roster": [{"name": "甲", "kinds": "博士、雏鹰"}]}}, "baseline": {"talent": {"roster": []}},"#,
            r#""figures": {"revenue": ["1", "x", ""], "patents": [{"kind": "gold", "count": "1,23"}], "employees": "-1"},"#,
            r#""figures": {"platforms": [{"kind": "gone", "count": "1", "rank": "0"}, {"count": "2"}], "patents": []},"#,
            r#""figures": {"tech_contracts": ["1.2亿", "3", "4"], "revenue": ["999999999999", "999999999999", "999999999999"]},"#,
        ];
        let scores = r#""last_year": "25", "scores": {"basics": "101", "workplan": "90"}}"#;
        let given = figures.map(|figures| json(&[park, figures, scores].concat()));
        let samples = ALL.map(|(track, stage)| sample_input(track, stage));
        for input in given.iter().chain(&samples) {
            let (read, _) = Submission::read(&crate::testing::plan(), input).unwrap();
            let (track, stage, rules) = (read.track, read.stage, rules(read.track));
            let sheet = sheet(input, &rules);
            let plain = data(&sheet, track, stage, &rules);
            let typed = sheet.submission(track, stage, &rules.ruleset);
            let (again, problems) = Submission::read(&rules.ruleset, &plain).unwrap();
            assert_eq!(typed, again, "{input:?}");
            let found: Vec<_> = sheet.problems(&rules.ruleset, &rules).iter().map(|problem| problem.code).collect();
            assert_eq!(found, problems.iter().map(|problem| problem.code).collect::<Vec<_>>(), "{input:?}");
            let verdict = report(&rules.ruleset, &plain).unwrap().verdict;
            assert_eq!(assess(&rules.ruleset, &typed).verdict, verdict, "{input:?}");
        }
    }
}
