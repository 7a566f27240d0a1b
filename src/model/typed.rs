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
        let text = in_one_line(text);
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

/// A text for a field of one line, where line breaks are blanks. A browser leaves them out of what it shows, which would make one number
/// of two.
pub(super) fn in_one_line(text: Rc<str>) -> Rc<str> {
    if text.contains(LINE_BREAKS) { text.replace("\r\n", " ").replace(LINE_BREAKS, " ").into() } else { text }
}

const LINE_BREAKS: [char; 2] = ['\r', '\n'];

#[cfg(test)]
mod tests {
    use engine::number::NumberKind;

    use super::Typed;

    #[test]
    fn line_breaks_are_blanks() {
        // as handed in | as kept and shown | the number in it
        let table = [
            ("98.5", "98.5", Some("98.5")),
            ("98.5\r\n", "98.5 ", Some("98.5")),
            ("\n98.5\r", " 98.5 ", Some("98.5")),
            ("1\n234", "1 234", Some("1234")),
            ("12\n34", "12 34", None),
            ("12\r34", "12 34", None),
            ("12\r\n34", "12 34", None),
            ("98.5\n亿元", "98.5 亿元", Some("985000")),
            ("\r\n", " ", None),
        ];
        for (text, kept, number) in table {
            let typed = Typed::new(NumberKind::Amount, text.into(), Default::default());
            assert_eq!(
                (&**typed.text(), typed.number()),
                (kept, number.and_then(|number| number.parse().ok())),
                "{text:?}"
            );
        }
    }
}
