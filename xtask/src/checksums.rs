//! `dist/SHA256SUMS`, by which anyone can check what was handed on to them: `sha256sum -c SHA256SUMS`.

use anyhow::Result;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

const NAME: &str = "SHA256SUMS";

/// Writes the sums of everything in a folder and below.
pub fn write(folder: &Path) -> Result<()> {
    let text: String = sums(folder)?.iter().map(|(name, sum)| format!("{sum}  {name}\n")).collect();
    Ok(std::fs::write(folder.join(NAME), text)?)
}

/// The sum of every file in a folder and below, by its place there.
pub fn sums(folder: &Path) -> Result<BTreeMap<String, String>> {
    let mut files = Vec::new();
    collect(folder, &mut files)?;
    let mut sums = BTreeMap::new();
    for file in files {
        let name = file.strip_prefix(folder)?.to_string_lossy().replace('\\', "/");
        if name != NAME {
            sums.insert(name, format!("{:x}", Sha256::digest(std::fs::read(&file)?)));
        }
    }
    Ok(sums)
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) -> Result<()> {
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() { collect(&path, files)? } else { files.push(path) }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_is_listed_by_its_place_and_the_list_is_not() -> Result<()> {
        let shell = xshell::Shell::new()?;
        let folder = shell.create_temp_dir()?;
        for file in ["b", "a/c", NAME] {
            shell.write_file(folder.path().join(file), "abc")?;
        }
        write(folder.path())?;
        let sum = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        assert_eq!(shell.read_file(folder.path().join(NAME))?, format!("{sum}  a/c\n{sum}  b\n"));
        Ok(())
    }
}
