//! The batch's own numbers: where they are typed, and the list of them.

pub mod override_field;
pub mod override_list;
pub mod threshold_override;
pub mod typed_overrides;
