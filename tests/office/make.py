"""Writes the workbooks of `tests/cases/office` with the programs that people have: `make.py`, by a Python with the packages of
`requirements.txt`; LibreOffice must be installed. What is read of each stands beside it and is compared by `cargo test -p office`.
"""

import datetime
import shutil
import subprocess
import tempfile
import zipfile
from pathlib import Path

import msoffcrypto.format.ooxml
import openpyxl
import xlsxwriter
import xlwt
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont

FOLDER = Path(__file__).parent.parent / "cases/office"
FUZZED = Path(__file__).parent.parent / "fuzz/corpus/workbook"

# A park's statistics as its office keeps them: a title, a line for the unit, heads of two rows, a hidden row and a hidden column.
PARK = [
    ["某某产业园区2023—2025年主要经济指标统计表"],
    ["填报单位：某某产业园区管委会", None, None, None, None, None, "统计口径：年报"],
    ["序号", "指标名称", "计量单位", "年份", None, None, "备注"],
    [None, None, None, "2023年", "2024年", "2025年", None],
    [1, "营业收入", "亿元", 98.5, 112.36, 125.8, None],
    [2, "利润总额", "亿元", 6.1, 7.2, 8.05, "不上报"],
    [3, "研发投入", "万元", 30912.75, 36100, "42,000.50", None],
    [4, "其中：财政资金", "万元", 1000, 1100, 1200, "内部核对用"],
    [5, "技术合同成交额", "万元", 6200, 7100, "=E9*1.1", None],
    [6, "研发投入强度", "%", "=D7/10000/D5", "=E7/10000/E5", "=F7/10000/F5", None],
]
MERGED = ["A1:G1", "A3:A4", "B3:B4", "C3:C4", "D3:F3", "G3:G4"]


def park():
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "汇总表"
    for row in PARK:
        sheet.append(row)
    # A number that was typed as text, as imported tables have them.
    sheet["F7"].data_type = "s"
    for area in MERGED:
        sheet.merge_cells(area)
    for row in sheet["D5:F9"]:
        for cell in row:
            cell.number_format = "#,##0.00"
    for cell in sheet["D10:F10"][0]:
        cell.number_format = "0.00%"
    sheet.row_dimensions[8].hidden = True
    sheet.column_dimensions["G"].hidden = True
    other = book.create_sheet("核对")
    other.sheet_state = "hidden"
    other.append(["导出日期", datetime.date(2026, 1, 15)])
    other.append(["时间", datetime.datetime(2026, 1, 15, 8, 30)])
    other.append(["除零", "=1/0"])
    other.append(["缺", "=NA()"])
    other.append(["真", "=1=1"])
    other.append(["拼接", '="甲"&"公司"'])
    other.append(["空", '=""'])
    book.save(FOLDER / "openpyxl.xlsx")


def computed():
    """The same, opened and saved by LibreOffice, which computes the formulas."""
    for extension, name in [("xlsx:Calc MS Excel 2007 XML", "xlsx"), ("xls:MS Excel 97", "xls"), ("ods:calc8", "ods")]:
        with tempfile.TemporaryDirectory() as place:
            profile = f"-env:UserInstallation=file://{place}/profile"
            source = FOLDER / "openpyxl.xlsx"
            order = ["soffice", "--headless", profile, "--convert-to", extension, "--outdir", place, str(source)]
            subprocess.run(order, check=True, capture_output=True)
            written = next(Path(place).glob("openpyxl.*"))
            shutil.move(written, FOLDER / f"libreoffice.{name}")


def formats():
    """Formats, texts with runs, a filter, and formulas whose results the program does not compute."""
    book = xlsxwriter.Workbook(FOLDER / "xlsxwriter.xlsx", {"strings_to_numbers": False})
    sheet = book.add_worksheet("格式")
    codes = ["General", "0.00%", '"¥"#,##0.00', '0!.0,"万元"', '0.00"亿元"', 'yyyy"年"m"月"', "yyyy/m/d", "[Red]0.0;[Blue]-0.0", ";;;"]
    for row, code in enumerate(codes):
        style = book.add_format({"num_format": code})
        sheet.write_string(row, 0, code)
        sheet.write_number(row, 1, 45747.25, style)
        sheet.write_number(row, 2, -0.059, style)
        sheet.write_number(row, 3, 0.1 + 0.2, style)
    bold = book.add_format({"bold": True})
    sheet.write_rich_string(9, 0, "营业", bold, "收入", "（亿元）")
    sheet.write_string(9, 1, "  两边有空格  ")
    sheet.write_string(9, 2, "换\n行 _x0041_")
    sheet.write_formula(9, 3, "=SUM(B1:B2)")
    sheet.write_formula(10, 3, "=SUM(B1:B2)", None, 91494.5)
    sheet.set_column(3, 3, None, None, {"hidden": True})
    listed = book.add_worksheet("名录")
    listed.write_row(0, 0, ["企业名称", "资质"])
    for row, name in enumerate(["甲公司", "乙公司", "丙公司"], start=1):
        listed.write_row(row, 0, [name, "高新技术企业" if row < 3 else "其他"])
    listed.autofilter(0, 0, 3, 1)
    listed.filter_column(1, "x == 高新技术企业")
    listed.set_row(3, options={"hidden": True})
    book.add_chartsheet("图").set_chart(chart(book))
    book.close()
    book = xlsxwriter.Workbook(FOLDER / "from-1904.xlsx", {"date_1904": True})
    book.add_worksheet("日期").write_datetime(0, 0, datetime.datetime(2025, 3, 31), book.add_format({"num_format": "yyyy/m/d"}))
    book.close()


