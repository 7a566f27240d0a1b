//! The steps that led here, and those that were undone: each with the work that it leads to.

use std::rc::Rc;

use super::action::Action;
use super::overrides::OverrideKey;
use super::said::Filled;
use super::scenarios::Scenario;
use super::sheet::Scored;
use super::unit::AmountUnit;
use super::workspace::Workspace;
use engine::address::{Address, Side};
use engine::ids::{FigureId, IndicatorId};

/// So many steps can be undone; the oldest are let go.
pub const STEPS: usize = 100;

/// What a step did. Ids belong to the track and batch at which it was taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// A track was chosen.
    Track,
    /// A stage was chosen.
    Stage,
    /// A batch was chosen.
    Ruleset,
    /// A sample was shown.
    Sample,
    /// A sample was cleared away.
    SampleCleared,
    /// A sample was taken back.
    SampleTakenBack,
    /// A scenario was shown, which may have begun with that.
    Scenario(Scenario),
    /// The what-if was thrown away.
    WhatIfDiscarded,
    /// The applicant was named.
    Applicant,
    /// A field was chosen.
    Field,
    /// An eligibility item was answered.
    Eligibility(usize),
    /// Something was typed in one place.
    Typed(Address),
    /// It was said, or no longer said, that there is none of a tally.
    None(Side, FigureId),
    /// A line was added to a ranked tally.
    LineAdded(FigureId),
    /// A line was taken away.
    LineRemoved(FigureId),
    /// The list of a tally was changed, begun, or given up.
    List(FigureId),
    /// A note was written.
    Note(IndicatorId),
    /// A score was typed.
    Score(Scored),
    /// A number of the batch was typed.
    Override(OverrideKey),
    /// Amounts were read in another unit.
    Unit(AmountUnit),
    /// The former unit was written behind amounts.
    UnitsWritten,
    /// The last year of a side's series was typed.
    LastYear(Side),
    /// The source of a figure was typed.
    Source(FigureId),
    /// This was filled in from a table.
    Pasted(Filled),
    /// A question was answered by other texts.
    ReadAnew,
    /// A question was answered: what stands there is right.
    Confirmed,
    /// The baseline was taken from the creation stage.
    Baseline,
    /// A file was opened.
    Opened,
    /// A draft was opened in place of something.
    Restored,
    /// The host page set something.
    Host,
}

impl Step {
    /// The step of an action; none for what is no person's work on the figures. A paste names its figures once they are known.
    pub(super) fn of(action: &Action) -> Option<Step> {
        Some(match action {
            Action::ChooseTrack(_) => Step::Track,
            Action::ChooseStage(_) => Step::Stage,
            Action::ChooseRuleset(_) => Step::Ruleset,
            Action::ShowSample(_) => Step::Sample,
            Action::ClearSample => Step::SampleCleared,
            Action::TakeBack => Step::SampleTakenBack,
            Action::Show(scenario) => Step::Scenario(*scenario),
            Action::DiscardWhatIf => Step::WhatIfDiscarded,
            Action::NameApplicant(_) => Step::Applicant,
            Action::ChooseField(_) => Step::Field,
            Action::Answer(item, _) => Step::Eligibility(*item),
            Action::Type(address, _) => Step::Typed(*address),
            Action::DeclareNone(side, figure, _) => Step::None(*side, *figure),
            Action::AddLine(_, figure) => Step::LineAdded(*figure),
            Action::RemoveLine(_, figure, _) => Step::LineRemoved(*figure),
            Action::List(_, figure, _) => Step::List(*figure),
            Action::Note(indicator, _) => Step::Note(*indicator),
            Action::Score(which, _) => Step::Score(*which),
            Action::Set(key, _) => Step::Override(key.clone()),
            Action::ReadAmountsIn(unit) => Step::Unit(*unit),
            Action::WriteUnits => Step::UnitsWritten,
            Action::Read(..) | Action::WriteTable => Step::Pasted(Filled::nothing()),
            Action::LastYear(side, _) => Step::LastYear(*side),
            Action::Source(figure, _) => Step::Source(*figure),
            Action::ReadAnew(_) => Step::ReadAnew,
            Action::Confirm(_) => Step::Confirmed,
            Action::TakeBaseline | Action::TakeBaselineOf(_) => Step::Baseline,
            Action::Open(_) => Step::Opened,
            Action::Restore(_) => Step::Restored,
            Action::GoTo(..) | Action::HandIn(_) | Action::Fill(_) => Step::Host,
            Action::AnswerTable(_)
            | Action::ReadBook(..)
            | Action::ChooseSheet(_)
            | Action::DropTable
            | Action::Empty
            | Action::MarkSaved
            | Action::Resume(..)
            | Action::OfferRulesets(_)
            | Action::Forget
            | Action::Speak(_)
            | Action::Enlarge(_)
            | Action::Look(_)
            | Action::Dismiss
            | Action::Say(_)
            | Action::Work(_)
            | Action::Undo
            | Action::Redo
            | Action::TurnTo(_)
            | Action::OpenFinding(..)
            | Action::Unfold(..) => return None,
        })
    }

