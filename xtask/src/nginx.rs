//! nginx, under which the pages are tried out: found, or unpacked from Debian's package. It is not installed, because an installed
//! nginx begins to serve the machine.

use crate::browser::{is_root_on_debian, named, on_path};
use crate::project::Project;
use crate::setup::announce;
use anyhow::{Context, Result, bail};
use std::path::{Path, PathBuf};
use xshell::cmd;

/// Where Debian has it, which is not on everyone's PATH.
const USUAL: &str = "/usr/sbin/nginx";

/// Not NGINX, which nginx itself takes for a list of sockets.
pub const VARIABLE: &str = "NGINX_PROGRAM";

pub fn find_or_unpack(project: &Project) -> Result<PathBuf> {
    let home = project.tools().join("nginx");
    let unpacked = home.join(&USUAL[1..]);
    let usual = [Path::new(USUAL), &unpacked].into_iter().find(|path| path.exists()).map(Path::to_owned);
    if let Some(found) = named(VARIABLE).or_else(|| on_path(&["nginx"])).or(usual) {
        return Ok(found);
    }
    if !is_root_on_debian(&project.shell) {
        bail!("nginx is missing: install it (on Debian: apt-get install nginx-light) or name it in {VARIABLE}");
    }
    unpack(project, &home)?;
    let sh = &project.shell;
    cmd!(sh, "{unpacked} -v").run().context("nginx was unpacked and does not run: install nginx-light")?;
    Ok(unpacked)
}

fn unpack(project: &Project, home: &Path) -> Result<()> {
    let sh = &project.shell;
    announce("nginx, from Debian", "some seconds");
    cmd!(sh, "apt-get -q update").run().context("apt-get could not read Debian's package lists")?;
    sh.remove_path(home)?;
    let _there = (sh.create_dir(home)?, sh.push_dir(home));
    cmd!(sh, "apt-get -q download nginx").run().context("apt-get could not download nginx")?;
    for package in sh.read_dir(home)? {
        cmd!(sh, "dpkg-deb -x {package} .").run().context("dpkg-deb could not unpack nginx")?;
    }
    Ok(())
}
