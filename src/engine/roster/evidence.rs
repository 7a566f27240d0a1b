//! What a list comes to, and what is told of every item of it.

use super::code::Flaw;
use crate::exact::Exact;
use crate::figures::Line;
use crate::ids::KindId;
use crate::known::Given;
use crate::names::names;

/// What a list comes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Roster {
    /// How every item was counted, or why not, in their order.
    pub standings: Vec<Standing>,
    /// What a person should look at, in the order of the items.
    pub doubts: Vec<Doubt>,
    /// The lines of the tally; refused, if something in the list was that they depend on.
    pub lines: Given<Vec<Line>>,
}

/// How an item was counted, or why not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It stands for its thing.
    Counted {
        /// The kind that counts.
        kind: KindId,
        /// The unit's rank.
        rank: Exact,
    },
    /// It is one thing with another item, which stands for it.
    Duplicate {
        /// That item.
        of: usize,
        /// What they have in common.
        by: Common,
    },
    /// It does not count.
    LeftOut(Exclusion),
}

/// What two items of one thing have in common.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Common {
    /// The code.
    Code,
    /// The name.
    Name,
    /// The unit that they are built on.
    Host,
}

names!(Common {
    Code = "code",
    Name = "name",
    Host = "host",
});

/// Why an item does not count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exclusion {
    /// No kind stands there.
    NoKind,
    /// What stands there is none of the tally's kinds.
    NoSuchKind,
    /// Its number says that it is something which the plan does not name.
    OutOfScope,
    /// Its status says that it is not in force.
    NotInForce,
    /// The unit is not the lead unit.
    NotLead,
}

names!(Exclusion {
    NoKind = "no_kind",
    NoSuchKind = "no_such_kind",
    OutOfScope = "out_of_scope",
    NotInForce = "not_in_force",
    NotLead = "not_lead",
});

/// What a person should look at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Doubt {
    /// The item.
    pub item: usize,
    /// What is doubtful.
    pub about: About,
    /// Another item that it is about.
    pub of: Option<usize>,
}

/// What is doubtful about an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum About {
    /// Its code.
    Code(Flaw),
    /// Another item has the same name.
    SameName,
    /// Another item has nearly the same name.
    NearName,
    /// Another item has the same code and another name.
    OtherName,
    /// Another item's host units (依托单位) are partly the same.
    SharedHost,
    /// It has neither name nor code.
    Nameless,
    /// Its number tells another kind than the list.
    KindDiffers,
    /// Besides its kinds there is something else, which is none of the tally's.
    OtherKind,
    /// Its status is not one that is known.
    Status,
    /// Another item of the same thing does not count.
    Contradicted,
    /// It counts because a person said so.
    Anyway,
}

impl About {
    /// Its name in reports.
    pub fn as_str(self) -> &'static str {
        match self {
            About::Code(Flaw::Form) => "unknown_code",
            About::Code(Flaw::Publication) => "other_number",
            About::Code(_) => "check_digit",
            About::SameName => "same_name",
            About::NearName => "near_name",
            About::OtherName => "other_name",
            About::SharedHost => "shared_host",
            About::Nameless => "nameless",
            About::KindDiffers => "kind_differs",
            About::OtherKind => "no_such_kind",
            About::Status => "status",
            About::Contradicted => "contradicted",
            About::Anyway => "counted_anyway",
        }
    }
}
