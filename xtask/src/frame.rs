//! `dist/frame.html`, the page as something to be framed, and `dist/embed.js`, by which the page around it makes the frame as high.

use crate::node;
use crate::page;
use crate::project::Project;
use crate::script::Scripts;
use anyhow::{Result, ensure};

/// What the page around loads beside everything of its own: kept small enough not to be thought about.
const MOST: usize = 2048;

/// As high as its contents and no higher: a share of the window would be a share of the frame, which follows the contents.
const STYLE: &str = "  shifan-assessment { --least-height: 0px; }\n    </style>";

/// In one file: a frame in a sandbox has an origin of its own, to which even its own host is another one.
pub fn build(project: &Project, template: &str, scripts: &Scripts) -> Result<()> {
    let (sh, dist) = (&project.shell, project.dist());
    let template = page::put(template, &[("</style>", STYLE)])?;
    let framed = node::minify(project, "js", node::OLDEST_BROWSERS, &closed(&project.read("www/framed.js")?))?;
    let page = page::with_scripts_inside(&template, &[&scripts.page, &framed], &scripts.office)?;
    sh.write_file(dist.join("frame.html"), page)?;
    let embed = node::minify(project, "js", node::OLDEST_BROWSERS, &closed(&project.read("www/embed.js")?))? + "\n";
    ensure!(embed.len() < MOST, "embed.js has {} bytes, and less than {MOST} is what is promised", embed.len());
    Ok(sh.write_file(dist.join("embed.js"), embed)?)
}

/// A script that leaves no name behind.
pub fn closed(script: &str) -> String {
    format!("(() => {{\n\"use strict\";\n{script}}})();\n")
}
