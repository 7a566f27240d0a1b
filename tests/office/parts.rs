//! The XML of sheets in all the forms that programs write.

use crate::corpus::shown;
use crate::made::workbook;

const STRINGS: &str = "<si><t>甲</t></si><si><r><t>营业</t></r><r><rPr><b/></rPr><t xml:space=\"preserve\"> 收入</t></r></si>\
    <si><t>东京</t><rPh sb=\"0\" eb=\"2\"><t>トウキョウ</t></rPh><phoneticPr fontId=\"1\"/></si><si><t>a_x000D_b_x005F_x0041_</t></si><si/>";
const STYLES: &str = "<numFmts><numFmt numFmtId=\"164\" formatCode=\"0.0&quot;万&quot;\"/><numFmt numFmtId=\"165\" formatCode=\"0.0\\%\"/><numFmt numFmtId=\"166\" formatCode=\"[&gt;=1]0.0;0.0%\"/><numFmt numFmtId=\"167\" formatCode=\";;;\"/></numFmts>\
    <cellStyleXfs><xf numFmtId=\"9\"/></cellStyleXfs><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"164\"/><xf numFmtId=\"14\"/><xf numFmtId=\"10\"/><xf numFmtId=\"165\"/><xf numFmtId=\"166\"/><xf numFmtId=\"167\"/></cellXfs>";

fn read(sheet: &[u8]) -> String {
    let lines = shown(&office::open(&workbook(sheet, STRINGS, STYLES)));
    lines.trim_start_matches("# 表1\n").trim_end().replace('\n', "; ")
}

