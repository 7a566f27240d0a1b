"""Fills in the template of a park as somebody does with another program: `fill.py TEMPLATE FILLED`, by a Python with the packages of
`requirements.txt`. It says who applies, a row is inserted, a unit changed, and one person stands in the list twice. The template is the one that the page hands
out with nothing filled in; the result is `tests/cases/filled-in-template.xlsx`, which a story opens.
"""

import sys

import openpyxl

AMOUNTS = {
    "figures.revenue": [95.2, 101.37, 118.4],
    "figures.rd_spending": [30000, 42000, 51000],
    "figures.tech_contracts": [5200, 5600, 4300],
    "figures.equity_financing": [6000, 7000, 9000],
    "figures.debt_financing": [3000, 4000, 2500],
}
COUNTS = {
    "figures.employees": 21000,
    "figures.quality_enterprises.innovative_sme": 12,
    "figures.quality_enterprises.high_tech": 18,
    "figures.quality_enterprises.specialized_sme": 6,
    "figures.quality_enterprises.little_giant": 1,
    "figures.patents.gold": 1,
    "figures.patents.other": 520,
}
WORDS = {
    "applicant.name": "东湖新兴产业园管理委员会",
    "field": "新材料",
    "eligibility.established_in_china": "是",
    "eligibility.leading_industry_in_field": "是",
    "notes.park.industrial_policy": "已出台专项政策：\n一、园发〔2024〕3号；\n二、园发〔2025〕7号。",
}
SOURCES = {"figures.revenue": "统计局年报", "sources.quality_enterprises": "科技局、工信局名录"}
PEOPLE = [("张三", "研究生学历人员"), ("李四", "高级职称人员"), ("张三", "高技能人才")]

template, filled = sys.argv[1:]
book = openpyxl.load_workbook(template)
sheet = book["数据"]
rows = {sheet.cell(row, 1).value: row for row in range(1, sheet.max_row + 1)}
for mark, values in AMOUNTS.items():
    for column, value in enumerate(values, 4):
        sheet.cell(rows[mark], column).value = value
sheet.cell(rows["figures.revenue"], 3).value = "亿元"
for mark, value in COUNTS.items():
    sheet.cell(rows[mark], 6).value = value
for mark, source in SOURCES.items():
    sheet.cell(rows[mark], 7).value = source
sheet.insert_rows(2)
applying = book["申报信息和说明"]
rows = {applying.cell(row, 1).value: row for row in range(1, applying.max_row + 1)}
for mark, said in WORDS.items():
    applying.cell(rows[mark], 3).value = said
people = book["高水平人才名单"]
first = next(row for row in range(1, 20) if people.cell(row, 1).value == "姓名") + 1
for row, (name, kind) in enumerate(PEOPLE, first):
    people.cell(row, 1).value = name
    people.cell(row, 3).value = kind
book.save(filled)
