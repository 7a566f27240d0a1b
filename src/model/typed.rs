//! What is typed in one field, and what is read of it.

use std::rc::Rc;

use rust_decimal::Decimal;

use super::unit::AmountUnit;
use engine::exact::Exact;
use engine::known::Given;
use engine::number::{NumberKind, parse_number};
use engine::problem::Code;

/// A text exactly as typed, with the number that it stands for.
///
/// The text is never rewritten: that is what keeps Chinese input methods, carets and half-typed numbers whole. It is read once,
/// when it is typed, so that everything that speaks of it (the echo beside the field, a problem, the assessment, a comparison, paper)
/// speaks of the same number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Typed {
    kind: NumberKind,
    text: Rc<str>,
    reading: Reading,
}

/// The number that a text stands for: 万元, percent or things by its kind. None of a blank, a code where it is refused.
pub type Reading = Result<Option<Decimal>, Code>;

impl Typed {
    /// A field for a kind of number with nothing in it.
    pub fn blank(kind: NumberKind) -> Typed {
        Typed { kind, text: "".into(), reading: Ok(None) }
    }

    /// A field with a text in it; an amount without a unit is read in the one given.
    pub fn new(kind: NumberKind, text: Rc<str>, unit: AmountUnit) -> Typed {
        let mut typed = Typed::blank(kind);
        typed.write(text, unit);
        typed
    }

    /// Types another text.
    pub fn write(&mut self, text: Rc<str>, unit: AmountUnit) {
        self.reading = match self.kind {
            NumberKind::Amount | NumberKind::SignedAmount => {
                parse_number(&unit.as_read_in(AmountUnit::WanYuan, &text), self.kind)
            }
            kind => parse_number(&text, kind),
        };
        self.text = text;
    }

    /// Reads the same text under another unit.
    pub fn read_in(&mut self, unit: AmountUnit) {
        self.write(Rc::clone(&self.text), unit);
    }

    /// How it is read.
    pub fn kind(&self) -> NumberKind {
        self.kind
    }

    /// The text as typed.
    pub fn text(&self) -> &Rc<str> {
        &self.text
    }

    /// What was read of it.
    pub fn reading(&self) -> Reading {
        self.reading
    }

    /// The number, where there is one.
    pub fn number(&self) -> Option<Decimal> {
        self.reading.ok().flatten()
    }

    /// Why it is refused, if it is.
    pub fn problem(&self) -> Option<Code> {
        self.reading.err()
    }

    /// Whether nothing is typed.
    pub fn is_blank(&self) -> bool {
        self.text.trim().is_empty()
    }

    /// The value as a submission gives it.
    pub fn given(&self) -> Given<Exact> {
        match self.reading {
            Ok(Some(number)) => Given::Known(number.into()),
            Ok(None) => Given::Missing,
            Err(_) => Given::Refused,
        }
    }
}
