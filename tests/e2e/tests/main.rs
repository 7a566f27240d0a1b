//! The stories that are played in a browser, as one program: `cargo xtask test --only chromium`, or one of them by its name.

mod accessibility;
mod address;
mod browser;
mod element;
mod examples;
mod faults;
mod files;
mod frames;
mod hosted;
mod hostile;
mod hosts;
mod numbers;
mod office;
mod offline;
mod overview;
mod owner;
mod pasting;
mod policy;
mod starting;
mod stories;
mod tables;
mod translated;
mod typing;
mod unfinished;
mod workbench;

use std::path::{Path, PathBuf};

use anyhow::Result;
use e2e::browser::Browser;

/// Where the stories of one module may write: another browser may be playing the same ones.
fn folder(module: &str) -> Result<PathBuf> {
    Ok(Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{:?}", Browser::chosen()?)).join(module))
}
