//! `dist/shifan.js`: the application as one classic script, and `dist/shifan-office.js`: the part of it that reads Excel files.
//!
//! The page for Chromium 83 to 96 has the former with another style sheet.

use crate::frame::closed;
use crate::node::{self, OLDEST_BROWSERS};
use crate::packing::Codes;
use crate::project::Project;
use crate::styles;
use crate::wasm::{self, Effort, Glue};
use anyhow::{Result, ensure};
use std::path::Path;

/// The release that both scripts say they are of; they work together if it is the same.
const VERSION: &str = env!("CARGO_PKG_VERSION");

/// The module in the folder where it was built.
const WASM: &str = "shifan_bg.wasm";

/// The texts of the scripts.
pub struct Scripts {
    /// The application.
    pub page: String,
    /// The same for Chromium 83 to 96.
    pub for_old: String,
    /// The part that reads Excel files.
    pub office: String,
}

pub fn build(project: &Project, effort: Effort) -> Result<Scripts> {
    wasm::build(project, wasm::PAGE, Glue::Script, effort, &project.work())?;
    wasm::build(project, wasm::OFFICE, Glue::Script, effort, &project.office_work())?;
    let codes = Codes::made_for(&project.shell.read_binary_file(project.work().join(WASM))?);
    let office = [engine(project, &project.office_work(), &codes)?, project.read("www/office_part.js")?].concat();
    let (engine, element) = (engine(project, &project.work(), &codes)?, element(project)?);
    let [styles, old_styles] = styles::build(project)?;
    let page = |styles: &str| -> Result<String> {
        let styles = serde_json::to_string(styles)?;
        minified(project, &[&engine, "const STYLES = ", &styles, ";\n", &element].concat())
    };
    Ok(Scripts { page: page(&styles)?, for_old: page(&old_styles)?, office: minified(project, &office)? })
}

/// The text of the element, in the order in which its parts need each other.
fn element(project: &Project) -> Result<String> {
    ["unpack", "words", "border", "parts", "office", "element"]
        .iter()
        .map(|part| project.read(&format!("www/{part}.js")))
        .collect()
}

/// What both scripts begin with: how an instance is made, the module, and the release. `folder` is where the wasm was built.
fn engine(project: &Project, folder: &Path, codes: &Codes) -> Result<String> {
    let glue = project.shell.read_file(folder.join("shifan.js"))?;
    let wasm = project.shell.read_binary_file(folder.join(WASM))?;
    ensure!(glue.starts_with("let wasm_bindgen = "), "the glue of wasm-bindgen has a new shape: look at engine()");
    let wasm = serde_json::to_string(&codes.pack(&wasm))?;
    // The glue works out its own address from `document`, which throws in documents without a usable address
    // (about:srcdoc, blob:). It is handed its bytes and needs no address, so for it there is no document.
    Ok(format!(
        "const makeEngine = (document) => {{\n{glue}\nreturn wasm_bindgen;\n}};\n\
         const WASM = {wasm};\n\
         const VERSION = {VERSION:?};\n"
    ))
}

/// One classic script that leaves no global behind, minified.
fn minified(project: &Project, script: &str) -> Result<String> {
    let minified = node::minify_closed(project, OLDEST_BROWSERS, &closed(script))?;
    ensure!(minified.starts_with("(()=>{"), "the script would leave variables of its own in the page");
    Ok(minified + "\n")
}