#[test]
fn a_cell_is_read_in_every_form() {
    // the row's content | what is read
    let table = [
        ("<c r=\"A1\"><v>7.0000000000000007E-2</v></c>", "A1 0.07 {0.07}"),
        (
            "<c><v>1</v></c><c><v>2</v></c><c r=\"E1\"><v>3</v></c><c><v>4</v></c>",
            "A1 1 {1}; B1 2 {2}; E1 3 {3}; F1 4 {4}",
        ),
        ("<c r=\"a1\"><v>1</v></c>", "A1 1 {1}"),
        ("<c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c>", "A1 甲; B1 营业 收入"),
        ("<c r=\"A1\" t=\"s\"><v>2</v></c>", "A1 东京"),
        ("<c r=\"A1\" t=\"s\"><v>3</v></c>", "A1 a↵b_x0041_"),
        ("<c r=\"A1\" t=\"s\"><v>4</v></c><c r=\"B1\" t=\"s\"/>", ""),
        ("<c r=\"A1\" t=\"s\"><v>5</v></c>", "- damaged"),
        ("<c r=\"A1\" t=\"inlineStr\"><is><t>甲&amp;乙&#20013;&#x6587;</t></is></c>", "A1 甲&乙中文"),
        (
            "<c r=\"A1\" t=\"inlineStr\"><is><r><t>甲</t></r><r><t>乙</t></r><rPh sb=\"0\" eb=\"1\"><t>x</t></rPh></is></c>",
            "A1 甲乙",
        ),
        ("<c r=\"A1\" t=\"inlineStr\"><is><t><![CDATA[1 < 2]]> & </t></is></c>", "- damaged"),
        ("<c r=\"A1\" t=\"inlineStr\"><is><t><![CDATA[1 < 2]]></t></is></c>", "A1 1 < 2"),
        ("<c r=\"A1\" t=\"str\"><f>B1&amp;\"\"</f><v>甲</v></c>", "A1 甲"),
        ("<c r=\"A1\" t=\"str\"><f>\"\"</f><v></v></c><c r=\"B1\"><f>1</f><v>1</v></c>", "B1 1 {1}"),
        ("<c r=\"A1\" t=\"str\"><f>\"\"</f><v></v></c>", "- not computed: A1"),
        (
            "<c r=\"A1\"><f>SUM(B1:C1)</f></c><c r=\"B1\"><f t=\"shared\" si=\"0\"/><v>3</v></c>",
            "B1 3 {3}; - not computed: A1",
        ),
        ("<c r=\"A1\"><f>SUM(B1:C1)</f><v/></c>", "- not computed: A1"),
        ("<c r=\"A1\" t=\"b\"><v>1</v></c><c r=\"B1\" t=\"b\"><v>0</v></c>", "A1 TRUE; B1 FALSE"),
        ("<c r=\"A1\" t=\"b\"><f>TRUE()</f></c><c r=\"B1\" t=\"b\"/>", "- not computed: A1"),
        ("<c r=\"A1\" t=\"e\"><v>#DIV/0!</v></c>", "A1 #DIV/0!"),
        (
            "<c r=\"A1\" t=\"d\"><v>2025-03-31T00:00:00</v></c><c r=\"B1\" t=\"d\"><v>2025-03-31T08:30:00Z</v></c>",
            "A1 2025-03-31; B1 2025-03-31 08:30:00",
        ),
        ("<c r=\"A1\" s=\"1\"><v>12.345</v></c>", "A1 12.3万 {12.345 | 0.0\"万\"}"),
        ("<c r=\"A1\" s=\"2\"><v>45747</v></c>", "A1 2025-03-31"),
        ("<c r=\"A1\" s=\"3\"><v>0.059</v></c>", "A1 5.90% {0.059 | 0.00%}"),
        ("<c r=\"A1\" s=\"4\"><v>5.93</v></c>", "A1 5.93%"),
        ("<c r=\"A1\" s=\"5\"><v>5.93</v></c>", "A1 5.9 {5.93}"),
        ("<c r=\"A1\" s=\"5\"><v>0.593</v></c>", "A1 59.3% {0.593 | [>=1]0.0;0.0%}"),
        ("<c r=\"A1\" s=\"99\"><v>2023</v></c>", "A1 2023 {2023}"),
        ("<c r=\"A1\" s=\"2\"/><c r=\"XFD1\" s=\"2\"/>", ""),
        ("<c r=\"A1\"><v>NaN</v></c>", "A1 NaN"),
        ("<c r=\"A1\" t=\"x\"><v>abc</v></c>", "A1 abc"),
        ("<c r=\"A0\"><v>1</v></c>", "- damaged"),
        ("<c r=\"XFE1\"><v>1</v></c>", "- damaged"),
        ("<c r=\"A1048577\"><v>1</v></c>", "- damaged"),
        ("<c r=\"A1\"><v>1</v><extLst><ext><v>2</v></ext></extLst></c>", "A1 1 {1}"),
        ("<c r=\"A1\"><v>1</v>", "- damaged"),
        ("<c r=\"A1\"><v>1</c></v>", "- damaged"),
        ("<!-- a --><?b c?><c r = 'A1' ><v >1</v ></c >", "A1 1 {1}"),
        ("<c r=\"A1\"><v>&unknown;</v></c>", "- damaged"),
    ];
    for (row, expected) in table {
        let sheet = format!("<worksheet><sheetData><row r=\"1\">{row}</row></sheetData></worksheet>");
        assert_eq!(read(sheet.as_bytes()), expected, "{row}");
    }
}

