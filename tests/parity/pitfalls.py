"""Ties and near-ties: what the usual formula makes of them, what the workbook makes of them, and what is so.

Each: sheet, case, indicator, what it is, the usual formula (in words and in cells), the exact outcome (worked out by hand with fractions), and why.
"""

from form import MET, THRESHOLD_ROWS, UNMET

PARK, PARK_END = ("park", "creation"), ("park", "recognition")
FIRM = ("enterprise", "creation")
REVENUE = "{figures.revenue[0]}:{figures.revenue[2]}"
GROWTH = (
    "(第三年－第一年)÷第一年≥(1+甲)×(1+乙)－1",
    "({figures.revenue[2]}-{figures.revenue[0]})/{figures.revenue[0]}>="
    "(1+{figures.national_revenue_growth[0]}/100)*(1+{figures.national_revenue_growth[1]}/100)-1"
)
STANDARDS = "+".join("{figures.standards[%d].count}/IF({figures.standards[%d].rank}=\"\",1,{figures.standards[%d].rank})" % (i, i, i) for i in range(5))
ONE = ("各行 数量÷位次 相加≥1", f"{STANDARDS}>=1")
MEAN = ("AVERAGE(三年)≥门槛", f"AVERAGE({REVENUE})>={{numbers}}!$D${THRESHOLD_ROWS['park.industry_scale', 'creation']}")

EXAMPLES = [
    (PARK_END, "零增速相持", "park.industry_scale", "全国增速 0.4%、2.0%，复合 2.408%，本园区正好 2.408%", GROWTH, MET,
     "1.004×1.02－1 在二进制小数中比 0.02408 略大，常见写法判为未达到。本簿先乘后减，差额取到 0.01 元后比较。"),
    (PARK_END, "营收追平", "park.industry_scale", "全国增速 4%、5%，复合 9.2%，本园区正好 9.2%", GROWTH, MET,
     "同样的相等，换一组数就没有差错：常见写法是否判对要看运气。"),
    (PARK_END, "不足半分", "park.industry_scale", "比追平少 0.0018 元（0.00000018 万元）", GROWTH, UNMET,
     "本簿取到 0.01 元，差额不到半分钱时按相等处理，判为达到；精确计算为未达到。账面金额以分为单位，实际不会出现。"),
    (FIRM, "正好达到", "enterprise.standards", "三项行业标准都是第3单位：1/3＋1/3＋1/3", ONE, MET,
     "三个三分之一相加，二进制小数恰好得 1。"),
    (FIRM, "0.7+0.2+0.1", "enterprise.standards", "7÷10＋2÷10＋1÷10", ONE, MET,
     "二进制小数得 0.9999999999999999；LibreOffice 比较时容许约 3.6×10⁻¹⁵ 的差，仍判为达到。不容许的程序会判错。"),
    (FIRM, "1/2+1/3+1/7+1/43", "enterprise.standards", "1/2＋1/3＋1/7＋1/43＝1805/1806", ONE, UNMET,
     "显示为 1.00（两位小数）也没有达到。"),
    (FIRM, "位次互质", "enterprise.standards", "五个位次 997、991、983、953、911，合计比 1 少 1/843205844777003", ONE, UNMET,
     "差额小于 LibreOffice 容许的差，常见写法判为达到。本簿通分后比较整数，判为未达到。"),
    (PARK, "差一分钱", "park.industry_scale", "三年平均比 100 亿元少三分之一分钱", MEAN, UNMET,
     "取整显示是 1,000,000.00 万元，其实没有达到。不要先四舍五入再比较。"),
]
