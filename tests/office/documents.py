"""Holds the documents that we write against python-docx and the Open XML SDK's rules: `documents.py`, by a Python with the packages of
`requirements.txt`.

Every track, stage and language, filled in, empty, tried out and hostile: each opens, its paragraphs and tables are what the value says, and
what every element may have in it, and in which order, is what Microsoft's own validator would find. Where LibreOffice is, it opens them too.
"""

import json
import os
import re
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

import docx
from docx.oxml.ns import qn
from docx.table import Table
from openxml_audit import FileFormat, OpenXmlValidator

ROOT = Path(__file__).parent.parent.parent
TWENTIETH = 635
VALIDATOR = OpenXmlValidator(file_format=FileFormat.MICROSOFT_365, max_errors=0)
# The validator asks for a theme of every document. Word does not: it is the one part that says how what has no font of its own looks, and
# everything here has one. Documents of Word 2003 have none either.
NO_THEME = "officeDocument/2006/relationships/theme"


def shown(text):
    """A text as Word has it: the end of a line is one sign, and what XML cannot hold is shown as such."""
    lines = re.sub("\r\n|[\r\x0b\x0c\x85\u2028\u2029]", "\n", text)
    return re.sub("[\x00-\x08\x0e-\x1f\ufffe\uffff]", "\ufffd", lines)


def text(paragraph):
    """What a paragraph says, with the number of the page as `#`."""
    parts = []
    for node in paragraph._p.iter(qn("w:t"), qn("w:br"), qn("w:tab"), qn("w:fldSimple")):
        if node.tag == qn("w:t"):
            parts.append("" if node.getparent().getparent().tag == qn("w:fldSimple") else node.text or "")
        else:
            parts.append({qn("w:br"): "\n", qn("w:tab"): "\t"}.get(node.tag, "#"))
    return "".join(parts)


def cells(table):
    """The cells that say something, row by row, read from the elements: python-docx repeats those that are merged."""
    rows = []
    for row in table._tbl.tr_lst:
        own = [cell for cell in row.tc_lst if cell.vMerge != "continue"]
        rows.append(["\n".join(text(docx.text.paragraph.Paragraph(p, table)) for p in cell.p_lst) for cell in own])
    return rows


