//! A value that is known, or what it lacks. A missing value is never a silent zero.

use super::exact::Overflow;

/// A known value, or what is lacking for it.
pub type Known<T> = Result<T, Lack>;

/// Why a value is not known. Several reasons can hold at once; [`Lack::state`] names the one that counts. Where none holds, it would
/// take a division by zero.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lack {
    /// A kind of its tally has no weight in the ruleset.
    pub unstated: bool,
    /// An entry it needs was refused.
    pub refused: bool,
    /// The result does not fit exact arithmetic.
    pub overflow: bool,
    /// The paths that are needed and absent.
    pub missing: Vec<String>,
}

/// The state of a measure, as the report names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "snake_case")]
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

impl Lack {
    /// Something at this path is absent.
    pub fn missing(path: String) -> Lack {
        Lack { missing: vec![path], ..Lack::default() }
    }

    /// Something was refused.
    pub fn refused() -> Lack {
        Lack { refused: true, ..Lack::default() }
    }

    /// The arithmetic has no result.
    pub fn not_computable() -> Lack {
        Lack::default()
    }

    /// A weight is not stated.
    pub fn unstated() -> Lack {
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
            State::NotComputable
        }
    }

    /// Takes in what else is lacking.
    pub fn absorb(&mut self, other: &Lack) {
        self.unstated |= other.unstated;
        self.refused |= other.refused;
        self.overflow |= other.overflow;
        self.missing.extend_from_slice(&other.missing);
    }
}

impl From<Overflow> for Lack {
    fn from(_: Overflow) -> Lack {
        Lack { overflow: true, ..Lack::default() }
    }
}

/// All values, or everything that any of them lacks.
pub fn all<'a, T: Clone + 'a>(values: impl IntoIterator<Item = &'a Known<T>>) -> Known<Vec<T>> {
    let mut known = Vec::new();
    let mut lack: Option<Lack> = None;
    for value in values {
        match value {
            Ok(value) => known.push(value.clone()),
            Err(more) => lack.get_or_insert_with(Lack::default).absorb(more),
        }
    }
    lack.map_or(Ok(known), Err)
}

/// Both values, or everything that either lacks.
pub fn both<A, B>(a: Known<A>, b: Known<B>) -> Known<(A, B)> {
    match (a, b) {
        (Ok(a), Ok(b)) => Ok((a, b)),
        (Err(lack), Ok(_)) | (Ok(_), Err(lack)) => Err(lack),
        (Err(mut lack), Err(more)) => {
            lack.absorb(&more);
            Err(lack)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Lack, State};
    use crate::exact::Overflow;

    #[test]
    fn of_two_reasons_the_weightier_counts_in_either_order() {
        let reasons = [
            (Lack::unstated(), State::Unstated),
            (Lack::refused(), State::Refused),
            (Lack::from(Overflow), State::Refused),
            (Lack::missing("figures.revenue[0]".to_owned()), State::Missing),
            (Lack::not_computable(), State::NotComputable),
        ];
        for (index, (weightier, state)) in reasons.iter().enumerate() {
            for (lighter, _) in &reasons[index..] {
                for (first, second) in [(weightier, lighter), (lighter, weightier)] {
                    let mut both = first.clone();
                    both.absorb(second);
                    assert_eq!(both.state(), *state, "{first:?} and {second:?}");
                    assert_eq!(both.overflow, first.overflow || second.overflow);
                }
            }
        }
    }
}
