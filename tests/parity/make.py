"""Makes the workbook: `make.py write FILE` with formulas only, `make.py settle FROM TO` after a spreadsheet program has computed it.

`cargo xtask parity` runs both, with LibreOffice in between.
"""

import re
import sys
import zipfile

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.properties import PageSetupProperties

import annexes
import look
from cases import CASES, cells
from form import FIRST_WEIGHT, MET, NONE, NUMBERS_SHEET, TALLY_ROWS, UNMET
from guide import GUIDE
from pitfalls import EXAMPLES
from plan import PERCENT, THRESHOLDS, WEIGHTS

SHEETS = {
    ("park", "creation"): "园区·创建",
    ("park", "recognition"): "园区·认定",
    ("enterprise", "creation"): "企业·创建",
    ("enterprise", "recognition"): "企业·认定",
}
FIRST_ROW, OWN, CODE = 5, 6, 5  # the first line, the reader's own column, the hidden column of codes
HEADERS = ["", "填报或计算项", "单位", "依据和说明", "代码", "贵单位填写"]


def write(path):
    book = Workbook()
    guide(book.active)
    for key, name in SHEETS.items():
        submissions(book.create_sheet(name), key)
    numbers(book.create_sheet(NUMBERS_SHEET))
    examples(book.create_sheet("精度示例"), book)
    book.save(path)


