//! Whether the same sources give the same bytes on another machine: they are built once more, in another folder and with other
//! folders for what is compiled and what is downloaded, and every file is compared.

use crate::project::Project;
use crate::{checksums, package};
use anyhow::{Result, ensure};
use std::path::Path;

/// What is no source.
const LEFT_OUT: [&str; 3] = [".git", "dist", "target"];

/// The npm package in `dist/` once more: half a minute, or a minute the first time.
pub fn package(project: &Project) -> Result<()> {
    let copy = copy(project)?;
    package::build(&copy)?;
    names_no_place(project, &project.dist().join("npm"))?;
    compare(&project.dist().join("npm"), &copy.dist().join("npm"))
}

/// All of `dist/` once more.
pub fn everything(project: &Project) -> Result<()> {
    let copy = copy(project)?;
    crate::make(&copy)?;
    names_no_place(project, &project.dist())?;
    compare(&project.dist(), &copy.dist())
}

/// The sources as they are now. What was compiled there before stays; the sources are newer, so they are compiled again.
fn copy(project: &Project) -> Result<Project> {
    let place = project.root().join("target/twice");
    let copy = project.elsewhere(place.join("in-a-folder-of-another-length"));
    let sh = &project.shell;
    sh.create_dir(copy.root())?;
    for old in sh.read_dir(copy.root())?.iter().filter(|path| !path.ends_with("target")) {
        sh.remove_path(old)?;
    }
    for source in sh.read_dir(project.root())?.iter().filter(|path| !LEFT_OUT.iter().any(|name| path.ends_with(name))) {
        copy_into(source, copy.root())?;
    }
    let home = place.join("cargo");
    sh.remove_path(&home)?;
    sh.create_dir(&home)?;
    lend(&project.cargo_home()?, &home)?;
    copy.shell.set_var("CARGO_HOME", home);
    Ok(copy)
}

fn copy_into(source: &Path, folder: &Path) -> Result<()> {
    let copy = folder.join(source.file_name().unwrap_or_default());
    if source.is_dir() {
        std::fs::create_dir_all(&copy)?;
        for entry in std::fs::read_dir(source)? {
            copy_into(&entry?.path(), &copy)?;
        }
        return Ok(());
    }
    std::fs::copy(source, copy)?;
    Ok(())
}

/// The downloads of one Cargo under the paths of another.
#[cfg(unix)]
fn lend(home: &Path, other: &Path) -> Result<()> {
    for entry in std::fs::read_dir(home)? {
        let entry = entry?;
        std::os::unix::fs::symlink(entry.path(), other.join(entry.file_name()))?;
    }
    Ok(())
}

/// Links need a permission there that few have: the packages are downloaded anew.
#[cfg(not(unix))]
fn lend(_: &Path, _: &Path) -> Result<()> {
    Ok(())
}

/// Both builds have the same compiler, so the place of that is looked for.
fn names_no_place(project: &Project, folder: &Path) -> Result<()> {
    let places = [project.root().to_owned(), project.cargo_home()?, project.sysroot()?];
    for place in places.iter().map(|place| format!("{}/", place.display())) {
        for file in checksums::sums(folder)?.keys() {
            let content = std::fs::read(folder.join(file))?;
            let found = content.windows(place.len()).any(|bytes| bytes == place.as_bytes());
            ensure!(!found, "{file} names {place}, a folder of this machine");
        }
    }
    Ok(())
}

fn compare(first: &Path, second: &Path) -> Result<()> {
    let (first_sums, second_sums) = (checksums::sums(first)?, checksums::sums(second)?);
    let names = first_sums.keys().chain(second_sums.keys().filter(|name| !first_sums.contains_key(*name)));
    let differing: Vec<_> = names.filter(|name| first_sums.get(*name) != second_sums.get(*name)).cloned().collect();
    ensure!(differing.is_empty(), "{} and {} differ: {}", first.display(), second.display(), differing.join(", "));
    eprintln!("\nThe same bytes twice: {} files of {}", first_sums.len(), first.display());
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_byte_and_a_file_more_are_noticed_on_either_side() -> Result<()> {
        let shell = xshell::Shell::new()?;
        let folder = shell.create_temp_dir()?;
        let (first, second) = (folder.path().join("first"), folder.path().join("second"));
        for (file, text) in [("first/a", "one"), ("second/a", "one"), ("first/b/c", "two"), ("second/b/c", "two")] {
            shell.write_file(folder.path().join(file), text)?;
        }
        compare(&first, &second)?;

        shell.write_file(second.join("b/c"), "two ")?;
        shell.write_file(second.join("d"), "")?;
        for (one, other) in [(&first, &second), (&second, &first)] {
            assert!(compare(one, other).unwrap_err().to_string().ends_with(" differ: b/c, d"));
        }
        Ok(())
    }
}
