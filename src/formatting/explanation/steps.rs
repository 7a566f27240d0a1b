//! What to do next, in the order of what decides most. The order is the page's own.

use std::cmp::Reverse;

use super::comparison::distance;
use super::naming::{full, title};
use super::needs::needs_in_words;
use crate::order::by_key;
use crate::texts::overview::{Lacks, Task};
use crate::texts::{Words, words};
use engine::address::{Address, Side};
use engine::exact::Exact;
use engine::explain::ExplainedIndicator;
use engine::ids::IndicatorId;
use engine::outcome::Outcome;
use engine::ruleset::{MeasureUnit, Rule, Stage};
use engine::text::Lang;
use model::assessment::{Assessment, Problem, Spot};
use model::rules::Rules;
use model::sheet::Sheet;

/// One thing to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// What there is to do.
    pub task: Task,
    /// The id of the place where it is done.
    pub to: String,
    /// What the place is called.
    pub name: String,
    /// What there is to say of it, a sentence each.
    pub says: Vec<String>,
}

impl Task {
    /// The outcome that comes of leaving it undone.
    pub fn outcome(self) -> Outcome {
        match self {
            Task::Condition | Task::Reach => Outcome::Unmet,
            Task::Correct => Outcome::Invalid,
            Task::Compute => Outcome::NotComputable,
            Task::Fill => Outcome::Incomplete,
            Task::Number => Outcome::Unstated,
            Task::Explain => Outcome::Review,
        }
    }
}

/// Everything that is left to do, in order.
pub fn steps(sheet: &Sheet, assessment: &Assessment, rules: &Rules, stage: Stage, lang: Lang) -> Vec<Step> {
    let about = About { sheet, assessment, rules, stage, lang, words: words(lang) };
    let mut steps = about.particulars();
    steps.extend(assessment.problems.iter().map(|refusal| about.correct(refusal)));
    steps.extend(about.reach());
    steps.extend(assessment.indicators.with_ids().flat_map(|(index, finding)| about.open(index, finding)));
    by_key(steps, |step| step.task)
}

/// What the steps are about.
struct About<'a> {
    sheet: &'a Sheet,
    assessment: &'a Assessment,
    rules: &'a Rules,
    stage: Stage,
    lang: Lang,
    words: &'static Words,
}

