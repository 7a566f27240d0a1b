//! The page as a WebAssembly module.
//!
//! It is a crate of its own because Cargo optimises a crate that is a library as well, as `page` is for its tests, only piece by piece:
//! the module is smaller by a twelfth for that.

pub use page::application::Application;
