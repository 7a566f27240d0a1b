//! What is shown, feature by feature. Each folder uses only those below it in this list:
//!
//! - [`shell`]: what everything else stands in.
//! - [`form`], [`overview`], [`compare`], [`method`], [`print`], [`files`], [`preview`]: one feature each; none of them knows another.
//! - [`findings`]: what the engine finds.
//! - [`overrides`]: the batch's own numbers.
//! - [`kit`]: what every part may use.
//!
//! Most of it is plain functions that give `Html`. Where a key typed must not render everything again stands a [`kit::memo`]: it is made of
//! little that compares cheaply, and takes the rest (language, rules, stage, the way to act) from the [`kit::frame`], which changes
//! only when a person chooses something else. So a key typed in a field renders that field, the findings that change with it, and
//! the summary.

mod compare;
mod files;
mod findings;
mod form;
mod kit;
mod method;
mod overrides;
mod overview;
mod preview;
mod print;
mod shell;

pub use self::files::snapshot::{actions_of, snapshot_of};
pub use self::files::toolbar::files_of;
pub use self::kit::foreign::{unwatch, watch};
pub use self::kit::frame::Dispatcher;
pub use self::kit::json::input_to_js;
pub use self::kit::link::lead;
#[cfg(debug_assertions)]
pub use self::kit::rendered::renders;
pub use self::kit::workbook::ask_office_by;
pub use self::shell::app::{App, AppProps};