def chart(book):
    chart = book.add_chart({"type": "line"})
    chart.add_series({"values": "=名录!$A$1:$A$2"})
    return chart


def rich():
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("内联")
    sheet.append(["营业收入", 0.07, 1e-7, 123456789012345678, True, CellRichText("研发", TextBlock(InlineFont(b=True), "投入"))])
    book.save(FOLDER / "openpyxl-rich.xlsx")


def old():
    """An .xls with more texts than fit into one record, in one byte a character and in two, and numbers in all their forms."""
    book = xlwt.Workbook(encoding="utf-8")
    sheet = book.add_sheet("旧表")
    percent, day = xlwt.easyxf(num_format_str="0.00%"), xlwt.easyxf(num_format_str="yyyy/m/d")
    for row, number in enumerate([0, 1, -1, 12345, 98.5, -0.07, 0.1 + 0.2, 1e20, 1 / 3, 536870911, 536870912, 5e-324, 1.7976931348623157e308]):
        sheet.write(row, 0, number)
        sheet.write(row, 1, number, percent)
    sheet.write(0, 2, datetime.date(2025, 3, 31), day)
    sheet.write(1, 2, True)
    sheet.write(2, 2, xlwt.Formula("1+1"))
    sheet.write_merge(3, 4, 2, 4, "合并")
    sheet.write_rich_text(5, 2, ["营业", ("收入", xlwt.easyfont("bold true"))])
    sheet.row(6).hidden = True
    sheet.col(3).hidden = True
    sheet.write(6, 3, "藏")
    texts = book.add_sheet("长文本")
    texts.visibility = 1
    for row in range(150):
        texts.write(row, 0, f"Text {row} " + "x" * (row % 40))
        texts.write(row, 1, f"第{row}行" + "企业" * (row % 25))
    texts.write(150, 0, "长" * 9000)
    texts.write(151, 0, "l" * 20000)
    book.save(str(FOLDER / "xlwt.xls"))


def encrypted():
    with open(FOLDER / "openpyxl-rich.xlsx", "rb") as plain, open(FOLDER / "encrypted.xlsx", "wb") as file:
        msoffcrypto.format.ooxml.OOXMLFile(plain).encrypt("示范", file)


def fuzzed():
    """What the fuzzer begins with: the parts that are read, not packed, so that they can be changed."""
    for name in ["libreoffice", "openpyxl-rich", "xlsxwriter", "from-1904"]:
        with zipfile.ZipFile(FOLDER / f"{name}.xlsx") as packed, zipfile.ZipFile(FUZZED / f"{name}.xlsx", "w") as plain:
            for part in packed.namelist():
                if part.endswith(".rels") or part.startswith("xl/w") or part in ("xl/styles.xml", "xl/sharedStrings.xml"):
                    plain.writestr(zipfile.ZipInfo(part), packed.read(part))
    shutil.copy(FOLDER / "libreoffice.xls", FUZZED)
    book = xlwt.Workbook(encoding="utf-8")
    sheet = book.add_sheet("表")
    for row in range(80):
        sheet.write(row, 0, f"第{row}行" + "企业" * 30)
        sheet.write(row, 1, row / 7)
    sheet.write_merge(80, 81, 0, 1, xlwt.Formula('"甲"'))
    sheet.col(1).hidden = True
    book.save(str(FUZZED / "xlwt.xls"))


if __name__ == "__main__":
    FOLDER.mkdir(parents=True, exist_ok=True)
    FUZZED.mkdir(parents=True, exist_ok=True)
    for step in [park, computed, formats, rich, old, encrypted, fuzzed]:
        step()
