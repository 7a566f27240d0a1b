//! A value that is known, or what it lacks. A missing value is never a silent zero.

use super::address::Address;
use super::exact::{Exact, Overflow};
use super::names::names;

/// A value as a submission gives it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Given<T> {
    /// It is known.
    Known(T),
    /// It is absent.
    Missing,
    /// What was given is refused.
    Refused,
}

impl<T> Given<T> {
    /// The value, or what its absence at an address means to whatever needs it.
    pub(crate) fn at(&self, address: Address) -> Known<&T> {
        match self {
            Given::Known(value) => Ok(value),
            Given::Missing => Err(Lack::missing(address)),
            Given::Refused => Err(Lack::refused()),
        }
    }

    /// The value, where it is known.
    pub(crate) fn known(&self) -> Option<&T> {
        match self {
            Given::Known(value) => Some(value),
            Given::Missing | Given::Refused => None,
        }
    }
}

/// A known value, or what is lacking for it.
pub type Known<T> = Result<T, Lack>;

/// Why a value is not known. Several reasons can hold at once; [`Lack::state`] names the one that counts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lack {
    /// A kind of its tally has no weight in the ruleset.
    pub unstated: bool,
    /// An entry it needs was refused.
    pub refused: bool,
    /// The result does not fit exact arithmetic.
    pub overflow: bool,
    /// It would take a division by zero.
    pub not_computable: bool,
    /// The entries that are needed and absent.
    pub missing: Vec<Address>,
}

/// The state of a measure, as the report names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// The value is known.
    Known,
    /// A kind of its tally has no weight.
    Unstated,
    /// An entry was refused.
    Refused,
    /// An entry is absent.
    Missing,
    /// It would take a division by zero.
    NotComputable,
}

names!(State {
    Known = "known",
    Unstated = "unstated",
    Refused = "refused",
    Missing = "missing",
    NotComputable = "not_computable",
});

impl Lack {
    /// An entry is absent.
    pub(crate) fn missing(address: Address) -> Lack {
        Lack { missing: vec![address], ..Lack::default() }
    }

    /// Something was refused.
    pub(crate) fn refused() -> Lack {
        Lack { refused: true, ..Lack::default() }
    }

    /// The arithmetic has no result.
    pub(crate) fn not_computable() -> Lack {
        Lack { not_computable: true, ..Lack::default() }
    }

    /// A weight is not stated.
    pub(crate) fn unstated() -> Lack {
        Lack { unstated: true, ..Lack::default() }
    }

    /// The reason that counts when several hold.
    pub fn state(&self) -> State {
        if self.unstated {
            State::Unstated
        } else if self.refused || self.overflow {
            State::Refused
        } else if !self.missing.is_empty() {
            State::Missing
        } else {
            // Also where no reason is given: what is lacking must never pass for a known value.
            State::NotComputable
        }
    }

    /// Takes in what else is lacking.
    pub(crate) fn absorb(&mut self, other: Lack) {
        self.unstated |= other.unstated;
        self.refused |= other.refused;
        self.overflow |= other.overflow;
        self.not_computable |= other.not_computable;
        self.missing.extend(other.missing);
    }
}

impl From<Overflow> for Lack {
    fn from(_: Overflow) -> Lack {
        Lack { overflow: true, ..Lack::default() }
    }
}

/// The sum of all values, or everything that any of them lacks.
pub(crate) fn sum(values: impl IntoIterator<Item = Known<Exact>>) -> Known<Exact> {
    let (mut sum, mut lack) = (Ok(Exact::ZERO), None::<Lack>);
    for value in values {
        match value {
            Ok(value) => sum = sum.and_then(|sum| sum.plus(value)),
            Err(more) => lack.get_or_insert_with(Lack::default).absorb(more),
        }
    }
    lack.map_or_else(|| Ok(sum?), Err)
}

/// All values, or everything that any of them lacks.
pub(crate) fn all<T>(values: impl IntoIterator<Item = Known<T>>) -> Known<Vec<T>> {
    let mut known = Vec::new();
    let mut lack: Option<Lack> = None;
    for value in values {
        match value {
            Ok(value) => known.push(value),
            Err(more) => lack.get_or_insert_with(Lack::default).absorb(more),
        }
    }
    lack.map_or(Ok(known), Err)
}

/// Both values, or everything that either lacks.
pub(crate) fn both<A, B>(a: Known<A>, b: Known<B>) -> Known<(A, B)> {
    match (a, b) {
        (Ok(a), Ok(b)) => Ok((a, b)),
        (Err(lack), Ok(_)) | (Ok(_), Err(lack)) => Err(lack),
        (Err(mut lack), Err(more)) => {
            lack.absorb(more);
            Err(lack)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Lack, State};
    use crate::address::{Address, Side};
    use crate::exact::Overflow;
    use crate::ids::{FigureId, Id};

    #[test]
    fn of_two_reasons_the_weightier_counts_in_either_order() {
        let reasons = [
            (Lack::unstated(), State::Unstated),
            (Lack::refused(), State::Refused),
            (Lack::from(Overflow), State::Refused),
            (Lack::missing(Address::whole(Side::Now, FigureId::from_index(0))), State::Missing),
            (Lack::not_computable(), State::NotComputable),
            (Lack::default(), State::NotComputable),
        ];
        for (index, (weightier, state)) in reasons.iter().enumerate() {
            for (lighter, _) in &reasons[index..] {
                for (first, second) in [(weightier, lighter), (lighter, weightier)] {
                    let mut both = first.clone();
                    both.absorb(second.clone());
                    assert_eq!(both.state(), *state, "{first:?} and {second:?}");
                    assert_eq!(both.overflow, first.overflow || second.overflow);
                }
            }
        }
    }
}
