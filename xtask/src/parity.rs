//! The workbook of `tests/parity`: written by a script, computed by LibreOffice, committed, and compared with the engine by `cargo test`.

use crate::browser::is_root_on_debian;
use crate::project::Project;
use crate::setup::announce;
use anyhow::{Context, Result, bail, ensure};
use std::path::{Path, PathBuf};
use xshell::cmd;

const PACKAGES: [&str; 3] = ["libreoffice-calc", "python3", "python3-venv"];
/// LibreOffice's name for the format, which has to be told apart from its own older ones.
const FORMAT: &str = "xlsx:Calc MS Excel 2007 XML";

pub fn run(project: &Project) -> Result<()> {
    let sh = &project.shell;
    programs(project)?;
    let python = python(project)?;
    let script = project.root().join("tests/parity/make.py");
    let work = project.root().join("target/parity");
    let (written, computed, settled) =
        (work.join("parity.xlsx"), work.join("computed"), project.root().join("tests/parity/parity.xlsx"));
    sh.remove_path(&work)?;
    sh.create_dir(&computed)?;
    // Without it Python leaves its compiled scripts among the sources.
    let _clean = sh.push_env("PYTHONDONTWRITEBYTECODE", "1");
    cmd!(sh, "{python} {script} write {written}").run()?;
    // A profile of its own: a LibreOffice that the person has open would take the order and do nothing.
    let profile = format!("-env:UserInstallation=file://{}", work.join("profile").display());
    cmd!(sh, "soffice --headless {profile} --convert-to {FORMAT} --outdir {computed} {written}")
        .ignore_stderr()
        .run()?;
    let computed = computed.join("parity.xlsx");
    ensure!(computed.exists(), "LibreOffice wrote no workbook");
    cmd!(sh, "{python} {script} settle {computed} {settled}").run()?;
    eprintln!("\nWrote {}; `cargo test -p engine --test rules parity` compares it with the engine", settled.display());
    Ok(())
}

/// LibreOffice and a Python that can make an environment of its own.
pub fn programs(project: &Project) -> Result<()> {
    let sh = &project.shell;
    let there = || {
        ["soffice --version", "python3 -c 'import ensurepip'"]
            .iter()
            .all(|probe| cmd!(sh, "sh -c {probe}").quiet().ignore_stdout().ignore_stderr().run().is_ok())
    };
    if there() {
        return Ok(());
    }
    if !is_root_on_debian(sh) {
        bail!("LibreOffice or Python is missing: install both (on Debian: apt-get install {})", PACKAGES.join(" "));
    }
    announce("LibreOffice and Python, from Debian", "a minute or two");
    let _quiet = sh.push_env("DEBIAN_FRONTEND", "noninteractive");
    cmd!(sh, "apt-get -q update").run().context("apt-get could not read Debian's package lists")?;
    cmd!(sh, "apt-get -q install -y --no-install-recommends {PACKAGES...}")
        .run()
        .context("apt-get could not install LibreOffice")?;
    ensure!(there(), "Debian's LibreOffice or Python was installed but does not run");
    Ok(())
}

/// The Python of an environment with exactly the packages of `requirements.txt`.
fn python(project: &Project) -> Result<PathBuf> {
    let sh = &project.shell;
    let home = project.tools().join("parity");
    let python = home.join("bin/python");
    let wanted = project.read("tests/parity/requirements.txt")?;
    // Copied last: one that equals ours says that the installation was finished.
    let finished = home.join("requirements.txt");
    if python.exists() && sh.read_file(&finished).ok().as_ref() == Some(&wanted) {
        return Ok(python);
    }
    announce("openpyxl from PyPI", "some seconds");
    install(project, &home, &python).context("pip could not install openpyxl")?;
    sh.write_file(&finished, &wanted)?;
    Ok(python)
}

fn install(project: &Project, home: &Path, python: &Path) -> Result<()> {
    let sh = &project.shell;
    let requirements = project.root().join("tests/parity/requirements.txt");
    cmd!(sh, "python3 -m venv --clear {home}").run()?;
    cmd!(sh, "{python} -m pip install --quiet --disable-pip-version-check --no-deps -r {requirements}").run()?;
    Ok(())
}
