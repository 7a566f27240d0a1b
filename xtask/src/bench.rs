//! What has to be downloaded and what it consists of, written into the ledger.

use crate::crates;
use crate::ledger;
use crate::project::Project;
use crate::wasm::{self, Effort, Glue};
use anyhow::Result;
use serde_json::{Map, json};

pub fn run(project: &Project) -> Result<()> {
    eprintln!("\nThe wasm once more, with the names of its functions");
    let mut parts = Map::new();
    for (feature, glue, file) in [
        (wasm::PACKAGE, Glue::Package, "dist/npm/shifan_bg.wasm"),
        (wasm::PAGE, Glue::Script, "target/page/shifan_bg.wasm"),
        (wasm::OFFICE, Glue::Script, "target/office/shifan_bg.wasm"),
    ] {
        let out = project.root().join("target/named");
        wasm::build(project, feature, glue, Effort::Named, &out)?;
        let crates = crates::bytes(&project.shell.read_binary_file(out.join("shifan_bg.wasm"))?)?;
        parts.insert(file.to_owned(), json!(crates));
    }
    ledger::write(project, parts)
}
