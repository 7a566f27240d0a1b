"""How the workbook looks: fills, fonts, widths, and colours that only repeat what the text of an outcome says."""

from openpyxl.formatting.rule import CellIsRule
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side

from form import INVALID, MET, MISSING, NOT_COMPUTABLE, UNMET, UNSTATED

FONT = "宋体"
INPUT = PatternFill("solid", fgColor="FFF8DC")
HEAD = PatternFill("solid", fgColor="DCE6F1")
TITLE = PatternFill("solid", fgColor="1F3864")
OWN = Side("medium", color="1F3864")
THIN = Side("thin", color="C8C8C8")
GRID = Border(left=THIN, right=THIN, top=THIN, bottom=THIN)
COLOURS = {MET: "E2F0D9", UNMET: "F8D7DA", MISSING: "FFF2CC", INVALID: "F4CCCC", NOT_COMPUTABLE: "FFF2CC", UNSTATED: "EDEDED"}


def font(**kwargs):
    return Font(name=FONT, size=kwargs.pop("size", 10), **kwargs)


def wrapped(cell, horizontal="left", wrap=True):
    cell.alignment = Alignment(wrap_text=wrap, vertical="center", horizontal=horizontal)


def title(sheet, text, below):
    sheet["A1"], sheet["A2"] = text, below
    sheet["A1"].font, sheet["A2"].font = font(size=14, bold=True), font(color="595959")
    sheet.row_dimensions[1].height = 24


def header(cell):
    cell.font, cell.fill, cell.border = font(bold=True, color="FFFFFF"), TITLE, GRID
    wrapped(cell, "center")


def body(cell, role, unit, own=False):
    """A cell of a submission's column."""
    cell.border = Border(left=OWN, right=OWN, top=THIN, bottom=THIN) if own else GRID
    cell.font = font(bold=role == "outcome")
    cell.alignment = Alignment(horizontal="center" if role in ("outcome", "kind") else "right", vertical="center", wrap_text=role == "kind")
    # As many decimals as there are: a rounded number must not look like the threshold.
    cell.number_format = "0.00########%" if unit == "比例" else "General"
    if role in ("input", "kind"):
        cell.fill, cell.protection = INPUT, Protection(locked=False)


def colours(sheet, area):
    for text, colour in COLOURS.items():
        sheet.conditional_formatting.add(area, CellIsRule(operator="equal", formula=[f'"{text}"'], fill=PatternFill(bgColor=colour)))


def printed(sheet, landscape=True):
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.orientation = "landscape" if landscape else "portrait"
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.oddFooter.center.text = "&A  &P / &N"
