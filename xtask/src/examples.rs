//! `dist/examples/`: pages of the kind that this is embedded in.

use crate::project::Project;
use anyhow::Result;

pub fn copy(project: &Project) -> Result<()> {
    let (sh, folder) = (&project.shell, project.dist().join("examples"));
    sh.remove_path(&folder)?;
    sh.create_dir(&folder)?;
    for file in sh.read_dir(project.root().join("www/examples"))? {
        sh.copy_file(file, &folder)?;
    }
    Ok(())
}