#[test]
fn a_sheet_says_what_is_hidden_merged_and_filtered() {
    let two = "<row r=\"1\"><c><v>1</v></c><c><v>2</v></c></row>";
    // the sheet's content | what is read
    let table = [
        ("<sheetData><row><c><v>1</v></c></row><row r=\"4\"><c><v>2</v></c></row><row><c><v>3</v></c></row></sheetData>".to_owned(), "A1 1 {1}; A4 2 {2}; A5 3 {3}"),
        ("<sheetData><row r=\"2\" hidden=\"1\"><c><v>1</v></c></row><row r=\"3\" hidden=\"true\"/></sheetData>".to_owned(), "A2 1 {1 | hidden}; - hidden rows: 2"),
        ("<sheetData><row r=\"2\" ht=\"0\" customHeight=\"1\"><c><v>1</v></c></row></sheetData>".to_owned(), "A2 1 {1 | hidden}; - hidden rows: 2"),
        (format!("<cols><col min=\"2\" max=\"16384\" hidden=\"1\"/></cols><sheetData>{two}</sheetData>"), "A1 1 {1}; B1 2 {2 | hidden}; - hidden columns: B"),
        (format!("<cols><col min=\"1\" max=\"1\" width=\"0\" customWidth=\"1\"/></cols><sheetData>{two}</sheetData>"), "A1 1 {1 | hidden}; B1 2 {2}; - hidden columns: A"),
        (format!("<sheetData>{two}</sheetData><mergeCells><mergeCell ref=\"A1:B2\"/></mergeCells>"), "A1 1 {1 | merged 2x2}; B1 2 {2 | hidden}"),
        (format!("<cols><col min=\"1\" max=\"1\" hidden=\"1\"/></cols><sheetData>{two}</sheetData><mergeCells><mergeCell ref=\"A1:B1\"/></mergeCells>"), "A1 1 {1 | merged 1x2}; B1 2 {2 | hidden}; - hidden columns: A"),
        (format!("<sheetData>{two}</sheetData><mergeCells><mergeCell ref=\"B2:A1\"/></mergeCells>"), "- damaged"),
        ("<sheetData><row><c r=\"A1\" s=\"6\"><v>5000</v></c></row></sheetData><mergeCells><mergeCell ref=\"A1:B1\"/></mergeCells>".to_owned(), "A1 5000 {5000 | ;;; | hidden | merged 1x2}"),
        ("<sheetData><row><c r=\"A1\" s=\"6\" t=\"str\"><v>5000</v></c></row></sheetData>".to_owned(), "A1 5000 {hidden}"),
        (format!("<sheetData>{two}</sheetData><autoFilter ref=\"A1:B1\"/>"), "A1 1 {1}; B1 2 {2}"),
        (format!("<sheetData>{two}</sheetData><autoFilter ref=\"A1:B1\"><filterColumn colId=\"0\"><filters/></filterColumn></autoFilter>"), "A1 1 {1}; B1 2 {2}; - filtered"),
        (format!("<sheetPr filterMode=\"1\"><tabColor rgb=\"0\"/></sheetPr><sheetData>{two}</sheetData>"), "A1 1 {1}; B1 2 {2}; - filtered"),
        (format!("<sheetData>{two}</sheetData><extLst><ext><mergeCells><mergeCell ref=\"A1:B1\"/></mergeCells></ext></extLst>"), "A1 1 {1}; B1 2 {2}"),
        ("<sheetData/>".to_owned(), ""),
    ];
    for (content, expected) in table {
        let sheet = format!("<worksheet>{content}</worksheet>");
        assert_eq!(read(sheet.as_bytes()), expected, "{content}");
    }
}

#[test]
fn a_part_is_read_in_every_encoding_and_with_any_prefix() {
    let plain = "<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>营业收入</t></is></c></row></sheetData></worksheet>";
    let wide = |text: &str, of: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(of).collect::<Vec<u8>>();
    let declared = format!("<?xml version=\"1.0\" encoding=\"UTF-16\"?>\n{plain}");
    let prefixed = plain.replace("</", "\u{1}").replace('<', "<x:").replace('\u{1}', "</x:").replacen(
        "<x:worksheet",
        "<x:worksheet xmlns:x=\"http://purl.oclc.org/ooxml/spreadsheetml/main\"",
        1,
    );
    let table = [
        plain.as_bytes().to_vec(),
        format!("\u{feff}{plain}").into_bytes(),
        wide(&format!("\u{feff}{declared}"), u16::to_le_bytes),
        wide(&format!("\u{feff}{declared}"), u16::to_be_bytes),
        wide(&declared, u16::to_le_bytes),
        wide(&declared, u16::to_be_bytes),
        prefixed.into_bytes(),
        plain.replace("><", ">\r\n  <").into_bytes(),
    ];
    for (case, sheet) in table.iter().enumerate() {
        assert_eq!(read(sheet), "A1 营业收入", "case {case}");
    }
    assert_eq!(read(b"<worksheet><sheetData><row><c><v>\xff</v></c></row></sheetData></worksheet>"), "- damaged");
}
