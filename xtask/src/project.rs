//! Where things are, and a shell that finds the project's own tools first.

use anyhow::{Context, Result};
use std::path::{Path, PathBuf};
use xshell::{Shell, cmd};

/// The workspace this command belongs to.
pub struct Project {
    root: PathBuf,
    tools: PathBuf,
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
        Ok(Self { tools: root.join("target/tools"), root, shell })
    }

    /// A copy of the project in another folder, with a target folder of its own and the tools of this one.
    pub fn elsewhere(&self, root: PathBuf) -> Self {
        let shell = self.shell.clone();
        shell.change_dir(&root);
        shell.set_var("CARGO_TARGET_DIR", root.join("target"));
        Self { root, tools: self.tools.clone(), shell }
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
        self.tools.clone()
    }

    /// Where Cargo keeps the packages that it has downloaded.
    pub fn cargo_home(&self) -> Result<PathBuf> {
        let said = self.shell.var_os("CARGO_HOME").map(PathBuf::from);
        said.or_else(|| Some(std::env::home_dir()?.join(".cargo")))
            .context("neither CARGO_HOME nor a home folder is known")
    }

    /// Intermediate files of the page, between wasm-pack and the bundle.
    pub fn work(&self) -> PathBuf {
        self.root.join("target/page")
    }

    /// The same of what the page loads to read Excel files.
    pub fn office_work(&self) -> PathBuf {
        self.root.join("target/office")
    }

    /// What the stages of the tests wrote.
    pub fn logs(&self) -> PathBuf {
        self.root.join("target/test")
    }

    /// Where the compiler and its libraries are.
    pub fn sysroot(&self) -> Result<PathBuf> {
        let sh = &self.shell;
        Ok(PathBuf::from(cmd!(sh, "rustc --print sysroot").quiet().read()?))
    }

    pub fn read(&self, path: &str) -> Result<String> {
        Ok(self.shell.read_file(self.root.join(path))?)
    }
}
