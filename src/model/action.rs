//! Everything that a person can do.

use std::rc::Rc;

use super::book::Book;
use super::desk::Drawer;
use super::file::{Opened, Restored};
use super::list::ListAction;
use super::notice::Notice;
use super::overrides::OverrideKey;
use super::rulesets::Rulesets;
use super::scenarios::Scenario;
use super::sheet::Scored;
use super::unit::AmountUnit;
use super::work::Working;
use engine::address::{Address, Side};
use engine::ids::{FigureId, IndicatorId};
use engine::input::Input;
use engine::ruleset::{Stage, Track};
use engine::text::Lang;
use intake::Table;
use intake::context::Answer as TableAnswer;

/// What is looked at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum View {
    /// 填报: the figures, with the finding of the indicator that one is in.
    #[default]
    Fill,
    /// 逐项结果: the findings of all indicators in a row.
    Findings,
    /// 总览: all indicators at one glance, and what to do next.
    Overview,
    /// 比较: two scenarios side by side.
    Compare,
    /// 方法说明: the rules themselves.
    Method,
}

impl View {
    /// Its name on the page.
    pub fn name(self) -> &'static str {
        match self {
            View::Fill => "fill",
            View::Findings => "findings",
            View::Overview => "overview",
            View::Compare => "compare",
            View::Method => "method",
        }
    }
}

/// An action.
pub enum Action {
    /// Show another language.
    Speak(Lang),
    /// Show everything larger, or no longer.
    Enlarge(bool),
    /// Look at something else.
    Look(View),
    /// Turn to an indicator whose figures one has come to.
    TurnTo(IndicatorId),
    /// Open or close the finding of an indicator.
    OpenFinding(IndicatorId, bool),
    /// Unfold a part, or fold it away.
    Unfold(Drawer, bool),

    /// Choose a track.
    ChooseTrack(Track),
    /// Choose a stage.
    ChooseStage(Stage),
    /// Choose a batch by its index.
    ChooseRuleset(usize),
    /// Show a sample in place of one's own scenarios.
    ShowSample(Input<'static>),
    /// Clear the sample away; one's own scenarios come back.
    ClearSample,
    /// Take the changed sample back that was cleared away.
    TakeBack,
    /// Show a scenario of the submission.
    Show(Scenario),
    /// Throw the what-if away.
    DiscardWhatIf,

    /// Name the applicant.
    NameApplicant(Rc<str>),
    /// Choose a field by its Chinese name.
    ChooseField(Rc<str>),
    /// Type the last year of the series, or of those of the baseline.
    LastYear(Side, Rc<str>),
    /// Answer an eligibility item.
    Answer(usize, bool),
    /// Type into a field.
    Type(Address, Rc<str>),
    /// Say that there is none of a tally at all, or take it back.
    DeclareNone(Side, FigureId, bool),
    /// Add a line to a ranked tally.
    AddLine(Side, FigureId),
    /// Take a line away.
    RemoveLine(Side, FigureId, usize),
    /// Do something to the list of a tally.
    List(Side, FigureId, ListAction),
    /// Say where a figure comes from.
    Source(FigureId, Rc<str>),
    /// Write a note on an indicator.
    Note(IndicatorId, Rc<str>),
    /// Type a score of one's own.
    Score(Scored, Rc<str>),
    /// Type a number of the batch; a blank takes it away.
    Set(OverrideKey, Rc<str>),

    /// Read amounts without a unit in another one.
    ReadAmountsIn(AmountUnit),
    /// After that, keep the amounts as they were: write the former unit behind those that are still as typed then.
    WriteUnits,
    /// Read a table that was pasted at a place, or that a file holds.
    Read(Rc<Table>, Option<Address>),
    /// Read a workbook that was opened, at a place or for everything in it.
    ReadBook(Rc<Book>, Option<Address>),
    /// Read another sheet of the workbook that is shown.
    ChooseSheet(usize),
    /// Answer or correct what was read of the table that is shown.
    AnswerTable(TableAnswer),
    /// Write what was read of the table that is shown.
    WriteTable,
    /// Put the table that is shown away.
    DropTable,
    /// Answer a question about figures with the texts that say what is meant.
    ReadAnew(Rc<[(Address, Rc<str>)]>),
    /// Answer such a question: what stands there is right.
    Confirm(Rc<[Address]>),
    /// Take the baseline from the creation stage filled in on this page.
    TakeBaseline,
    /// Take the baseline from a file of the creation stage.
    TakeBaselineOf(Box<Opened>),

    /// The host page's: go to this track and stage, as far as they are named.
    GoTo(Option<Track>, Option<Stage>),
    /// The host page's: a submission, which says something of one original and of nothing else.
    HandIn(Box<Opened>),
    /// The host page's: everything that a file says.
    Fill(Box<Opened>),
    /// The host page's: it has everything as it stands.
    MarkSaved,
    /// The element's: go on with the work of an application that was closed, and whether the host page has it.
    Resume(Box<Restored>, bool),
    /// The host page's: empty the whole form.
    Empty,
    /// The host page's: offer other rulesets.
    OfferRulesets(Rulesets),
    /// Open a file in place of what is shown.
    Open(Box<Opened>),
    /// Say something that changes nothing.
    Say(Notice),
    /// Go on with what was kept on this machine.
    Restore(Box<Restored>),
    /// Forget everything that was filled in.
    Forget,
    /// Undo the last step.
    Undo,
    /// Do the step again that was undone last.
    Redo,
    /// Close the notice.
    Dismiss,
    /// Go on with work that takes long.
    Work(Working),
}

impl Action {
    /// Whether another submission is shown after it: of another track or stage, a sample, or out of a file.
    pub(super) fn brings_a_submission(&self) -> bool {
        matches!(
            self,
            Action::ChooseTrack(_)
                | Action::ChooseStage(_)
                | Action::ShowSample(_)
                | Action::ClearSample
                | Action::TakeBack
                | Action::GoTo(..)
                | Action::HandIn(_)
                | Action::Fill(_)
                | Action::Resume(..)
                | Action::Empty
                | Action::Open(_)
                | Action::Restore(_)
                | Action::Forget
        )
    }

    /// Whether a person merely goes on filling in.
    pub fn is_typing(&self) -> bool {
        matches!(
            self,
            Action::NameApplicant(_)
                | Action::ChooseField(_)
                | Action::LastYear(..)
                | Action::Answer(..)
                | Action::Type(..)
                | Action::DeclareNone(..)
                | Action::AddLine(..)
                | Action::Source(..)
                | Action::Note(..)
                | Action::Score(..)
                | Action::Set(..)
        )
    }
}
