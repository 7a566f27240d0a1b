//! The npm package as a WebAssembly module.
//!
//! It is a crate of its own because Cargo optimises a crate that is a library as well, as `shifan` is for its tests, only piece by piece:
//! the module is smaller by a tenth for that.

pub use shifan::*;
