//! What was edited since it was last looked at. Looking is cheap enough for twice a second; what systems offer instead would be a
//! dozen more packages.

use crate::freshness::collect;
use crate::project::Project;
use anyhow::Result;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

const WATCHED: [&str; 2] = ["src", "www"];
const PAUSE: Duration = Duration::from_millis(500);

/// When every source was last written.
#[derive(Debug, PartialEq)]
pub struct Sources(BTreeMap<PathBuf, SystemTime>);

impl Sources {
    pub fn now(project: &Project) -> Self {
        Self::of(project.root())
    }

    /// What vanishes while it is looked at counts as not there.
    fn of(root: &Path) -> Self {
        let mut files = Vec::new();
        for folder in WATCHED {
            let _ = collect(&root.join(folder), &mut files);
        }
        let written = |file: PathBuf| Some((file.metadata().ok()?.modified().ok()?, file));
        Self(files.into_iter().filter_map(written).map(|(time, file)| (file, time)).collect())
    }
}

/// Calls `changed` whenever sources differ from those `seen` and stayed the same for a moment: an editor may write several.
pub fn forever(project: &Project, mut seen: Sources, mut changed: impl FnMut() -> Result<()>) -> Result<()> {
    let mut built = true;
    loop {
        std::thread::sleep(PAUSE);
        let now = Sources::now(project);
        if now != seen {
            (seen, built) = (now, false);
        } else if !built {
            // What is edited from here on is noticed the next time.
            built = true;
            changed()?;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs::File;

    #[test]
    fn an_edit_a_new_file_and_a_removed_one_are_noticed() -> Result<()> {
        let shell = xshell::Shell::new()?;
        let root = shell.create_temp_dir()?;
        let (source, other) = (root.path().join("src/engine/a.rs"), root.path().join("www/b.css"));
        shell.write_file(&source, "one")?;
        let first = Sources::of(root.path());
        assert_eq!(Sources::of(root.path()), first);

        File::options().write(true).open(&source)?.set_modified(SystemTime::UNIX_EPOCH)?;
        let second = Sources::of(root.path());
        assert_ne!(second, first);

        shell.write_file(&other, "")?;
        assert_ne!(Sources::of(root.path()), second);
        shell.remove_path(&other)?;
        assert_eq!(Sources::of(root.path()), second);
        Ok(())
    }
}
