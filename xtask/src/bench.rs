//! What has to be downloaded, in bytes as they are and as servers compress them.

use crate::node;
use crate::project::Project;
use anyhow::Result;
use xshell::cmd;

pub fn run(project: &Project) -> Result<()> {
    let sh = &project.shell;
    node::require(project)?;
    let script = project.root().join("xtask/tools/sizes.mjs");
    let files = [
        project.dist().join("index.html"),
        project.dist().join("shifan.js"),
        project.work().join("shifan_bg.wasm"),
        project.dist().join("npm/shifan.js"),
        project.dist().join("npm/shifan_bg.wasm"),
    ];
    Ok(cmd!(sh, "node {script} {files...}").quiet().run()?)
}
