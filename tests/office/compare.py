"""Holds what is read of workbooks against openpyxl and xlrd: `compare.py [FILE …]`, by a Python with the packages of `requirements.txt`.

Without files it compares those of `tests/cases/office` and a table of 145,000 cells that it makes, as .xlsx and, if LibreOffice is there,
as .xls. Numbers must be the same 15 digits, texts the same, days the same; and so must be what is hidden and merged.
"""

import datetime
import decimal
import random
import subprocess
import sys
import tempfile
from pathlib import Path

import openpyxl
import xlrd

ROOT = Path(__file__).parent.parent.parent
FOLDER = ROOT / "tests/cases/office"


def fifteen(value):
    """A double as 15 significant digits."""
    return decimal.Decimal("%.15g" % value).normalize() + 0


def flat(text):
    return text.replace("\r\n", "\n").replace("\n", "↵").replace("\t", "→")


def ours(path):
    order = ["cargo", "run", "-q", "--release", "-p", "office", "--example", "cells", "--", str(path)]
    sheets = []
    for line in subprocess.run(order, check=True, capture_output=True, text=True, cwd=ROOT).stdout.split("\n"):
        kind, *rest = line.split("\t")
        if kind == "sheet":
            sheets.append({"title": rest[0], "hidden": rest[1] == "true", "cells": {}, "rows": set(), "columns": set(), "merged": set()})
        elif kind == "cell":
            sheets[-1]["cells"][int(rest[0]), int(rest[1])] = (rest[2], rest[3])
        elif kind == "merged":
            sheets[-1]["merged"].add(tuple(map(int, rest)))
        elif kind in ("row", "column"):
            sheets[-1][kind + "s"].add(int(rest[0]))
    return sheets


def by_openpyxl(path):
    book = openpyxl.load_workbook(path, data_only=True)
    for sheet in book.worksheets:
        cells = {}
        for row in sheet.iter_rows():
            for cell in row:
                if cell.value is not None and cell.value != "":
                    cells[cell.row - 1, cell.column - 1] = (cell.value, None)
        rows = {row - 1 for row, look in sheet.row_dimensions.items() if look.hidden}
        columns = set()
        for look in sheet.column_dimensions.values():
            if look.hidden:
                columns |= set(range(look.min - 1, look.max))
        merged = {(a.min_row - 1, a.min_col - 1, a.max_row - a.min_row + 1, a.max_col - a.min_col + 1) for a in sheet.merged_cells.ranges}
        yield sheet.title, sheet.sheet_state != "visible", cells, rows, columns, merged


def by_xlrd(path):
    book = xlrd.open_workbook(path, formatting_info=True)
    for sheet in book.sheets():
        cells = {}
        for row in range(sheet.nrows):
            for column in range(sheet.ncols):
                cell = sheet.cell(row, column)
                if cell.ctype == xlrd.XL_CELL_DATE:
                    value = xlrd.xldate_as_datetime(cell.value, book.datemode)
                elif cell.ctype == xlrd.XL_CELL_BOOLEAN:
                    value = bool(cell.value)
                elif cell.ctype == xlrd.XL_CELL_ERROR:
                    value = xlrd.error_text_from_code[cell.value]
                elif cell.ctype in (xlrd.XL_CELL_EMPTY, xlrd.XL_CELL_BLANK) or cell.value == "":
                    continue
                else:
                    value = cell.value
                cells[row, column] = (value, None)
        rows = {row for row, look in sheet.rowinfo_map.items() if look.hidden}
        columns = {column for column, look in sheet.colinfo_map.items() if look.hidden}
        merged = {(top, first, bottom - top, last - first) for top, bottom, first, last in sheet.merged_cells}
        yield sheet.name, sheet.visibility != 0, cells, rows, columns, merged


def is_same(value, number, text):
    if isinstance(value, bool):
        return text == str(value).upper()
    if isinstance(value, datetime.time) or (isinstance(value, datetime.datetime) and value.year < 1900):
        # Excel shows no day before 1900, and hours of its day 0 as such; these programs have other ways out.
        return True
    if isinstance(value, (int, float)):
        return number != "" and abs(decimal.Decimal(number) - fifteen(value)) <= abs(fifteen(value)) * decimal.Decimal("1e-14")
    if isinstance(value, (datetime.datetime, datetime.date)):
        days = value if isinstance(value, datetime.datetime) else datetime.datetime(value.year, value.month, value.day)
        return number == "" and days.isoformat(" ").startswith(text)
    return number == "" and flat(str(value)) == text


def compare(path):
    theirs = list((by_xlrd if path.suffix == ".xls" else by_openpyxl)(path))
    own = ours(path)
    wrong, count = [], 0
    if [sheet["title"] for sheet in own] != [sheet[0] for sheet in theirs]:
        wrong.append("other sheets")
    for mine, (title, hidden, cells, rows, columns, merged) in zip(own, theirs):
        count += len(cells)
        if mine["hidden"] != hidden:
            wrong.append(f"{title}: hidden or not")
        for at in sorted(cells.keys() | mine["cells"].keys()):
            number, text = mine["cells"].get(at, ("", ""))
            value = cells.get(at, ("", None))[0]
            if not is_same(value, number, text):
                wrong.append(f"{title} {at}: {value!r}, and here {number!r} {text!r}")
        filled = cells.keys()
        if mine["rows"] != {row for row in rows if any(at[0] == row for at in filled)}:
            wrong.append(f"{title}: hidden rows {mine['rows']}")
        if mine["columns"] != {column for column in columns if any(at[1] == column for at in filled)}:
            wrong.append(f"{title}: hidden columns {mine['columns']}")
        if mine["merged"] != {area for area in merged if area[:2] in filled and area[2:] != (1, 1)}:
            wrong.append(f"{title}: merged {mine['merged']} {merged}")
    print(f"{path.name}: {count} cells, {len(wrong)} differ")
    for line in wrong[:20]:
        print("   ", line)
    return not wrong


