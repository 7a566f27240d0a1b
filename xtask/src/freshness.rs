//! Whether the page in `dist/` was made from the sources as they are now.

use crate::project::Project;
use anyhow::Result;
use base64::prelude::{BASE64_STANDARD, Engine as _};
use sha2::{Digest, Sha256};
use std::path::{Path, PathBuf};

const INPUTS: [&str; 7] = [".cargo", "Cargo.lock", "Cargo.toml", "src", "www", "xtask/src", "xtask/tools"];
const OUTPUTS: [&str; 9] = [
    "embed.js",
    "examples/element.html",
    "frame.html",
    "index.html",
    "offline/sw.js",
    "shifan-chromium83.html",
    "shifan.html",
    "shifan-office.js",
    "shifan.js",
];

/// True if the page is there and was finished from these very sources.
pub fn is_fresh(project: &Project) -> Result<bool> {
    let complete = OUTPUTS.iter().all(|file| project.dist().join(file).exists());
    Ok(complete && std::fs::read_to_string(record(project)).ok() == Some(fingerprint(project.root())?))
}

/// A page in the making. Until it is `finished`, what is in `dist/` counts as stale: the work may fail half-way.
pub struct Making {
    record: PathBuf,
    sources: String,
}

impl Making {
    /// Takes the fingerprint now, because a source may be edited while the compiler runs.
    pub fn started(project: &Project) -> Result<Self> {
        let record = record(project);
        project.shell.remove_path(&record)?;
        Ok(Self { record, sources: fingerprint(project.root())? })
    }

    pub fn finished(self) -> Result<()> {
        Ok(std::fs::write(self.record, self.sources)?)
    }
}

fn record(project: &Project) -> PathBuf {
    project.root().join("target/page-made-from")
}

/// A hash of contents, not of times: those change with every checkout, and a deleted file has none.
fn fingerprint(root: &Path) -> Result<String> {
    let mut files = Vec::new();
    for input in INPUTS {
        collect(&root.join(input), &mut files)?;
    }
    files.sort();
    let mut hash = Sha256::new();
    for file in files {
        let content = std::fs::read(&file)?;
        hash.update(file.strip_prefix(root)?.to_string_lossy().as_bytes());
        hash.update([0]);
        hash.update(content.len().to_le_bytes());
        hash.update(content);
    }
    Ok(BASE64_STANDARD.encode(hash.finalize()))
}

/// Every file in a folder and below, or the file itself.
pub fn collect(path: &Path, files: &mut Vec<PathBuf>) -> Result<()> {
    if path.is_dir() {
        for entry in std::fs::read_dir(path)? {
            collect(&entry?.path(), files)?;
        }
    } else if path.exists() {
        files.push(path.to_owned());
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_fingerprint_changes_when_a_source_is_edited_or_removed_and_only_then() -> Result<()> {
        let shell = xshell::Shell::new()?;
        let root = shell.create_temp_dir()?;
        let source = root.path().join("src/engine/a.rs");
        shell.write_file(&source, "one")?;
        shell.write_file(root.path().join("target/other"), "not a source")?;
        let first = fingerprint(root.path())?;

        shell.write_file(&source, "one")?;
        shell.write_file(root.path().join("target/other"), "changed")?;
        assert_eq!(fingerprint(root.path())?, first);

        shell.write_file(&source, "two")?;
        let second = fingerprint(root.path())?;
        assert_ne!(second, first);

        shell.remove_path(&source)?;
        assert_ne!(fingerprint(root.path())?, second);
        Ok(())
    }
}