impl About<'_> {
    /// The field and the eligibility items.
    fn particulars(&self) -> Vec<Step> {
        let own = self.words.overview;
        let field = self.sheet.field.is_empty().then(|| Step {
            task: Task::Fill,
            to: "field".to_owned(),
            name: self.words.field.to_owned(),
            says: Vec::new(),
        });
        let items = self.rules.eligibility.iter().zip(&self.sheet.eligibility).filter_map(|(item, answer)| {
            let (task, says) = match answer {
                Some(true) => return None,
                Some(false) => (Task::Condition, own.answered_no),
                None => (Task::Fill, own.not_answered),
            };
            let (to, name) = (["eligibility.", &item.id].concat(), item.title.get(self.lang).to_owned());
            Some(Step { task, to, name, says: vec![says.to_owned()] })
        });
        field.into_iter().chain(items).collect()
    }

    fn correct(&self, refusal: &Problem) -> Step {
        let (to, name) = match refusal.at {
            Spot::Figure(address) => (address.path(self.rules), self.full(address)),
            Spot::LastYear(Side::Now) => ("last_year".to_owned(), self.words.years.last_year.to_owned()),
            Spot::LastYear(Side::Baseline) => {
                ("baseline_last_year".to_owned(), self.words.years.baseline_last_year.to_owned())
            }
            Spot::Field => ("field".to_owned(), self.words.field.to_owned()),
            Spot::Score(_) => ("scores".to_owned(), self.words.scores.to_owned()),
        };
        Step {
            task: Task::Correct,
            to,
            name,
            says: vec![(self.words.number.problem_in_brief)(refusal.code).to_owned()],
        }
    }

    /// The thresholds that are not reached, the nearest first; last those of which no share can be told.
    fn reach(&self) -> Vec<Step> {
        let mut unmet: Vec<(Option<Exact>, Step)> = Vec::new();
        for (index, finding) in self.assessment.indicators.with_ids() {
            for (criterion, comparison) in finding.criteria.iter().enumerate() {
                if comparison.finding.outcome == Outcome::Unmet {
                    let above_zero = comparison.finding.threshold.is_some_and(|threshold| threshold > Exact::ZERO);
                    let near = comparison.finding.attainment.filter(|_| above_zero);
                    unmet.push((near, self.unmet(index, finding, criterion)));
                }
            }
        }
        by_key(unmet, |(near, _)| Reverse(*near)).into_iter().map(|(_, step)| step).collect()
    }

    fn unmet(&self, index: IndicatorId, finding: &ExplainedIndicator, criterion: usize) -> Step {
        let indicator = &self.rules.indicators[index];
        let criteria = indicator.criteria(self.stage);
        let measure = criteria[criterion].measure.map(|measure| &indicator.measures[measure]);
        let unit = measure.map_or(MeasureUnit::Count, |measure| measure.unit);
        let comparison = &finding.criteria[criterion];
        let far = distance(&comparison.rule, &comparison.finding, unit, self.words);
        let needs = needs_in_words(&comparison.finding.needs, self.rules, self.sheet.period(self.stage), self.lang);
        let need = needs.first().map(|need| (self.words.overview.first_need)(need, needs.len() > 1));
        let mut step = self.at(Task::Reach, index, far.into_iter().chain(need).collect());
        if let Some(measure) = measure.filter(|_| criteria.len() > 1) {
            step.name = [&step.name, self.words.separator, measure.title.get(self.lang)].concat();
        }
        step
    }

    /// What is open at an indicator beside thresholds that are not reached.
    fn open(&self, index: IndicatorId, finding: &ExplainedIndicator) -> Vec<Step> {
        let own = self.words.overview;
        let found = || finding.criteria.iter().map(|comparison| &comparison.finding);
        let any = |outcome: Outcome| found().any(|one| one.outcome == outcome);
        let mut steps = Vec::new();
        if any(Outcome::NotComputable) {
            steps.push(self.at(Task::Compute, index, Vec::new()));
        }
        if let Some(first) = finding.missing.first() {
            let says = vec![(own.lacks)(&self.figures(&finding.missing))];
            steps.push(Step { to: first.path(self.rules), ..self.at(Task::Fill, index, says) });
        } else if any(Outcome::Unstated) && !found().any(|one| one.lack.refused) {
            let threshold = finding.criteria.iter().any(|comparison| matches!(comparison.rule, Rule::Unstated));
            let lacks = match (threshold, found().any(|one| one.lack.unstated)) {
                (true, true) => Lacks::Both,
                (false, true) => Lacks::Weight,
                (_, false) => Lacks::Threshold,
            };
            steps.push(self.at(Task::Number, index, vec![(own.lacks_number)(lacks).to_owned()]));
        }
        if any(Outcome::Review) && self.sheet.notes[index].trim().is_empty() {
            steps.push(self.at(Task::Explain, index, vec![own.note_to_write.to_owned()]));
        }
        steps
    }

    /// A step at an indicator.
    fn at(&self, task: Task, index: IndicatorId, says: Vec<String>) -> Step {
        let indicator = &self.rules.indicators[index];
        let name = [&indicator.number.to_string(), " ", indicator.title.get(self.lang)].concat();
        Step { task, to: indicator.id.clone(), name, says }
    }

    /// The figures that places belong to, each once.
    fn figures(&self, places: &[Address]) -> String {
        let mut names: Vec<String> = Vec::new();
        for index in places {
            let name = title(index.figure, index.side, self.rules, self.stage, self.lang);
            if !names.contains(&name) {
                names.push(name);
            }
        }
        names.join(self.words.enumeration)
    }

    fn full(&self, address: Address) -> String {
        full(address, self.rules, self.sheet.period(self.stage), self.lang)
    }
}

