//! Documents that are written. That Word's own rules are kept is what `documents.py` looks at.

use office::document::{Block, Cell, Document, Fault, Page, Paragraph, Row, Run, Style, Table, write};

/// The texts of the parts of an archive as ours are: each behind its head, with its size in it.
fn texts(bytes: &[u8]) -> String {
    let number = |at: usize, length: usize| {
        bytes[at..at + length].iter().rev().fold(0, |all, one| all * 256 + usize::from(*one))
    };
    let (mut at, mut texts) = (0, String::new());
    while bytes[at..].starts_with(b"PK\x03\x04") {
        let (packed, begins) = (number(at + 18, 4), at + 30 + number(at + 26, 2));
        let part = miniz_oxide::inflate::decompress_to_vec(&bytes[begins..begins + packed]).expect("a packed part");
        assert_eq!(part.len(), number(at + 22, 4), "the size that its head says");
        texts += &String::from_utf8(part).expect("a text");
        at = begins + packed;
    }
    texts
}

fn style(name: &str) -> Style {
    Style { name: name.to_owned(), size: 32, ..Style::default() }
}

/// A document of two styles with these blocks.
fn of(blocks: Vec<Block>) -> Document {
    let page = Page { width: 11_906, height: 16_838, margins: [2098, 1474, 1984, 1587], edges: [850, 1417], lines: 22 };
    Document { page, styles: vec![style("Normal"), style("heading 1")], blocks, ..Document::default() }
}

fn paragraph(run: Run) -> Paragraph {
    Paragraph { runs: vec![run], ..Paragraph::default() }
}

fn parts(document: &Document) -> String {
    texts(&write(document).expect("a document"))
}

#[test]
fn whatever_is_typed_is_a_text_that_xml_takes() {
    // typed | within the run
    let table = [
        ("甲 <乙> & \"丙\"", "<w:t xml:space=\"preserve\">甲 &lt;乙&gt; &amp; &quot;丙&quot;</w:t>"),
        ("  ", "<w:t xml:space=\"preserve\">  </w:t>"),
        ("一\n二", "<w:t xml:space=\"preserve\">一</w:t><w:br/><w:t xml:space=\"preserve\">二</w:t>"),
        ("一\r\n\r二", "<w:t xml:space=\"preserve\">一</w:t><w:br/><w:br/><w:t xml:space=\"preserve\">二</w:t>"),
        (
            "1\t2\u{b}3\u{2028}",
            "<w:t xml:space=\"preserve\">1</w:t><w:tab/><w:t xml:space=\"preserve\">2</w:t><w:br/>\
             <w:t xml:space=\"preserve\">3</w:t><w:br/>",
        ),
        ("\0\u{1}\u{1f}\u{fffe}\u{ffff}", "<w:t xml:space=\"preserve\">\u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd}</w:t>"),
        ("_x0001_ 🏭\u{10ffff}", "<w:t xml:space=\"preserve\">_x0001_ 🏭\u{10ffff}</w:t>"),
        ("", ""),
        ("\r", "<w:br/>"),
    ];
    for (typed, expected) in table {
        let document = of(vec![Block::Paragraph(paragraph(Run::Text(typed.to_owned())))]);
        let expected = ["<w:r><w:rPr></w:rPr>", expected, "</w:r></w:p>"].concat();
        assert!(parts(&document).contains(&expected), "{typed:?}: {}", parts(&document));
        assert_eq!(write(&document), write(&document), "the same bytes");
    }
}

#[test]
fn a_name_and_a_title_are_texts_too() {
    let mut document = of(vec![]);
    document.title = "A & \u{1}<B>".to_owned();
    document.styles.push(Style { font: "\"宋\"\u{0}".to_owned(), ..style("<表>") });
    let parts = parts(&document);
    assert!(parts.contains("<dc:title>A &amp; \u{fffd}&lt;B&gt;</dc:title>"), "{parts}");
    assert!(parts.contains("<w:name w:val=\"&lt;表&gt;\"/>"), "{parts}");
    assert!(parts.contains("w:eastAsia=\"&quot;宋&quot;\u{fffd}\""), "{parts}");
}

#[test]
fn the_page_has_its_grid() {
    // 12,756 ÷ 22 = 579.8: one of 580 would have room for 21 lines.
    let parts = parts(&of(vec![]));
    assert!(parts.contains("<w:docGrid w:type=\"lines\" w:linePitch=\"579\"/>"), "{parts}");
}

#[test]
fn pages_have_what_stands_above_and_below_them() {
    let number = || vec![paragraph(Run::PageNumber)];
    let text = |text: &str| vec![paragraph(Run::Text(text.to_owned()))];
    // the header, the footers, the links from the end of the document
    let table = [
        (vec![], [vec![], vec![]], ""),
        (vec![], [number(), vec![]], "footerReference default rId4"),
        (
            text("假设"),
            [number(), number()],
            "headerReference default rId4 footerReference default rId5 headerReference even rId6 footerReference even rId7",
        ),
    ];
    for (header, footers, expected) in table {
        let document = Document { header, footers, ..of(vec![]) };
        let parts = parts(&document);
        let section = &parts[parts.find("<w:sectPr>").expect("a section") + 10..parts.find("<w:pgSz").expect("a page")];
        let said =
            section.replace("<w:", "").replace(" w:type=\"", " ").replace("\" r:id=\"", " ").replace("\"/>", " ");
        assert_eq!(said.trim(), expected);
    }
}

