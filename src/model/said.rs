//! What a template says beside the figures, on a sheet.

use std::rc::Rc;

use super::rules::Rules;
use super::sheet::{Scored, Sheet};
use super::typed::in_one_line;
use engine::address::Side;
use engine::ids::FigureId;
use engine::ruleset::Stage;
use intake::template::{Particular, yes_or_no};

/// What was filled in from a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Filled {
    /// The figures.
    pub figures: Rc<[FigureId]>,
    /// Whether anything was said beside them.
    pub said: bool,
}

impl Filled {
    /// Nothing yet.
    pub fn nothing() -> Filled {
        Filled { figures: [].into(), said: false }
    }

    /// Whether it is nothing.
    pub fn is_nothing(&self) -> bool {
        self.figures.is_empty() && !self.said
    }
}

/// Whether the targets take this from the submission that they start from.
pub(super) fn is_given(what: Particular) -> bool {
    use Particular::{Applicant, Eligibility, Field, LastYear};
    matches!(what, Applicant | Field | Eligibility(_) | LastYear(Side::Baseline))
}

impl Sheet {
    /// Whether something has a place on it that is open: years are, until they are said; and at creation those of the baseline follow
    /// from those of the application.
    pub(super) fn takes(&self, what: Particular, stage: Stage) -> bool {
        match what {
            Particular::LastYear(Side::Now) => self.last_year.is_blank(),
            Particular::LastYear(Side::Baseline) => stage == Stage::Recognition && self.baseline_last_year.is_blank(),
            _ => true,
        }
    }

    /// Puts what a cell says where a person would have filled it in. A field is kept by its Chinese name, in whatever language it was
    /// chosen; one that the ruleset does not have stays as it is, to be seen.
    pub(super) fn say(&mut self, what: Particular, text: &Rc<str>, rules: &Rules) {
        match what {
            Particular::Applicant => self.applicant = in_one_line(Rc::clone(text)),
            Particular::Field => {
                let known = rules.ruleset.fields.iter().find(|field| *field.zh == **text || *field.en == **text);
                self.field = known.map_or_else(|| in_one_line(Rc::clone(text)), |field| field.zh.as_str().into());
            }
            Particular::Eligibility(item) => self.eligibility[item] = yes_or_no(text).or(self.eligibility[item]),
            Particular::Source(figure) => self.sources[figure] = in_one_line(Rc::clone(text)),
            Particular::Note(indicator) => self.notes[indicator] = Rc::clone(text),
            Particular::Basics => self.write_score(Scored::Basics, Rc::clone(text)),
            Particular::Workplan => self.write_score(Scored::Workplan, Rc::clone(text)),
            Particular::LastYear(side) => self.write_last_year(side, Rc::clone(text)),
            Particular::Score(indicator) => self.write_score(Scored::Indicator(indicator), Rc::clone(text)),
        }
    }
}
