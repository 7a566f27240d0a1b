//! The names that choices have in documents, submissions and reports.

use serde::{Serialize, Serializer};

/// A choice among a few, each with a name.
pub trait Named: Copy + 'static {
    /// All of them.
    const ALL: &'static [Self];

    /// Their names, in the same order.
    const NAMES: &'static [&'static str];

    /// Its name.
    fn as_str(self) -> &'static str;

    /// The one of this name.
    fn named(name: &str) -> Option<Self> {
        Self::NAMES.iter().position(|one| *one == name).map(|index| Self::ALL[index])
    }
}

/// Gives an enum its names, once for reading, writing and reports.
macro_rules! names {
    ($type:ident { $($variant:ident = $name:literal,)* }) => {
        impl $type {
            /// Its name in documents, submissions and reports.
            pub const fn as_str(self) -> &'static str {
                match self {
                    $($type::$variant => $name,)*
                }
            }
        }

        impl $crate::names::Named for $type {
            const ALL: &'static [$type] = &[$($type::$variant),*];
            const NAMES: &'static [&'static str] = &[$($name),*];

            fn as_str(self) -> &'static str {
                <$type>::as_str(self)
            }
        }

        impl serde::Serialize for $type {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(<$type>::as_str(*self))
            }
        }
    };
}
pub(crate) use names;

/// Writes a number as its decimal text.
pub(crate) fn as_text<S: Serializer>(number: &rust_decimal::Decimal, serializer: S) -> Result<S::Ok, S::Error> {
    number.to_string().serialize(serializer)
}
