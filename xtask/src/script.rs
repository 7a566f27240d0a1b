//! `dist/shifan.js`: the whole application as one classic script.
//!
//! The page for Chromium 83 to 96 has the same with another style sheet.

use crate::node::{self, OLDEST_BROWSERS};
use crate::packing::pack;
use crate::project::Project;
use crate::styles;
use crate::wasm::{self, Effort, Glue};
use anyhow::{Result, ensure};

/// The text of the script, and the same for Chromium 83 to 96.
pub fn build(project: &Project, effort: Effort) -> Result<[String; 2]> {
    let (sh, work) = (&project.shell, project.work());
    wasm::build(project, wasm::PAGE, Glue::Script, effort, &work)?;
    let glue = sh.read_file(work.join("shifan.js"))?;
    let wasm = sh.read_binary_file(work.join("shifan_bg.wasm"))?;
    let [styles, old_styles] = styles::build(project)?;
    let element = element(project)?;
    let minified = |styles: &str| -> Result<String> {
        Ok(node::minify(project, "js", OLDEST_BROWSERS, &script(&glue, &wasm, styles, &element)?)? + "\n")
    };
    Ok([minified(&styles)?, minified(&old_styles)?])
}

/// The text of the element, in the order in which its parts need each other.
fn element(project: &Project) -> Result<String> {
    ["unpack", "words", "border", "parts", "element"]
        .iter()
        .map(|part| project.read(&format!("www/{part}.js")))
        .collect()
}

/// One classic script that defines the custom element and leaves no other global behind.
fn script(glue: &str, wasm: &[u8], styles: &str, element: &str) -> Result<String> {
    ensure!(glue.starts_with("let wasm_bindgen = "), "the glue of wasm-bindgen has a new shape: look at script()");
    let wasm = serde_json::to_string(&pack(wasm))?;
    let styles = serde_json::to_string(styles)?;
    // The glue works out its own address from `document`, which throws in documents without a usable address
    // (about:srcdoc, blob:). It is handed its bytes and needs no address, so for it there is no document.
    Ok(format!(
        "(() => {{\n\"use strict\";\n\
         const makeEngine = (document) => {{\n{glue}\nreturn wasm_bindgen;\n}};\n\
         const WASM = {wasm};\n\
         const STYLES = {styles};\n\
         {element}}})();\n"
    ))
}
