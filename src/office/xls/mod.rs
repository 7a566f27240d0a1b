//! `.xls` of Excel 97 to 2003 (BIFF8): records in a stream of a compound file.

mod globals;
mod record;
mod sheet;
mod text;

use crate::builder::Budget;
use crate::container::compound::Compound;
use crate::refusal::{Kind, Refusal, What};
use crate::value::date::DateSystem;
use crate::workbook::{Remark, Sheet, Workbook};
use globals::{Globals, TABLE};

/// Reads a workbook in a compound file.
pub fn open(bytes: &[u8]) -> Result<Workbook, Refusal> {
    let file = Compound::open(bytes).ok_or(Refusal::Damaged)?;
    if file.has("Workbook") {
        let has_macros = file.has("_VBA_PROJECT_CUR");
        return read(&file.stream("Workbook").ok_or(Refusal::Damaged)?, has_macros);
    }
    // A workbook with a password is encrypted as a whole and packed once more.
    Err(if file.has("EncryptedPackage") {
        Refusal::Encrypted
    } else if file.has("Book") {
        Refusal::Unsupported(Kind::Excel95)
    } else if file.has("WordDocument") {
        Refusal::NotAWorkbook(What::Document)
    } else if file.has("PowerPoint Document") {
        Refusal::NotAWorkbook(What::Slides)
    } else {
        Refusal::NotAWorkbook(What::Other)
    })
}

/// Reads a workbook's records.
pub fn read(stream: &[u8], has_macros: bool) -> Result<Workbook, Refusal> {
    let globals = Globals::read(stream)?;
    let mut workbook = Workbook::default();
    if has_macros || globals.sheets.iter().any(|sheet| sheet.kind == globals::MACROS) {
        workbook.remarks.push(Remark::Macros);
    }
    if globals.system == DateSystem::From1904 {
        workbook.remarks.push(Remark::From1904);
    }
    let mut budget = Budget::default();
    for sheet in &globals.sheets {
        let title = sheet.title.clone();
        if sheet.kind != TABLE {
            workbook.remarks.push(Remark::NoTable(title));
            continue;
        }
        let table = budget.spend(|budget| sheet::read(stream, sheet.start, &globals, budget));
        workbook.sheets.push(Sheet { title, is_hidden: sheet.is_hidden, table });
    }
    Ok(workbook.finished(false))
}
