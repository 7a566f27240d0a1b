//! `dist/npm`: the engine as a package for JavaScript.

use crate::licences;
use crate::node;
use crate::project::Project;
use crate::wasm::{self, Effort, Glue};
use anyhow::{Context, Result};
use serde_json::{Value, json};

/// `dist/npm`: the engine with its JavaScript exports, without the page.
pub fn build(project: &Project) -> Result<()> {
    eprintln!("\nThe npm package");
    let sh = &project.shell;
    let readme = project.read("docs/npm.md").context("docs/npm.md is the README of the npm package")?;
    let out = project.dist().join("npm");
    wasm::build(project, wasm::PACKAGE, Glue::Package, Effort::Release, &out)?;

    // A generator cannot be written in Rust, and what the others have the glue calls by name.
    let mut script = sh.read_file(out.join("shifan.js"))?;
    for own in ["submission.js", "report.js", "many.js"] {
        script += &project.read(&format!("src/npm/{own}"))?;
    }
    sh.write_file(out.join("shifan.js"), script)?;

    // wasm-pack's own file is incomplete, its .gitignore would hide everything from npm, and nobody calls the wasm but its glue.
    for useless in [".gitignore", "shifan_bg.wasm.d.ts"] {
        sh.remove_path(out.join(useless))?;
    }
    let generated: Value = serde_json::from_str(&sh.read_file(out.join("package.json"))?)?;
    let manifest = serde_json::to_string_pretty(&manifest(&generated))? + "\n";
    sh.write_file(out.join("package.json"), manifest)?;
    sh.write_file(out.join("README.md"), readme)?;
    licences::write(project, &[wasm::PACKAGE], &out)
}

fn manifest(generated: &Value) -> Value {
    json!({
        "name": "shifan",
        "version": generated["version"],
        "description": generated["description"],
        "license": generated["license"],
        "type": "module",
        "main": "./shifan.js",
        "types": "./shifan.d.ts",
        "exports": {
            ".": {"types": "./shifan.d.ts", "default": "./shifan.js"},
            "./shifan_bg.wasm": "./shifan_bg.wasm",
            "./package.json": "./package.json",
        },
        "files": ["shifan.js", "shifan.d.ts", "shifan_bg.wasm", "README.md", "LICENSE", "THIRD-PARTY.txt"],
        "sideEffects": false,
        "engines": {"node": format!(">={}", node::OLDEST)},
        "keywords": ["self-assessment", "自评", "国家新兴产业发展示范基地", "wasm"],
    })
}
