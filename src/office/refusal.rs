//! Why a file or a sheet is not read.

/// Why a file or a sheet is not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// A password is needed to open it.
    Encrypted,
    /// It is larger than any table that people fill in.
    TooLarge,
    /// It is a workbook, but not a whole one.
    Damaged,
    /// It is something else.
    NotAWorkbook(What),
    /// It is a workbook of a kind that is not read.
    Unsupported(Kind),
}

/// What a file is that is no workbook.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// Nothing: no byte, or zeros only.
    Empty,
    /// Plain text, CSV for example. `intake` reads it.
    Text,
    /// A page. `intake` reads it; many a system calls the pages that it hands out `.xls`.
    Html,
    /// XML of some kind.
    Xml,
    /// A PDF file.
    Pdf,
    /// A document of Word or WPS.
    Document,
    /// Slides.
    Slides,
    /// A picture.
    Picture,
    /// An archive: zip, rar, 7z or gzip.
    Archive,
    /// Anything else.
    Other,
}

/// Kinds of workbooks that are not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// The binary form of a workbook, `.xlsb`.
    Xlsb,
    /// OpenDocument, `.ods`.
    Ods,
    /// Excel 95 and older.
    Excel95,
    /// The XML of Excel 2003.
    Xml2003,
}

impl Refusal {
    /// All that there are.
    pub const ALL: [Refusal; 17] = [
        Refusal::Encrypted,
        Refusal::TooLarge,
        Refusal::Damaged,
        Refusal::NotAWorkbook(What::Empty),
        Refusal::NotAWorkbook(What::Text),
        Refusal::NotAWorkbook(What::Html),
        Refusal::NotAWorkbook(What::Xml),
        Refusal::NotAWorkbook(What::Pdf),
        Refusal::NotAWorkbook(What::Document),
        Refusal::NotAWorkbook(What::Slides),
        Refusal::NotAWorkbook(What::Picture),
        Refusal::NotAWorkbook(What::Archive),
        Refusal::NotAWorkbook(What::Other),
        Refusal::Unsupported(Kind::Xlsb),
        Refusal::Unsupported(Kind::Ods),
        Refusal::Unsupported(Kind::Excel95),
        Refusal::Unsupported(Kind::Xml2003),
    ];

    /// The one with this code that found this, which is blank where nothing was found.
    pub fn named(code: &str, found: &str) -> Option<Refusal> {
        Refusal::ALL.into_iter().find(|refusal| refusal.code() == code && refusal.found().unwrap_or_default() == found)
    }

    /// Its name for callers.
    pub fn code(self) -> &'static str {
        match self {
            Refusal::Encrypted => "encrypted",
            Refusal::TooLarge => "too_large",
            Refusal::Damaged => "damaged",
            Refusal::NotAWorkbook(_) => "not_a_workbook",
            Refusal::Unsupported(_) => "unsupported",
        }
    }

    /// What the file is instead, where that is why it is not read.
    pub fn found(self) -> Option<&'static str> {
        match self {
            Refusal::NotAWorkbook(what) => Some(match what {
                What::Empty => "empty",
                What::Text => "text",
                What::Html => "html",
                What::Xml => "xml",
                What::Pdf => "pdf",
                What::Document => "document",
                What::Slides => "slides",
                What::Picture => "picture",
                What::Archive => "archive",
                What::Other => "other",
            }),
            Refusal::Unsupported(kind) => Some(match kind {
                Kind::Xlsb => "xlsb",
                Kind::Ods => "ods",
                Kind::Excel95 => "excel_95",
                Kind::Xml2003 => "xml_2003",
            }),
            _ => None,
        }
    }
}