#[test]
fn cells_are_one_across_columns_and_rows() {
    let cell = |columns: usize, continues: bool, says: &str| Cell {
        columns,
        continues,
        paragraphs: vec![paragraph(Run::Text(says.to_owned()))],
    };
    let row = |cells: Vec<Cell>| Row { height: 0, cells };
    let table = Table {
        widths: vec![100, 200, 300],
        heads: 1,
        rows: vec![
            row(vec![cell(1, false, "a"), cell(2, false, "b")]),
            row(vec![cell(1, false, "c"), cell(1, false, "d"), cell(1, false, "e")]),
            row(vec![cell(1, true, "never shown"), cell(2, false, "f")]),
        ],
    };
    let parts = parts(&of(vec![Block::Table(table), Block::Paragraph(Paragraph::default())]));
    let table = &parts[parts.find("<w:tr>").expect("a row")..parts.find("</w:tbl>").expect("its end")];
    // What each cell begins with, a row each.
    let rows: Vec<Vec<&str>> = table
        .split("<w:tr>")
        .skip(1)
        .map(|row| row.split("<w:tcPr>").skip(1).map(|cell| cell.split("<w:vAlign").next().expect("a cell")).collect())
        .collect();
    let width = |width: &str| format!("<w:tcW w:w=\"{width}\" w:type=\"dxa\"/>");
    let expected = [
        vec![width("100"), width("500") + "<w:gridSpan w:val=\"2\"/>"],
        vec![width("100") + "<w:vMerge w:val=\"restart\"/>", width("200"), width("300")],
        vec![width("100") + "<w:vMerge/>", width("500") + "<w:gridSpan w:val=\"2\"/>"],
    ];
    assert_eq!(rows, expected);
    assert_eq!(table.matches("<w:tblHeader/>").count(), 1);
    assert!(!table.contains("never shown"));
}

#[test]
fn what_word_would_not_show_as_meant_is_not_written() {
    let cell = |columns: usize, continues: bool| Cell { columns, continues, paragraphs: vec![] };
    let end = || Block::Paragraph(Paragraph::default());
    let table = |widths: usize, rows: Vec<Vec<Cell>>| {
        let rows = rows.into_iter().map(|cells| Row { height: 0, cells }).collect();
        Block::Table(Table { widths: vec![10; widths], heads: 0, rows })
    };
    let of_table = |widths: usize, rows: Vec<Vec<Cell>>| of(vec![end(), table(widths, rows), end()]);
    let one = || table(1, vec![vec![cell(1, false)]]);
    let in_style = |style: usize| of(vec![Block::Paragraph(Paragraph { style, ..Paragraph::default() })]);
    let with = |styles: &[&str]| Document { styles: styles.iter().map(|name| style(name)).collect(), ..of(vec![]) };
    let page = |margins: [u32; 4]| {
        let mut document = of(vec![]);
        document.page.margins = margins;
        document
    };
    let cases: [(Document, Result<(), Fault>); 20] = [
        (in_style(1), Ok(())),
        (in_style(2), Err(Fault::NoStyle(2))),
        (
            Document { header: vec![Paragraph { style: 9, ..Paragraph::default() }], ..of(vec![]) },
            Err(Fault::NoStyle(9)),
        ),
        (with(&["Normal", ""]), Err(Fault::Style(String::new()))),
        (with(&["Normal", "Normal"]), Err(Fault::Style("Normal".to_owned()))),
        (page([0, 11_905, 0, 0]), Ok(())),
        (page([0, 11_906, 0, 0]), Err(Fault::Page)),
        (page([u32::MAX, 0, u32::MAX, 0]), Err(Fault::Page)),
        (of_table(63, vec![vec![cell(63, false)]]), Ok(())),
        (of_table(64, vec![vec![cell(64, false)]]), Err(Fault::Table(1))),
        (of_table(0, vec![vec![]]), Err(Fault::Table(1))),
        (of_table(2, vec![]), Err(Fault::Table(1))),
        (of_table(2, vec![vec![cell(1, false)]]), Err(Fault::Table(1))),
        (of_table(2, vec![vec![cell(0, false), cell(2, false)]]), Err(Fault::Table(1))),
        (of_table(1, vec![vec![cell(1, true)]]), Err(Fault::Table(1))),
        (of_table(2, vec![vec![cell(2, false)], vec![cell(1, true), cell(1, false)]]), Err(Fault::Table(1))),
        (of_table(2, vec![vec![cell(2, false)], vec![cell(2, true)], vec![cell(2, true)]]), Ok(())),
        (of(vec![one()]), Err(Fault::Table(0))),
        (of(vec![one(), one(), end()]), Err(Fault::Table(0))),
        (of(vec![one(), end(), one(), end()]), Ok(())),
    ];
    for (case, (document, expected)) in cases.into_iter().enumerate() {
        assert_eq!(write(&document).map(|_| ()), expected, "case {case}");
    }
}
