//! The test programs of the workspace, compiled together: by itself the one of `tests/e2e` would have its packages with fewer features,
//! and they would be compiled once more.

use crate::project::Project;
use anyhow::{Context, Result, ensure};
use serde_json::Value;
use std::path::{Path, PathBuf};
use std::process::Command;
use xshell::cmd;

/// The program that plays the page in a browser.
pub const STORIES: &str = "stories";

/// One test program.
#[derive(Debug, PartialEq)]
pub struct Program {
    /// The target that it is compiled from.
    pub name: String,
    file: PathBuf,
    /// The folder of its package, where `cargo test` would run it as well.
    folder: PathBuf,
}

impl Program {
    /// Runs it as `cargo test` would, with these settings.
    pub fn run(&self, settings: &[(&str, &Path)], arguments: &[&str]) -> Result<()> {
        let mut command = Command::new(&self.file);
        command.current_dir(&self.folder).arg("--quiet").args(arguments).envs(settings.iter().copied());
        // What failed is said in a line or two, which a log that keeps a part of the output still has in it.
        command.env("RUST_BACKTRACE", "0");
        let status = command.status().with_context(|| format!("{} does not start", self.file.display()))?;
        ensure!(status.success(), "tests of {} failed ({})", self.name, self.folder.display());
        Ok(())
    }
}

/// All of them, compiled where they are not up to date.
pub fn compiled(project: &Project) -> Result<Vec<Program>> {
    let sh = &project.shell;
    let compile = cmd!(sh, "cargo test --quiet --workspace --no-run --message-format json-render-diagnostics");
    programs(&compile.quiet().read().context("the tests could not be compiled")?)
}

/// The programs among what Cargo says that it made.
fn programs(messages: &str) -> Result<Vec<Program>> {
    let mut programs = Vec::new();
    for line in messages.lines() {
        let message: Value = serde_json::from_str(line).context("cargo says what is no JSON")?;
        let (Some(file), true) = (message["executable"].as_str(), message["profile"]["test"] == true) else { continue };
        let manifest = Path::new(message["manifest_path"].as_str().context("a program without a manifest")?);
        programs.push(Program {
            name: message["target"]["name"].as_str().context("a program without a name")?.to_owned(),
            file: file.into(),
            folder: manifest.parent().context("a manifest without a folder")?.to_owned(),
        });
    }
    ensure!(programs.iter().any(|program| program.name == STORIES), "no test program is called {STORIES}");
    Ok(programs)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn programs_of_tests_are_found_and_others_are_not() {
        let said = |name: &str, test: bool, executable: &str| {
            format!(
                r#"{{"reason":"compiler-artifact","manifest_path":"/p/e2e/Cargo.toml","target":{{"name":"{name}"}},"profile":{{"test":{test}}},"executable":{executable}}}"#
            )
        };
        let all = [
            said("e2e", false, "null"),
            said("screen", false, r#""/t/screen""#),
            said("stories", true, r#""/t/stories-1""#),
            r#"{"reason":"build-finished","success":true}"#.to_owned(),
        ];
        let stories = Program { name: "stories".into(), file: "/t/stories-1".into(), folder: "/p/e2e".into() };
        assert_eq!(programs(&all.join("\n")).unwrap(), [stories]);
        assert!(programs(&all[1]).is_err(), "a run without its stories proves nothing");
    }
}
