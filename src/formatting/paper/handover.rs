//! What a report is made of: everything that the page knows of one applicant at one stage, and the day.

use super::origin::Origin;
use crate::explanation::finding::Basis;
use crate::texts::report::ReportWords;
use crate::texts::{Words, words};
use engine::ids::IndicatorId;
use engine::ruleset::Stage;
use engine::text::{Lang, Text};
use model::assessment::Assessment;
use model::period::Period;
use model::rules::Rules;
use model::sheet::Sheet;

/// What a report is made of.
#[derive(Clone, Copy)]
pub struct Handover<'a> {
    /// The rules of the track, with the overrides in place.
    pub rules: &'a Rules,
    /// The stage whose criteria the sheet is held against.
    pub stage: Stage,
    /// Where its numbers come from.
    pub origin: Origin,
    /// What is filled in.
    pub sheet: &'a Sheet,
    /// What the engine says to it.
    pub assessment: &'a Assessment,
    /// The language.
    pub lang: Lang,
    /// The day on which it is made.
    pub day: &'a str,
}

impl<'a> Handover<'a> {
    /// The page's texts.
    pub fn words(&self) -> &'static Words {
        words(self.lang)
    }

    /// The texts of reports.
    pub fn report_words(&self) -> &'static ReportWords {
        words(self.lang).report_words
    }

    /// The calendar years of its series, as far as they are known.
    pub fn period(&self) -> Period {
        self.sheet.period(self.stage)
    }

    /// What findings are told by.
    pub fn basis(&self) -> Basis<'_> {
        Basis { rules: self.rules, stage: self.stage, period: self.period(), lang: self.lang }
    }

    /// A text of the ruleset in the report's language.
    pub fn say(&self, text: &'a Text) -> &'a str {
        text.get(self.lang)
    }

    /// An indicator with its number: `3 研发投入强度`.
    pub fn indicator(&self, id: IndicatorId) -> String {
        let indicator = &self.rules.indicators[id];
        [&indicator.number.to_string(), " ", self.say(&indicator.title)].concat()
    }
}

#[cfg(test)]
pub mod testing {
    //! A report of figures given as a submission.

    use super::{Handover, Origin};
    use std::rc::Rc;

    use engine::Library;
    use engine::input::Input;
    use engine::ruleset::{PLAN_2025, Stage, Track};
    use engine::text::Lang;
    use model::assessment::Assessment;
    use model::data::sheet;
    use model::rules::Rules;
    use model::testing::{json, rules};

    /// What `tell` makes of the report on a submission.
    pub fn handed<T>(
        (track, stage): (Track, Stage),
        submission: &Input,
        lang: Lang,
        tell: impl Fn(&Handover) -> T,
    ) -> T {
        handed_by(&rules(track), stage, submission, lang, tell)
    }

    /// The same by the plan with numbers of a batch's own, which are given as a list of overrides.
    pub fn handed_with<T>(
        (track, stage): (Track, Stage),
        overrides: &str,
        submission: &Input,
        tell: impl Fn(&Handover) -> T,
    ) -> T {
        let library = Library::new(json(PLAN_2025)).expect("the ruleset holds together");
        let options = json(&["{\"overrides\": ", overrides, "}"].concat());
        let ruleset = Rc::new(library.choose(&options).expect("overrides").into_owned());
        handed_by(&Rules { ruleset, track }, stage, submission, Lang::Zh, tell)
    }

    fn handed_by<T>(rules: &Rules, stage: Stage, submission: &Input, lang: Lang, tell: impl Fn(&Handover) -> T) -> T {
        let sheet = sheet(submission, rules);
        let assessment = Assessment::of(&sheet, rules, &rules.ruleset, stage, None);
        tell(&Handover {
            rules,
            stage,
            origin: Origin::default(),
            sheet: &sheet,
            assessment: &assessment,
            lang,
            day: "2026-11-23",
        })
    }
}