#[cfg(test)]
mod tests {
    use super::{Step, Task, steps};
    use engine::input::Input;
    use engine::ruleset::{MeasureUnit, Stage, Track};
    use engine::text::Lang;
    use model::assessment::Assessment;
    use model::data::sheet;
    use model::overrides::{OverrideKey, Overrides};
    use model::testing::{json, rules, sample_input};

    fn next(track: Track, stage: Stage, submission: &Input) -> Vec<Step> {
        let (rules, sheet) = (rules(track), sheet(submission, &rules(track)));
        let assessment = Assessment::of(&sheet, &rules, &rules.ruleset, stage, None);
        steps(&sheet, &assessment, &rules, stage, Lang::Zh)
    }

    fn lines(steps: &[Step]) -> Vec<String> {
        let line = |step: &Step| [&step.to, " ", &step.name, " ", &step.says.join("；")].concat();
        steps.iter().map(line).collect()
    }

    #[test]
    fn the_sample_leaves_this_to_do() {
        let found = lines(&next(Track::Park, Stage::Creation, &sample_input(Track::Park, Stage::Creation)));
        assert_eq!(
            found,
            [
                "park.financing 7 融资额 还差 373.34 万元；例如：主导产业股权融资金额 · 2025年 再增加 1,120 万元",
                "park.quality_enterprises 2 优质企业数量 还差 2；例如：任一类再增加 2 家：科技和创新型中小企业、高新技术企业",
                "park.rd_intensity 3 研发投入强度 门槛未载明",
                "park.talent 8 高水平人才数量 门槛未载明",
                "park.digitalization 9 数字化发展水平 门槛和权重都未载明",
            ]
        );
    }

    #[test]
    fn what_decides_most_comes_first() {
        let filled = json(
            r#"{"field": "", "eligibility": {"leading_industry_in_field": false},
                "figures": {"revenue": ["100亿", "x", ""], "tech_contracts": ["1", "1", "1"],
                            "equity_financing": ["9000", "9000", "9000"], "debt_financing": ["0", "0", "0"],
                            "smart_factories": [{"kind": "basic", "count": "1"}], "industrial_enterprises": "0"}}"#,
        );
        let found = next(Track::Park, Stage::Creation, &filled);
        let tasks: Vec<(Task, &str)> = found.iter().map(|step| (step.task, step.to.as_str())).collect();
        use Task::{Condition, Correct, Explain, Fill, Number, Reach};
        assert_eq!(
            tasks,
            [
                (Condition, "eligibility.leading_industry_in_field"),
                (Correct, "figures.revenue[1]"),
                (Reach, "park.financing"),
                (Reach, "park.tech_contracts"),
                (Fill, "field"),
                (Fill, "eligibility.established_in_china"),
                (Fill, "figures.revenue[2]"),
                (Fill, "figures.quality_enterprises"),
                (Fill, "figures.rd_spending"),
                (Fill, "figures.platforms"),
                (Fill, "figures.patents"),
                (Fill, "figures.talent"),
                (Number, "park.digitalization"),
                (Explain, "park.industrial_policy"),
                (Explain, "park.public_services"),
            ]
        );
    }

    #[test]
    fn a_number_of_the_notice_that_was_entered_is_no_longer_asked_for() {
        let (rules, stage) = (rules(Track::Park), Stage::Creation);
        let sheet = sheet(&sample_input(Track::Park, stage), &rules);
        let asked = |threshold: &str| -> Option<Task> {
            let mut overrides = Overrides::default();
            let (indicator, measure) = ("park.rd_intensity".into(), "rd_intensity".into());
            overrides.write(
                OverrideKey::Threshold { indicator, stage, measure, unit: MeasureUnit::Ratio },
                threshold.into(),
            );
            let assessment = Assessment::of(&sheet, &rules, &overrides.on(&rules.ruleset), stage, None);
            let steps = steps(&sheet, &assessment, &rules, stage, Lang::Zh);
            steps.into_iter().find(|step| step.to == "park.rd_intensity").map(|step| step.task)
        };
        // The intensity is 3.6902%.
        let table = [("", Some(Task::Number)), ("3", None), ("4%", Some(Task::Reach))];
        for (threshold, task) in table {
            assert_eq!(asked(threshold), task, "{threshold}");
        }
    }
}
