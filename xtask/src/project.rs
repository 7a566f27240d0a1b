//! Where things are, and a shell that finds the project's own tools first.

use anyhow::{Context, Result};
use std::path::{Path, PathBuf};
use xshell::Shell;

/// The workspace this command belongs to.
pub struct Project {
    root: PathBuf,
    /// Runs commands in the root, with `target/tools/bin` in front of PATH.
    pub shell: Shell,
}

impl Project {
    pub fn locate() -> Result<Self> {
        // Read at run time: a target directory shared by two clones would bake in the wrong one.
        let manifest = std::env::var_os("CARGO_MANIFEST_DIR").context("run this as `cargo xtask`")?;
        let root = Path::new(&manifest).parent().context("xtask has no parent folder")?.to_owned();
        let shell = Shell::new()?;
        shell.change_dir(&root);

        let mut path = vec![root.join("target/tools/bin")];
        path.extend(std::env::split_paths(&std::env::var_os("PATH").unwrap_or_default()));
        shell.set_var("PATH", std::env::join_paths(path)?);
        // wasm-pack would otherwise make a folder in the person's home.
        shell.set_var("WASM_PACK_CACHE", root.join("target/tools/wasm-pack-cache"));
        Ok(Self { root, shell })
    }

    pub fn root(&self) -> &Path {
        &self.root
    }

    /// What is delivered.
    pub fn dist(&self) -> PathBuf {
        self.root.join("dist")
    }

    /// Tools installed by the set-up.
    pub fn tools(&self) -> PathBuf {
        self.root.join("target/tools")
    }

    /// Intermediate files of the page, between wasm-pack and the bundle.
    pub fn work(&self) -> PathBuf {
        self.root.join("target/page")
    }

    pub fn read(&self, path: &str) -> Result<String> {
        Ok(self.shell.read_file(self.root.join(path))?)
    }
}
