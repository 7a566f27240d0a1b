//! What is no workbook, or none that is read, and what is larger than it says.

use miniz_oxide::deflate::compress_to_vec;

use crate::archive::{Part, checksum, zip};
use crate::corpus::{files, shown};
use crate::made::{links, records, workbook, workbook_of};

fn read(bytes: &[u8]) -> String {
    shown(&office::open(bytes)).trim_end().replace('\n', "; ")
}

#[test]
fn a_file_is_told_by_its_first_bytes() {
    let begin = |version: u8| records(&[(0x809, &[0, version, 5, 0, 0, 0, 0, 0]), (0x0a, &[])]);
    // bytes | what is said
    let table: [(&[u8], &str); 26] = [
        (b"", "not_a_workbook: empty"),
        (b"\0\0\0\0", "not_a_workbook: empty"),
        (b"a,b\n1,2", "not_a_workbook: text"),
        ("\u{feff}指标,2023".as_bytes(), "not_a_workbook: text"),
        (b"\xff\xfea\0,\0b\0", "not_a_workbook: text"),
        (b"\xd6\xb8\xb1\xea,2023\r\n", "not_a_workbook: text"),
        (b"<html><table><tr><td>1", "not_a_workbook: html"),
        (b"\r\n <HTML xmlns:x=\"urn:schemas-microsoft-com:office:excel\">", "not_a_workbook: html"),
        (b"<table border=1>", "not_a_workbook: html"),
        (b"<?xml version=\"1.0\"?><?mso-application progid=\"Excel.Sheet\"?><Workbook>", "unsupported: xml_2003"),
        (b"<?xml version=\"1.0\"?><a/>", "not_a_workbook: xml"),
        (b"%PDF-1.7", "not_a_workbook: pdf"),
        (b"\x89PNG\r\n\x1a\n", "not_a_workbook: picture"),
        (b"BM\x36\0\0\0\0\0\0\0\x36\0\0\0", "not_a_workbook: picture"),
        ("BMS系统公司,2023\n".as_bytes(), "not_a_workbook: text"),
        (b"GIF89a", "not_a_workbook: picture"),
        (b"Rar!\x1a\x07", "not_a_workbook: archive"),
        (b"{\\rtf1", "not_a_workbook: document"),
        (b"\x01\x02\x03\x04", "not_a_workbook: other"),
        (b"PK\x03\x04", "damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "damaged"),
        (b"\x09\x00\x04\x00\x02\x00\x10\x00", "unsupported: excel_95"),
        (&begin(5), "unsupported: excel_95"),
        (&begin(6), ""),
        (&records(&[(0x809, &[0, 6, 5, 0]), (0x2f, &[0, 0])]), "encrypted"),
        (&records(&[(0x809, &[0, 6, 5, 0])]), "damaged"),
    ];
    for (bytes, expected) in table {
        assert_eq!(read(bytes), expected, "{:?}", String::from_utf8_lossy(bytes));
    }
}

#[test]
fn an_archive_is_told_by_its_parts() {
    let root = |target: &str| links(&[("rId1", "officeDocument", target)]);
    // name and content of each part | what is said
    let table: [(&[(&str, &str)], &str); 9] = [
        (&[("a.txt", "1")], "not_a_workbook: archive"),
        (&[("word/document.xml", "")], "not_a_workbook: document"),
        (&[("ppt/presentation.xml", "")], "not_a_workbook: slides"),
        (&[("_rels/.rels", &root("xl/workbook.bin")), ("xl/workbook.bin", "")], "unsupported: xlsb"),
        (&[("mimetype", "application/vnd.oasis.opendocument.spreadsheet")], "unsupported: ods"),
        (&[("mimetype", "application/vnd.oasis.opendocument.text")], "not_a_workbook: document"),
        (&[("[Content_Types].xml", "<Types/>")], "damaged"),
        (&[("xl/workbook.xml", "<workbook/>")], "damaged"),
        (
            &[
                ("XL\\Workbook.xml", "<workbook/>"),
                ("xl/_rels/workbook.xml.rels", "<Relationships/>"),
                ("xl/vbaProject.bin", ""),
            ],
            "- macros",
        ),
    ];
    for (parts, expected) in table {
        let parts: Vec<_> = parts.iter().map(|(name, content)| Part::stored(name, content.as_bytes())).collect();
        assert_eq!(read(&zip(&parts)), expected, "{}", parts[0].name);
    }
}

/// The longer form of an archive's end, with and without the true numbers in the shorter one.
#[test]
fn an_archive_with_the_longer_end_is_read() {
    let plain = workbook(b"<worksheet><sheetData><row><c r=\"A1\"><v>5</v></c></row></sheetData></worksheet>", "", "");
    let end = plain.len() - 22;
    let number = |at: usize, length: usize| plain[end + at..][..length].to_vec();
    for is_true in [true, false] {
        // Where the longer form stands: as it is, as if something stood before the archive, and with something behind it.
        for (said, behind) in [(end, 0), (end + 7, 0), (end, 7)] {
            let wide = |bytes: Vec<u8>| [bytes, vec![0; 8]].concat()[..8].to_vec();
            let record = [
                b"PK\x06\x06".to_vec(),
                wide(vec![44]),
                vec![45, 0, 45, 0],
                vec![0; 8],
                wide(number(8, 2)),
                wide(number(10, 2)),
                wide(number(12, 4)),
                wide(number(16, 4)),
            ];
            let locator = [b"PK\x06\x07\0\0\0\0".to_vec(), (said as u64).to_le_bytes().to_vec(), vec![1, 0, 0, 0]];
            let short = if is_true {
                plain[end..].to_vec()
            } else {
                [b"PK\x05\x06\0\0\0\0".to_vec(), vec![0xff; 12], vec![0; 2]].concat()
            };
            let bytes = [plain[..end].to_vec(), record.concat(), locator.concat(), short, vec![0; behind]].concat();
            assert_eq!(read(&bytes), read(&plain), "{is_true} {said} {behind}");
        }
    }
}

const EMPTY: &str = "<worksheet><sheetData/></worksheet>";

/// A workbook whose texts are these, packed, with what the directory says of their length.
fn with_strings(strings: &[u8], unpacked: usize) -> Vec<u8> {
    let links_of_book = links(&[("rId1", "sharedStrings", "sharedStrings.xml")]);
    let part = Part {
        name: "xl/sharedStrings.xml",
        packed: compress_to_vec(strings, 6),
        method: 8,
        unpacked: unpacked as u32,
        checksum: checksum(strings),
    };
    zip(&[
        Part::stored("xl/workbook.xml", b"<workbook/>"),
        Part::stored("xl/_rels/workbook.xml.rels", links_of_book.as_bytes()),
        part,
    ])
}

#[test]
fn a_directory_that_lies_unpacks_nothing() {
    let strings = b"<sst><si><t>a</t></si></sst>";
    // what the directory says | what is said
    let table = [
        (strings.len(), ""),
        (strings.len() - 1, "damaged"),
        (strings.len() + 1, "damaged"),
        (0, "damaged"),
        (64 << 20, "too_large"),
        (u32::MAX as usize, "too_large"),
    ];
    for (unpacked, expected) in table {
        assert_eq!(read(&with_strings(strings, unpacked)), expected, "{unpacked}");
    }
    let mut archive = workbook(EMPTY.as_bytes(), "", "");
    assert_eq!(read(&archive), "# 表1");
    let place = archive.windows(9).position(|part| part == b"sheetData").expect("the part");
    archive[place] = b'S';
    assert_eq!(read(&archive), "# 表1; - damaged", "the checksum");
}

#[test]
fn a_table_is_refused_beyond_its_bounds_and_no_sooner() {
    let rows = |count: usize| format!("<row>{}</row>", "<c><v>1</v></c>".repeat(100)).repeat(count);
    let spread =
        |count: usize| (1..=count).map(|row| format!("<row><c r=\"XFD{row}\"><v>1</v></c></row>")).collect::<String>();
    let merged = |count: usize| {
        format!(
            "</sheetData><mergeCells>{}</mergeCells><sheetData>",
            "<mergeCell ref=\"A1:XFD1048576\"/>".repeat(count)
        )
    };
    let deep = |count: usize| ["<a>".repeat(count), "</a>".repeat(count)].concat();
    // the rows | whether they are read
    let table = [
        (rows(2_000), true),
        (rows(2_001), false),
        (spread(122), true),
        (spread(123), false),
        ("<row r=\"1048576\"><c><v>1</v></c></row>".to_owned(), true),
        (rows(100) + &merged(100), true),
        (rows(100) + &merged(1_000), false),
        (deep(60), true),
        (deep(70), false),
    ];
    for (case, (rows, is_read)) in table.into_iter().enumerate() {
        let sheet = format!("<worksheet><sheetData>{rows}</sheetData></worksheet>");
        let book = office::open(&workbook(sheet.as_bytes(), "", "")).expect("a workbook");
        assert_eq!(book.sheets[0].table.is_ok(), is_read, "case {case}");
    }
}

#[test]
fn a_sheet_that_is_refused_takes_nothing_from_those_behind_it() {
    let strings = format!("<si><t>{}</t></si><si><t>甲</t></si>", "长".repeat(100_000));
    let sheet = |cells: &str| format!("<worksheet><sheetData><row>{cells}</row></sheetData></worksheet>");
    let (large, small) = (sheet(&"<c t=\"s\"><v>0</v></c>".repeat(1_000)), sheet("<c t=\"s\"><v>1</v></c>"));
    let sheets = [small.as_bytes(), large.as_bytes(), b"<worksheet>", small.as_bytes()];
    let expected = "# 表1; A1 甲; # 表2; - too_large; # 表3; - damaged; # 表4; A1 甲";
    assert_eq!(read(&workbook_of(&sheets, &strings, "")), expected);
}

#[test]
fn a_long_text_that_is_repeated_is_counted_each_time() {
    let strings = format!("<si><t>{}</t></si>", "长".repeat(100_000));
    let sheet =
        format!("<worksheet><sheetData><row>{}</row></sheetData></worksheet>", "<c t=\"s\"><v>0</v></c>".repeat(1_000));
    assert_eq!(read(&workbook(sheet.as_bytes(), &strings, "")), "# 表1; - too_large");
}

#[test]
fn a_file_that_is_cut_short_is_read_as_before_or_refused() {
    for file in files() {
        let bytes = std::fs::read(&file).expect("a workbook");
        let whole = office::open(&bytes);
        let mut refused = 0;
        for part in 0..16 {
            let cut = office::open(&bytes[..bytes.len() * part / 16]);
            let is_refused = cut.as_ref().is_err()
                || cut.as_ref().is_ok_and(|book| book.sheets.iter().any(|sheet| sheet.table.is_err()));
            // Behind the records of an old workbook stands who wrote it.
            assert!(is_refused || cut == whole, "{} cut to {part} parts", file.display());
            refused += usize::from(is_refused);
        }
        assert!(refused > 10, "{}: {refused}", file.display());
    }
}
