//! Node.js, and what comes from npm: wasm-opt and esbuild for the build, what the tests use, and the engines that ours is measured
//! against.

use crate::project::Project;
use crate::setup::announce;
use anyhow::{Context, Result, bail};
use std::path::{Path, PathBuf};
use xshell::cmd;

/// The oldest Node.js that the package and the tools are meant for.
pub const OLDEST: u32 = 20;

/// The oldest browsers that run the page wherever it is embedded: docs/browsers.md says why these.
pub const OLDEST_BROWSERS: &str = "chrome79,firefox101,safari16.4";

/// What every browser understands, however old.
pub const ANY_BROWSER: &str = "es5";

/// Whether the old Chromiums run here: their programs are for one kind of machine only.
pub const RUNS_OLD_BROWSERS: bool = cfg!(all(target_os = "linux", target_arch = "x86_64"));

/// The path of wasm-opt.
pub fn wasm_opt(project: &Project) -> Result<PathBuf> {
    Ok(packages(project)?.join("binaryen/bin/wasm-opt"))
}

/// The path of axe-core, the script that looks for what keeps people out of a page.
pub fn axe(project: &Project) -> Result<PathBuf> {
    Ok(packages(project)?.join("axe-core/axe.min.js"))
}

/// The path of esbuild, a script for Node.
pub fn esbuild(project: &Project) -> Result<PathBuf> {
    Ok(packages(project)?.join("esbuild/bin/esbuild"))
}

/// The folder of old Chromiums, `chromium-79` to `chromium-103`.
pub fn old_browsers(project: &Project) -> Result<PathBuf> {
    let home = project.tools().join("browsers");
    install(project, "ci", "xtask/browsers", &home, "six Chromiums from 79 to 103 from npm", "280 MB")
}

/// The folder of what the build and the tests use from npm.
pub fn packages(project: &Project) -> Result<PathBuf> {
    let (home, what) =
        (project.tools().join("npm"), "binaryen (wasm-opt), esbuild and the tools of the tests from npm");
    install(project, "ci", "xtask/tools", &home, what, "some seconds")
}

/// The folder of npm packages below `home`, installed first if they are missing or of other versions than the lock file in `from`
/// fixes. `how` is npm's command: `ci`; or `install` where the lock is without the builds for other systems, which `ci` refuses.
pub fn install(project: &Project, how: &str, from: &str, home: &Path, what: &str, how_long: &str) -> Result<PathBuf> {
    let sh = &project.shell;
    let packages = home.join("node_modules");
    let wanted = project.read(&format!("{from}/package-lock.json"))?;
    // The lock file is copied last, so one that equals ours says that the whole installation was finished.
    let finished = home.join("installed-lock.json");
    if packages.exists() && sh.read_file(&finished).ok().as_ref() == Some(&wanted) {
        return Ok(packages);
    }
    require(project)?;
    announce(what, how_long);
    sh.create_dir(home)?;
    for file in ["package.json", "package-lock.json"] {
        sh.copy_file(project.root().join(from).join(file), home.join(file))?;
    }
    // Without install scripts: esbuild's would put a program in the place of its script, and the script finds it anyway.
    cmd!(sh, "npm {how} --prefix {home} --ignore-scripts --no-audit --no-fund --loglevel=error")
        .run()
        .with_context(|| format!("npm could not install {what}"))?;
    sh.write_file(&finished, &wanted)?;
    Ok(packages)
}

/// A script (`js`) or style sheet (`css`) that means the same in fewer bytes, all of them ASCII: it may stand in a page of any encoding,
/// and official sites may still be in GBK. The `target` is what has to understand it.
pub fn minify(project: &Project, language: &str, target: &str, text: &str) -> Result<String> {
    minify_with(project, language, target, &[], text)
}

/// The same of a script that leaves no variables in the page, nor does what esbuild puts before it for what the target lacks: one of
/// those was `$`.
pub fn minify_closed(project: &Project, target: &str, script: &str) -> Result<String> {
    minify_with(project, "js", target, &["--format=iife"], script)
}

fn minify_with(project: &Project, language: &str, target: &str, flags: &[&str], text: &str) -> Result<String> {
    let sh = &project.shell;
    let program = esbuild(project)?;
    let minified = cmd!(
        sh,
        "node {program} --minify --charset=ascii --target={target} --loader={language} {flags...} --log-level=error"
    );
    minified.quiet().stdin(text).read().with_context(|| format!("esbuild could not minify the {language}"))
}

/// Optimises a wasm file in place. Its exit code counts: wasm-pack by itself goes on silently without wasm-opt.
pub fn optimise(project: &Project, wasm: &Path, flags: &[&str]) -> Result<()> {
    let sh = &project.shell;
    let program = wasm_opt(project)?;
    let optimised = wasm.with_extension("optimised");
    // Generic code leaves many functions that differ in a constant; what is merged makes room for more of the same.
    cmd!(sh, "node {program} -Oz --converge --merge-similar-functions --reorder-functions-by-name {flags...} {wasm} -o {optimised}")
        .run()
        .context("wasm-opt failed")?;
    std::fs::rename(&optimised, wasm).context("wasm-opt wrote nothing")
}

/// One sentence for the person whose machine has no Node.js, or one too old.
pub fn require(project: &Project) -> Result<()> {
    let sh = &project.shell;
    let Ok(printed) = cmd!(sh, "node --version").quiet().ignore_stderr().read() else {
        bail!("Node.js is missing: install version {OLDEST} or newer, https://nodejs.org");
    };
    if major(&printed).is_none_or(|version| version < OLDEST) {
        bail!("Node.js {printed} is too old: install version {OLDEST} or newer, https://nodejs.org");
    }
    if cmd!(sh, "npm --version").quiet().ignore_stderr().read().is_err() {
        bail!("Node.js is here but npm is not: install npm");
    }
    Ok(())
}

/// `v20.20.2` is 20.
fn major(version: &str) -> Option<u32> {
    version.strip_prefix('v')?.split('.').next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_major_version_is_read_from_what_node_prints() {
        assert_eq!(major("v20.20.2"), Some(20));
        assert_eq!(major("v8.17.0"), Some(8));
        assert_eq!(major("command not found"), None);
    }
}