def blocks(document):
    for block in document.iter_inner_content():
        if isinstance(block, Table):
            heads = sum(row.trPr is not None and row.trPr.find(qn("w:tblHeader")) is not None for row in block._tbl.tr_lst)
            widths = [column.w // TWENTIETH for column in block._tbl.tblGrid.gridCol_lst]
            # What python-docx makes of spans and merges is as wide as the table in every row.
            assert all(len(row.cells) == len(widths) for row in block.rows), "a row that does not take all columns"
            yield {"widths": widths, "heads": heads, "rows": cells(block)}
        else:
            yield [block.style.name, text(block)]


def expected(block):
    if isinstance(block, list):
        # python-docx calls Word's own headings as Word's interface does.
        name = re.sub("^(heading|header|footer)", lambda it: it[0].capitalize(), block[0])
        return [name, shown(block[1])]
    return {**block, "rows": [[shown(cell) for cell in row] for row in block["rows"]]}


def read(path):
    says = json.loads(path.with_suffix(".json").read_text())
    document = docx.Document(path)
    assert document.core_properties.title == shown(says["title"])
    section = document.sections[0]
    margins = [section.top_margin, section.right_margin, section.bottom_margin, section.left_margin]
    page = [section.page_width // TWENTIETH, section.page_height // TWENTIETH, [it // TWENTIETH for it in margins]]
    assert page == says["page"], page
    assert document.settings.odd_and_even_pages_header_footer
    assert [text(p) for p in section.footer.paragraphs + section.even_page_footer.paragraphs] == ["— # —"] * 2
    for header in section.header, section.even_page_header:
        # Asked for the paragraphs of a header that is not there, python-docx makes one.
        own = [] if header.is_linked_to_previous else [text(p) for p in header.paragraphs]
        assert own == [shown(it) for it in says["header"]], own
    found, wanted = list(blocks(document)), [expected(block) for block in says["blocks"]]
    for one, other in zip(found, wanted):
        assert one == other, f"{one!r}\n{other!r}"
    assert len(found) == len(wanted)
    levels = [style for style in document.styles if style.name.startswith("Heading")]
    outline = [style.element.pPr.find(qn("w:outlineLvl")).get(qn("w:val")) for style in levels]
    assert outline == ["0", "1", "2"], "the way through the document is by its headings"
    return len(found)


def faults(source):
    found = VALIDATOR.validate(source).errors
    return [str(fault) for fault in found if NO_THEME not in str(fault)]


def spoilt(path, part, before, after):
    """The same document with something in a part that may not be there."""
    target = path.with_name("spoilt.docx")
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            own = old.read(name).decode()
            new.writestr(name, own.replace(before, after, 1) if name == part else own)
            assert name != part or before in own, before
    return target


def is_strict(path):
    """Whether the validator finds what is wrong: otherwise it says nothing of what is right."""
    wrong = [
        ("word/document.xml", "<w:cantSplit/>", "<w:cantSplits/>"),
        ("word/document.xml", '<w:vAlign w:val="center"/></w:tcPr>', '<w:vAlign w:val="centre"/></w:tcPr>'),
        ("word/document.xml", "<w:tblLayout", '<w:tblLook w:val="0"/><w:tblLayout'),
        ("word/document.xml", '<w:gridSpan w:val="', '<w:gridSpan w:val="x'),
        ("word/styles.xml", '<w:jc w:val="both"/></w:pPr>', "</w:pPr>"),
        ("word/styles.xml", "<w:keepNext", '<w:jc w:val="both"/><w:keepNext'),
        ("word/settings.xml", "<w:evenAndOddHeaders/>", "<w:evenAndOddHeader/>"),
    ]
    for part, before, after in wrong:
        found = faults(spoilt(path, part, before, after))
        # The one that is not wrong is there to see that spoiling alone is no fault.
        assert bool(found) == (after != "</w:pPr>"), (before, after, found)


def opened(paths, folder):
    """LibreOffice opens them, if it is there with its part for texts."""
    order = ["soffice", "--headless", f"-env:UserInstallation=file://{folder}/profile", "--convert-to", "pdf", "--outdir", str(folder / "pdf")]
    try:
        subprocess.run([*order, *map(str, paths)], check=True, capture_output=True)
    except FileNotFoundError:
        return print("no LibreOffice")
    missing = [path.stem for path in paths if not (folder / "pdf" / path.with_suffix(".pdf").name).exists()]
    print(f"LibreOffice opens {len(paths) - len(missing)} of {len(paths)} documents", *missing)


def main():
    with tempfile.TemporaryDirectory() as folder:
        order = ["cargo", "test", "-q", "-p", "formatting", "--lib", "documents_for_another_reader", "--", "--ignored"]
        subprocess.run(order, check=True, cwd=ROOT, env={**os.environ, "SHIFAN_DOCUMENTS": folder}, stdout=subprocess.DEVNULL)
        paths = sorted(Path(folder).glob("*.docx"))
        assert len(paths) >= 40, f"{len(paths)} documents"
        total, wrong = 0, 0
        for path in paths:
            total += read(path)
            found = faults(path)
            wrong += bool(found)
            for fault in found[:5]:
                print(path.stem, fault)
        is_strict(next(path for path in paths if path.stem == "park-creation-zh-what-if"))
        print(f"{len(paths)} documents of {total} paragraphs and tables, {wrong} with faults")
        opened([path for path in paths if "as-is" not in path.stem], Path(folder))
        return not wrong


if __name__ == "__main__":
    sys.exit(0 if main() else 1)