    /// Whether it is one of many keys that together are one step, as long as they are in the same place.
    fn joins(&self) -> bool {
        matches!(
            self,
            Step::Applicant
                | Step::Field
                | Step::LastYear(_)
                | Step::Source(_)
                | Step::Typed(_)
                | Step::Note(_)
                | Step::Score(_)
                | Step::Override(_)
        )
    }
}

/// A step, and the work that going over it leads to.
pub struct Taken {
    /// What it did.
    pub step: Step,
    /// The work on its other side: before it where it can be undone, after it where it can be redone.
    pub workspace: Workspace,
}

/// What can be undone and redone, each the next last.
#[derive(Clone, Default)]
pub struct History {
    back: Vec<Rc<Taken>>,
    forth: Vec<Rc<Taken>>,
    /// Whether the last step still goes on: nothing was undone since.
    open: bool,
}

impl History {
    /// The step that would be undone.
    pub fn undoes(&self) -> Option<&Taken> {
        self.back.last().map(|taken| &**taken)
    }

    /// The step that would be redone.
    pub fn redoes(&self) -> Option<&Taken> {
        self.forth.last().map(|taken| &**taken)
    }

    /// Keeps the work as it was before a step. What was undone cannot be redone any more.
    pub(super) fn keep(&mut self, step: Step, before: &Workspace, after: &Workspace) {
        self.forth.clear();
        let goes_on = self.open && step.joins() && self.undoes().is_some_and(|last| last.step == step);
        self.open = true;
        if goes_on {
            // What was typed and deleted again is no step.
            if self.undoes().is_some_and(|last| last.workspace == *after) {
                self.back.pop();
            }
            return;
        }
        if self.back.len() == STEPS {
            self.back.remove(0);
        }
        self.back.push(Rc::new(Taken { step, workspace: before.clone() }));
    }

    /// Goes back over the last step: what it did, with the work changed to that before it.
    pub(super) fn undo(&mut self, workspace: &mut Workspace) -> Option<Step> {
        self.open = false;
        cross(&mut self.back, &mut self.forth, workspace)
    }

    /// Goes over the last step that was undone once more.
    pub(super) fn redo(&mut self, workspace: &mut Workspace) -> Option<Step> {
        self.open = false;
        cross(&mut self.forth, &mut self.back, workspace)
    }
}

fn cross(from: &mut Vec<Rc<Taken>>, to: &mut Vec<Rc<Taken>>, workspace: &mut Workspace) -> Option<Step> {
    let taken = from.pop()?;
    let left = std::mem::replace(workspace, taken.workspace.clone());
    to.push(Rc::new(Taken { step: taken.step.clone(), workspace: left }));
    Some(taken.step.clone())
}

#[cfg(test)]
mod tests;
