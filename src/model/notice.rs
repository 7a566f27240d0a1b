//! What the page has to say about something that was done to many fields at once, or undone.

use std::rc::Rc;

use super::history::Step;
use super::said::Filled;
use super::unit::AmountUnit;
use engine::address::Address;
use engine::ruleset::{Stage, Track};

/// A notice. It stands until something else is done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// Amounts without a unit are now read in another unit: the former one, the one since, and the amounts that this concerns, as
    /// typed then. It stands while one goes on typing: it is about what was typed before.
    UnitChanged(AmountUnit, AmountUnit, Rc<[(Address, Rc<str>)]>),
    /// The former unit was written behind so many amounts.
    UnitsWritten(usize),
    /// This was filled in from a table; so many of its values, or rows of them, were left out.
    Pasted(Filled, usize),
    /// What was pasted has neither a text nor a table in it.
    NoTable,
    /// A tally would have had so many lines, which is more than it may; nothing was changed.
    TooManyLines(usize),
    /// A list is still counted after the last correction; the next one has to wait.
    StillCounting,
    /// A line with something in it was taken away.
    LineRemoved(usize),
    /// Another batch was chosen.
    RulesetChosen,
    /// the what-if was thrown away.
    WhatIfDiscarded,
    /// The baseline was taken from the creation stage.
    BaselineTaken,
    /// A workbook was opened, and what reads it is being made ready.
    Preparing,
    /// A file was opened.
    Opened {
        /// The track.
        track: Track,
        /// The stage.
        stage: Stage,
        /// Whether it was saved under another version of its ruleset.
        older_rules: bool,
        /// What it holds and the page has no field for.
        left_out: Vec<Rc<str>>,
    },
    /// A file was handed to the browser under this name; whether it was stored nobody here knows.
    Saved(Rc<str>),
    /// The browser could not make a file.
    NotSaved,
    /// A file for an office program could not be made.
    OfficeFileNotMade,
    /// A file was not opened, and why.
    NotOpened(FileRefusal),
    /// What was kept on this machine is here again: the day, and whether the rules have changed since.
    Restored(Rc<str>, bool),
    /// A step was undone.
    Undone(Step),
    /// A step was done again.
    Redone(Step),
    /// Everything was forgotten.
    Forgotten,
    /// Everything was forgotten but the draft, which the browser could not delete.
    ForgottenButDraft,
}

/// Why a file changes nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FileRefusal {
    /// It is a document of an office, and no workbook: of Word, slides, a PDF.
    OtherDocument,
    /// It is a workbook that needs a password.
    Encrypted,
    /// It is a workbook, but not a whole one.
    DamagedWorkbook,
    /// It is a workbook in a form that is not read.
    OtherWorkbook,
    /// It is a workbook, and what reads workbooks is not at hand.
    NoReader(NoReader),
    /// It is a workbook without any table.
    NoSheet,
    /// It is a table, and nothing says yet what would be filled in.
    NothingBegun,
    /// It cannot be read at all.
    Unreadable,
    /// It is far larger than any submission.
    TooLarge,
    /// It is no JSON.
    NotJson,
    /// It is JSON of something else.
    NotOurs,
    /// It was written by a later version of the page: its number.
    Later(Rc<str>),
    /// It rests on a ruleset that is not at hand: its id.
    UnknownRuleset(Rc<str>),
    /// Its overrides do not fit the ruleset: the place, and the reason in English.
    Overrides(Rc<str>, Rc<str>),
    /// It is not of the kind that is asked for here: another track, or not a creation stage.
    NotACreationFile,
}

/// Why what reads workbooks is not at hand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoReader {
    /// The page around the application has none.
    Absent,
    /// It did not come: no network, a policy against it, or a changed file.
    Unreachable,
    /// What came is no reader, or not a whole one.
    Broken,
    /// It is of another release than the page: which.
    OtherVersion(Rc<str>),
}