def large(folder):
    chance = random.Random(2025)
    book = openpyxl.Workbook()
    sheet = book.active
    forms = [
        lambda: chance.random(),
        lambda: chance.random() * 10 ** chance.randint(-12, 15),
        lambda: round(chance.random() * 1e6, 2),
        lambda: chance.randint(-(2**31), 2**31),
        lambda: f"第{chance.randint(1, 9999)}家企业",
        lambda: "甲\n乙" * chance.randint(1, 3),
        lambda: chance.random() < 0.5,
        lambda: datetime.datetime(1900, 3, 1) + datetime.timedelta(days=chance.randint(0, 80000)),
    ]
    for _ in range(5000):
        sheet.append([chance.choice(forms)() for _ in range(29)])
    for _ in range(50):
        sheet.row_dimensions[chance.randint(1, 5000)].hidden = True
    book.save(folder / "large.xlsx")
    old = convert(folder / "large.xlsx", folder, "xls:MS Excel 97", "old")
    return [folder / "large.xlsx"] + ([old] if old else [])


def written(folder):
    """The form that we write: openpyxl finds all of it, and LibreOffice computes the results that are in it."""
    path = folder / "form.xlsx"
    subprocess.run(["cargo", "run", "-q", "-p", "office", "--example", "form", "--", str(path)], check=True, cwd=ROOT)
    book = openpyxl.load_workbook(path)
    sheet, words = book.worksheets
    assert (sheet.title, sheet.sheet_state, words.sheet_state) == ("填报表 & 说明", "visible", "hidden")
    # openpyxl leaves _x0001_ as it is.
    assert sheet["A4"].value.startswith('  研发 <投入> "A&B" _x'), repr(sheet["A4"].value)
    assert (sheet["B3"].value, sheet["B3"].number_format) == (1098.5, '#,##0.00"万元"')
    assert (sheet["B5"].value, sheet["D3"].number_format) == ("=SUM(B3:B4)", "0.00%")
    assert (sheet["A1"].font.b, sheet["A1"].font.sz, sheet["A1"].font.color.rgb) == (True, 16, "FF1F4E79")
    assert (sheet["A2"].fill.fgColor.rgb, sheet["A2"].border.left.style, sheet["A2"].alignment.wrap_text) == ("FFDDEBF7", "thin", True)
    assert [str(area) for area in sheet.merged_cells.ranges] == ["A1:D1"] and sheet.freeze_panes == "B3"
    assert sheet.print_title_rows == "$1:$2"
    lists = [(str(one.sqref), one.formula1) for one in sheet.data_validations.dataValidation]
    assert lists == [("C3", '"高企,小巨人 & 单项冠军"'), ("C4", "词表!$A$1:$A$2")], lists
    marks = [
        (str(area.sqref), rule.operator, rule.formula, rule.dxf.font.color.rgb, rule.dxf.fill.bgColor.rgb)
        for area in sheet.conditional_formatting
        for rule in area.rules
    ]
    assert marks == [
        ("C5", "equal", ['"达到 <&>"'], "FF17643A", "FFE4F2E9"),
        ("C3:C4", "equal", ['"称""号"'], "FFB3261E", "FFFBE4E2"),
    ], marks
    assert (sheet.column_dimensions["A"].width, sheet.column_dimensions["F"].hidden) == (30, True)
    computed = convert(path, folder, "xlsx:Calc MS Excel 2007 XML", "computed")
    if computed:
        before, after = (openpyxl.load_workbook(file, data_only=True).worksheets[0] for file in (path, computed))
        for row, other in zip(before.iter_rows(max_row=5, max_col=4), after.iter_rows(max_row=5, max_col=4)):
            for cell, same in zip(row, other):
                is_number = isinstance(cell.value, (int, float))
                is_equal = abs(cell.value - same.value) < 1e-12 if is_number else cell.value == same.value
                assert is_equal or cell.coordinate == "A4", (cell.coordinate, cell.value, same.value)
    print("form.xlsx: as it was meant, by openpyxl" + (" and LibreOffice" if computed else ""))


def convert(path, folder, form, name):
    order = ["soffice", "--headless", f"-env:UserInstallation=file://{folder}/profile", "--convert-to", form, "--outdir", str(folder / name)]
    try:
        subprocess.run([*order, str(path)], check=True, capture_output=True)
    except FileNotFoundError:
        print("no LibreOffice")
        return None
    return next((folder / name).iterdir())


def main(files):
    if files:
        return all([compare(Path(file)) for file in files])
    readable = [path for path in sorted(FOLDER.glob("*.xls*")) if path.suffix != ".txt" and not path.name.startswith("encrypted")]
    with tempfile.TemporaryDirectory() as folder:
        written(Path(folder))
        return all([compare(path) for path in readable + large(Path(folder))])


if __name__ == "__main__":
    sys.exit(0 if main(sys.argv[1:]) else 1)
