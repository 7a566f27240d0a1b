//! Chromium, Firefox and their drivers: found, or installed where that is possible without asking anyone.

use crate::project::Project;
use crate::setup::{self, announce};
use anyhow::{Context, Result, bail};
use serde_json::json;
use std::path::{Path, PathBuf};
use xshell::{Shell, cmd};

const CHROMIUM: [&str; 3] = ["chromium", "chromium-driver", "fonts-noto-cjk"];
const FIREFOX: [&str; 2] = ["firefox-esr", "fonts-noto-cjk"];

/// Flags for a browser that only runs tests: no sandbox (it refuses to run as root with one), no talking to its maker.
const FLAGS: [&str; 6] = [
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--disable-quic",
];

pub struct Browser {
    pub chromium: PathBuf,
    pub driver: PathBuf,
}

impl Browser {
    pub fn find_or_install(project: &Project) -> Result<Self> {
        if let Some(browser) = Self::find() {
            return Ok(browser);
        }
        from_debian(&project.shell, "Chromium and its driver", &CHROMIUM, "CHROMIUM and CHROMEDRIVER")?;
        Self::find().context("Debian's Chromium was installed but is not on PATH")
    }

    fn find() -> Option<Self> {
        Some(Self {
            chromium: named("CHROMIUM").or_else(|| on_path(&["chromium", "chromium-browser", "google-chrome"]))?,
            driver: named("CHROMEDRIVER").or_else(|| on_path(&["chromedriver"]))?,
        })
    }

    /// Writes the file by which wasm-bindgen's test runner learns which browser to start, and how.
    pub fn webdriver_file(&self, project: &Project) -> Result<PathBuf> {
        let file = project.root().join("target/webdriver.json");
        let capabilities = json!({"goog:chromeOptions": {"binary": self.chromium, "args": FLAGS}});
        project.shell.write_file(&file, capabilities.to_string())?;
        Ok(file)
    }
}

/// Firefox and its driver, which Debian does not have.
pub struct Firefox {
    pub firefox: PathBuf,
    pub driver: PathBuf,
}

impl Firefox {
    pub fn find_or_install(project: &Project) -> Result<Self> {
        let find = || named("FIREFOX").or_else(|| on_path(&["firefox-esr", "firefox"]));
        let firefox = match find() {
            Some(firefox) => firefox,
            None => {
                from_debian(&project.shell, "Firefox", &FIREFOX, "FIREFOX")?;
                find().context("Debian's Firefox was installed but is not on PATH")?
            }
        };
        let driver = named("GECKODRIVER").map_or_else(|| setup::geckodriver(project), Ok)?;
        Ok(Self { firefox, driver })
    }
}

/// Installs packages of Debian's, or says what to install and how to name it.
fn from_debian(sh: &Shell, what: &str, packages: &[&str], variables: &str) -> Result<()> {
    if !is_root_on_debian(sh) {
        bail!(
            "{what} missing: install (on Debian: apt-get install {}) or name what you have in {variables}",
            packages.join(" ")
        );
    }
    announce(&format!("{what} and Chinese fonts, from Debian"), "a minute or two");
    let _quiet = sh.push_env("DEBIAN_FRONTEND", "noninteractive");
    cmd!(sh, "apt-get -q update").run().context("apt-get could not read Debian's package lists")?;
    cmd!(sh, "apt-get -q install -y --no-install-recommends {packages...}")
        .run()
        .with_context(|| format!("apt-get could not install {}", packages[0]))
}

/// A program that the person names in the environment.
pub fn named(variable: &str) -> Option<PathBuf> {
    std::env::var_os(variable).map(PathBuf::from).filter(|path| path.exists())
}

/// The first of these programs that is on PATH.
pub fn on_path(names: &[&str]) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    names
        .iter()
        .find_map(|name| std::env::split_paths(&path).map(|folder| folder.join(name)).find(|file| file.is_file()))
}

/// Whether packages can be had without asking anyone.
pub fn is_root_on_debian(sh: &Shell) -> bool {
    Path::new("/etc/debian_version").exists() && cmd!(sh, "id -u").quiet().read().is_ok_and(|id| id == "0")
}
