//! `.xlsx` and `.xlsm`: XML parts in a zip archive.

mod parts;
mod sheet;
mod strings;
mod styles;

use crate::builder::Budget;
use crate::container::zip::Archive;
use crate::refusal::{Kind, Refusal, What};
use crate::value::date::DateSystem;
use crate::value::formats::Formats;
use crate::workbook::{Remark, Sheet, Workbook};
use crate::xml::{Broken, Reader, Token, decoded, is_true};
use parts::Links;
use strings::Strings;

/// More sheets than a workbook may have.
const MAX_SHEETS: usize = 1000;

/// What the sheets have in common.
#[derive(Debug)]
pub(crate) struct Shared {
    strings: Strings,
    formats: Formats,
    system: DateSystem,
}

/// What the workbook's own part says.
#[derive(Debug, Default)]
struct Head {
    /// Title, whether it is hidden, and the link to the part of each sheet.
    sheets: Vec<(String, bool, String)>,
    system: DateSystem,
    is_computed_on_opening: bool,
}

impl From<Broken> for Refusal {
    fn from(_: Broken) -> Refusal {
        Refusal::Damaged
    }
}

/// Reads a workbook in an archive.
pub fn open(bytes: &[u8]) -> Result<Workbook, Refusal> {
    let archive = Archive::open(bytes).ok_or(Refusal::Damaged)?;
    let place = place(&archive)?;
    let head = head(&text(&archive, &place)?)?;
    let links = Links::of(&archive, &place)?;
    let part = |kind: &str| links.of_kind(kind).map(|place| text(&archive, place)).transpose();
    let shared = Shared {
        strings: part("/sharedStrings")?.map(|text| Strings::read(&text)).transpose()?.unwrap_or_default(),
        formats: part("/styles")?.map(|text| styles::read(&text)).transpose()?.unwrap_or_default(),
        system: head.system,
    };
    let mut workbook = Workbook::default();
    if links.of_kind("/vbaProject").is_some()
        || archive.has_under("xl/macrosheets/")
        || archive.has("xl/vbaproject.bin")
    {
        workbook.remarks.push(Remark::Macros);
    }
    if head.system == DateSystem::From1904 {
        workbook.remarks.push(Remark::From1904);
    }
    let mut budget = Budget::default();
    for (title, is_hidden, id) in head.sheets {
        let table = match links.get(&id) {
            Some((kind, _)) if !kind.ends_with("/worksheet") => {
                workbook.remarks.push(Remark::NoTable(title));
                continue;
            }
            Some((_, place)) => {
                text(&archive, place).and_then(|text| budget.spend(|budget| sheet::read(&text, &shared, budget)))
            }
            None => Err(Refusal::Damaged),
        };
        workbook.sheets.push(Sheet { title, is_hidden, table });
    }
    Ok(workbook.finished(head.is_computed_on_opening))
}

/// A part as text.
fn text(archive: &Archive, place: &str) -> Result<String, Refusal> {
    Ok(decoded(archive.part(place)?)?)
}

/// Where the workbook's own part stands, or what else the archive is.
fn place(archive: &Archive) -> Result<String, Refusal> {
    let stated = Links::of(archive, "").ok().and_then(|links| links.of_kind("/officeDocument").map(str::to_owned));
    let place = stated.unwrap_or_else(|| "xl/workbook.xml".to_owned());
    let lower = place.to_ascii_lowercase();
    if lower.ends_with(".bin") {
        return Err(Refusal::Unsupported(Kind::Xlsb));
    }
    if lower.starts_with("word/") || archive.has("word/document.xml") {
        return Err(Refusal::NotAWorkbook(What::Document));
    }
    if lower.starts_with("ppt/") || archive.has("ppt/presentation.xml") {
        return Err(Refusal::NotAWorkbook(What::Slides));
    }
    if archive.has(&place) {
        return Ok(place);
    }
    if archive.has("[content_types].xml") {
        return Err(Refusal::Damaged);
    }
    if !archive.has("mimetype") {
        return Err(Refusal::NotAWorkbook(What::Archive));
    }
    let kind = archive.part("mimetype").unwrap_or_default();
    Err(match kind.strip_prefix(b"application/vnd.oasis.opendocument.") {
        Some(kind) if kind.starts_with(b"spreadsheet") => Refusal::Unsupported(Kind::Ods),
        Some(kind) if kind.starts_with(b"presentation") => Refusal::NotAWorkbook(What::Slides),
        Some(_) => Refusal::NotAWorkbook(What::Document),
        None => Refusal::NotAWorkbook(What::Archive),
    })
}

fn head(text: &str) -> Result<Head, Refusal> {
    let mut head = Head::default();
    let mut reader = Reader::new(text);
    let mut is_root = true;
    while let Some(token) = reader.next()? {
        let Token::Open(element) = token else { continue };
        if is_root && element.name != "workbook" {
            return Err(Refusal::Damaged);
        }
        is_root = false;
        let says = |name: &str| element.attribute(name).is_some_and(|value| is_true(&value));
        match element.name {
            "workbookPr" if says("date1904") => head.system = DateSystem::From1904,
            "calcPr" => head.is_computed_on_opening = says("fullCalcOnLoad"),
            "sheet" => {
                let title = element.attribute("name").unwrap_or_default().into_owned();
                let is_hidden = element.attribute("state").is_some_and(|state| state != "visible");
                let id = element.linked("id").unwrap_or_default().into_owned();
                if head.sheets.len() == MAX_SHEETS {
                    return Err(Refusal::TooLarge);
                }
                head.sheets.push((title, is_hidden, id));
            }
            "workbook" | "sheets" => {}
            _ => reader.skip()?,
        }
    }
    Ok(head)
}