def guide(sheet):
    sheet.title = "填报说明"
    look.title(sheet, "国家新兴产业发展示范基地 考评指标核对表", "依据工信部规〔2025〕250号附1、附2；仅供自查，不是评分，不作排名")
    sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = 18, 92
    for row, (label, text) in enumerate(GUIDE, start=4):
        for column, value in enumerate((label, text), start=1):
            cell = sheet.cell(row, column, value)
            cell.font, cell.border = look.font(bold=column == 1), look.GRID
            look.wrapped(cell)
        sheet.row_dimensions[row].height = 15 * max(1, -(-len(text) // 44)) + 4
    finish(sheet, landscape=False)


def submissions(sheet, key):
    form, (sound, cases) = getattr(annexes, key[0])(key[1]), CASES[key]
    look.title(sheet, f"示范{SHEETS[key].replace('·', '（')}）", "在“贵单位填写”一列的黄色格内填数（金额单位万元），右边各列是核对用的示例")
    rows = form.rows(FIRST_ROW)
    for column, text in enumerate(HEADERS, start=1):
        look.header(sheet.cell(3, column, text))
    for row, line in enumerate(form.lines, start=FIRST_ROW):
        describe(sheet, row, line)
    columns = [("贵单位填写", "空白，供填写", "blank"), *cases]
    for column, (name, why, changes) in enumerate(columns, start=OWN):
        look.header(sheet.cell(3, column, name))
        fill_in(sheet, column, form, rows, cells(sound, changes))
        note = sheet.cell(4, column, why)
        note.font = look.font(size=9, color="595959")
        look.wrapped(note)
        sheet.column_dimensions[get_column_letter(column)].width = 22
    last = get_column_letter(OWN + len(cases))
    look.colours(sheet, f"F{FIRST_ROW}:{last}{FIRST_ROW + len(form.lines)}")
    for letter, width in zip("ABCDE", (3, 42, 8, 46, 40)):
        sheet.column_dimensions[letter].width = width
    sheet.column_dimensions["E"].hidden = True
    # On paper only the reader's own column: the examples beside it would make it too small to read.
    sheet.print_area, sheet.print_title_rows = f"A1:F{FIRST_ROW + len(form.lines) - 1}", "3:3"
    sheet.row_dimensions[4].height = 58
    sheet.freeze_panes = "F5"
    choices(sheet, form, rows, last)
    finish(sheet, landscape=False)


def describe(sheet, row, line):
    """The five label cells of a line."""
    head = line.role == "head"
    values = [line.label, "", "", line.note, ""] if head else ["", line.label, line.unit, line.note, line.code]
    for column, value in enumerate(values, start=1):
        cell = sheet.cell(row, column, value or None)
        cell.font = look.font(bold=head or line.role == "outcome", color="595959" if column > 3 and not head else "000000")
        cell.border = look.GRID
        if head:
            cell.fill = look.HEAD
        look.wrapped(cell, wrap=column > 1)
    sheet.row_dimensions[row].height = 15 * max(1, -(-len(line.note) // 26)) + 3


def fill_in(sheet, column, form, rows, filled):
    letter = get_column_letter(column)
    for line in form.lines:
        cell = sheet.cell(rows[line.code], column)
        if line.role == "head":
            cell.fill, cell.border = look.HEAD, look.GRID
            continue
        cell.value = "=" + placed(line.formula, rows, letter) if line.formula else filled.pop(line.code, None)
        look.body(cell, line.role, line.unit, own=column == OWN)
    assert not filled, f"no line for {list(filled)}"


def placed(formula, rows, letter):
    names = {"numbers": f"'{NUMBERS_SHEET}'"}
    return re.sub(r"\{([^{}]+)\}", lambda match: names.get(match[1]) or f"{letter}{rows[match[1]]}", formula)


def choices(sheet, form, rows, last):
    """Drop-down lists for the kinds of ranked tallies; another word may be typed and is then named as wrong by the formulas."""
    for line in form.lines:
        if line.choices:
            rule = DataValidation(type="list", formula1=line.choices, allow_blank=True, showErrorMessage=False)
            rule.add(f"F{rows[line.code]}:{last}{rows[line.code]}")
            sheet.add_data_validation(rule)


def numbers(sheet):
    look.title(sheet, NUMBERS_SHEET, "由附1、附2原文另行录入，供本簿公式引用；金额单位万元")
    table(sheet, 4, ["类别", "代码", "名称", "数值", "单位", "出处", "原文"], [
        ("门槛", f"{t.indicator} {t.stage}", t.title, t.value, t.unit, t.source, t.quote) for t in THRESHOLDS])
    weights = []
    for track, tally in TALLY_ROWS:
        these = [w for w in WEIGHTS if (w.track, w.tally) == (track, tally)]
        weights += [("权重 ω", f"{track} {tally} {w.kind}", w.title, w.value, "", w.source, "") for w in these]
        if TALLY_ROWS[track, tally][1] - TALLY_ROWS[track, tally][0] == len(these):
            weights.append(("", "", NONE, 0, "", "", "没有此项时选用，不是方案中的类别"))
    table(sheet, FIRST_WEIGHT - 1, ["类别", "代码", "名称", "数值", "", "出处", ""], weights)
    for letter, width in zip("ABCDEFG", (10, 46, 32, 12, 10, 14, 46)):
        sheet.column_dimensions[letter].width = width
    finish(sheet)


def table(sheet, first, headers, rows):
    for column, text in enumerate(headers, start=1):
        look.header(sheet.cell(first, column, text))
    for row, values in enumerate(rows, start=first + 1):
        for column, value in enumerate(values, start=1):
            cell = sheet.cell(row, column, value if value != "" else None)
            cell.font, cell.border = look.font(), look.GRID
            look.wrapped(cell)
        if values[4:5] == (PERCENT,):
            sheet.cell(row, 4).number_format = "0%"


def examples(sheet, book):
    look.title(sheet, "精度示例", "电子表格用二进制小数，遇到正好相等的情形可能判错；以下各例在 LibreOffice 7.4 中算得，其他软件的末位处理可能不同")
    rows = []
    for key, case, indicator, what, (shown, usual), exact, why in EXAMPLES:
        form, cases = getattr(annexes, key[0])(key[1]), [name for name, _, _ in CASES[key][1]]
        lines = form.rows(FIRST_ROW)
        letter = get_column_letter(OWN + 1 + cases.index(case))
        here = lambda formula: re.sub(r"(?<![\w!$'])([A-Z]{1,2}\d+)", rf"'{SHEETS[key]}'!\1", placed(formula, lines, letter))
        ours = f"='{SHEETS[key]}'!{letter}{lines[f'outcome {indicator}']}"
        rows.append((what, shown, f'=IF({here(usual)},"{MET}","{UNMET}")', ours, exact, why, f"{SHEETS[key]} {letter} {indicator}"))
    table(sheet, 4, ["情形", "常见写法", "常见写法的结果", "本簿公式的结果", "精确结果", "说明", "所在列"], rows)
    for letter, width in zip("ABCDEFG", (40, 34, 10, 10, 10, 66, 42)):
        sheet.column_dimensions[letter].width = width
    for row in range(4, 5 + len(rows)):
        sheet.row_dimensions[row].height = 48
    look.colours(sheet, f"C5:E{4 + len(rows)}")
    finish(sheet)


def finish(sheet, landscape=True):
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties()
    sheet.sheet_view.showGridLines = False
    look.printed(sheet, landscape)


def settle(source, target):
    """The same parts in the same order with one fixed time, so that equal content gives equal bytes.

    What remains: LibreOffice gives a row of empty cells sometimes our font, sometimes its own default.
    """
    with zipfile.ZipFile(source) as parts, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as settled:
        for name in sorted(parts.namelist(), key=lambda name: (name != "[Content_Types].xml", name)):
            content = parts.read(name)
            if name == "docProps/core.xml":
                content = re.sub(rb"\d{4}-\d\d-\d\dT[\d:.]+Z?", b"2025-11-19T00:00:00Z", content)
            content = re.sub(rb"<TotalTime>[^<]*<", b"<TotalTime>0<", content)
            settled.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), content, zipfile.ZIP_DEFLATED)


if __name__ == "__main__":
    {"write": write, "settle": settle}[sys.argv[1]](*sys.argv[2:])
