"""The submissions: what a sound one fills in, and for each case what differs from it and why it is there.

Codes as in the hidden column of the sheets: `revenue` are the three entries of a series, `platforms` the lines of a ranked tally as
(kind, count, rank), `patents.gold` one cell. A name that begins with `<` belongs to the baseline. None empties a cell.
"""

THIRD = [("行业标准", 1, 3)] * 3


def park_creation():
    sound = {
        "revenue": (1000000, 1000000, 1000000), "rd_spending": (40000, 45000, 50000), "tech_contracts": (5000, 5000, 5000),
        "quality_enterprises.high_tech": 30, "quality_enterprises.manufacturing_champion": 1,
        "platforms": [("全国重点实验室", 1, 2), ("国家级制造业中试平台", 1, None)], "<platforms": [("全国重点实验室", 1, None)],
        "patents.gold": 1, "patents.silver": 2, "patents.other": 493,
        "equity_financing": (4000, 4000, 4000), "debt_financing": (6000, 6000, 6000),
        "talent.postgraduate": 300, "talent.senior_title": 120, "talent.skilled": 80, "employees": 4200,
    }
    return sound, [
        ("正好达到", "金额和个数都正好在门槛上；平台与期初相同，不算增加", {}),
        ("差一分钱", "各项金额合计比门槛少 0.01 元，加权数各少 1", {
            "revenue": (1000000, 1000000, 999999.999999), "tech_contracts": (5000, 4999.999999, 5000),
            "debt_financing": (6000, 6000, 5999.999999), "quality_enterprises.high_tech": 29, "patents.other": 492,
            "platforms": [("国家级制造业中试平台", 1, None)]}),
        ("多一分钱", "各项金额合计比门槛多 0.01 元，加权数各多 1", {
            "revenue": (1000000, 1000000.000001, 1000000), "tech_contracts": (5000.000001, 5000, 5000),
            "equity_financing": (4000, 4000.000001, 4000), "quality_enterprises.innovative_sme": 1, "patents.other": 494}),
        ("平台持平", "第2、3、6单位各一，加权数量与期初相同：2÷2＋2÷3＋2÷6＝2，不算增加", {
            "platforms": [("全国重点实验室", 1, 2), ("国家技术创新中心", 1, 3), ("国家产业技术工程化中心", 1, 6)]}),
        ("平台微增", "比期初多 2÷1000", {
            "platforms": [("全国重点实验室", 1, None), ("国家重大科技基础设施", 1, 1000)]}),
        ("期初为无", "期初没有平台，现有一个第9单位的孵化器", {
            "<platforms": [("无", None, None)], "platforms": [("工业和信息化部科技型企业孵化器", 1, 9)]}),
        ("明确为零", "专利填 0、平台选“无”：是没有，不是缺数据", {
            "patents.gold": 0, "patents.silver": None, "patents.other": None, "platforms": [("无", None, None)],
            "quality_enterprises.high_tech": 0, "quality_enterprises.manufacturing_champion": 0}),
        ("缺一年", "营业收入缺第二年，融资缺一个数", {"revenue": (1000000, None, 1000000), "debt_financing": (None, 6000, 6000)}),
        ("整项未填", "优质企业、专利、期初平台全空", {
            "quality_enterprises.high_tech": None, "quality_enterprises.manufacturing_champion": None,
            "patents.gold": None, "patents.silver": None, "patents.other": None, "<platforms": []}),
        ("全部未填", "空白表", "blank"),
        ("有误", "金额为文字或负数，个数带小数，位次为 0；其余照常", {
            "revenue": ("1,23", 1000000, 1000000), "tech_contracts": (5000, -1, 5000), "patents.other": 493.5,
            "platforms": [("全国重点实验室", 1, 0)], "employees": -5}),
        ("类别有误", "类别不在名单、数量未填", {
            "platforms": [("省级实验室", 1, None)], "<platforms": [("国家实验室", None, None)]}),
        ("权重各一", "五类优质企业 1+1+2+10+20，另加 16 家高企", {
            "quality_enterprises.innovative_sme": 1, "quality_enterprises.high_tech": 17, "quality_enterprises.specialized_sme": 1,
            "quality_enterprises.little_giant": 1, "quality_enterprises.manufacturing_champion": 1}),
        ("五个七分之一", "位次互质 7、11、13、17、19，通分后比较", {
            "platforms": [("国家实验室", 3, rank) for rank in (7, 11, 13, 17, 19)]}),
        ("从零增长", "第一年营业收入为 0：增速无法计算，平均值照算", {"revenue": (0, 1500000, 1500000)}),
        ("收入为零", "三年收入为 0、无从业人员：比例无法计算", {"revenue": (0, 0, 0), "employees": 0}),
    ]


def park_recognition():
    sound = {
        "revenue": (1000000, 1040000, 1100000), "national_revenue_growth": (4.0, 5.0), "rd_spending": (45000, 50000, 55000),
        "tech_contracts": (5000, 8000, 8000),
        "quality_enterprises.high_tech": 105, "<quality_enterprises.high_tech": 100,
        "platforms": [("国家实验室", 1, 5)], "patents.other": 505, "<patents.other": 500,
        "equity_financing": (1, 12000, 12000), "debt_financing": (1, 8000, 8000),
        "talent.postgraduate": 400, "talent.senior_title": 150, "talent.skilled": 90, "employees": 4600,
    }
    return sound, [
        ("正好达到", "营收增速以外都正好在门槛上", {}),
        ("营收追平", "全国两年 4%、5%，复合 9.2%：正好追平", {"revenue": (1000000, 0, 1092000)}),
        ("营收差一分", "比追平少 0.01 元", {"revenue": (1000000, 1040000, 1091999.999999)}),
        ("只加不乘", "按 4%+5%＝9% 会误判：复合为 9.2%", {"revenue": (1000000, 1040000, 1091000)}),
        ("全国下降", "全国 －3%、1%：本园区降得少也达到", {"revenue": (1000000, 950000, 980000), "national_revenue_growth": (-3.0, 1.0)}),
        ("各差一点", "均值各少 0.01 元，数量各少 1", {
            "tech_contracts": (5000, 8000, 7999.999999), "debt_financing": (1, 7999.999999, 8000),
            "quality_enterprises.high_tech": 104, "patents.other": 504}),
        ("各多一点", "均值各多 0.01 元，数量各多 1", {
            "tech_contracts": (5000, 8000.000001, 8000), "debt_financing": (1, 8000.000001, 8000),
            "quality_enterprises.high_tech": 106, "patents.other": 506}),
        ("首年不计", "创建期前一年不进平均值：缺了也照算", {
            "tech_contracts": (None, 8000, 8000), "equity_financing": (None, 12000, 12000), "debt_financing": (None, 8000, 8000)}),
        ("首年缺", "营收缺创建期前一年：增速缺数据", {"revenue": (None, 1040000, 1100000)}),
        ("首年为零", "从零增长无法计算", {"revenue": (0, 1040000, 1100000), "<patents.other": 0, "<quality_enterprises.high_tech": 0}),
        ("缺全国增速", "第二年的全国增速还没有公布", {"national_revenue_growth": (4.0, None)}),
        ("缺申报时", "没有申报时的数", {"<patents.other": None, "<quality_enterprises.high_tech": None}),
        ("增速有误", "全国增速填成文字", {"national_revenue_growth": ("约4", 5.0), "<patents.other": -500}),
        ("全部未填", "空白表", "blank"),
        ("零增速相持", "全国 0.4%、2.0%，正好追平（见“精度示例”）", {"revenue": (1000000, 1000000, 1024080), "national_revenue_growth": (0.4, 2.0)}),
        ("不足半分", "比追平少不到半分钱（见“精度示例”）", {"revenue": (123456.78, 130000, 127435.915476), "national_revenue_growth": (1.1, 2.1)}),
    ]


def enterprise_creation():
    sound = {
        "revenue": (30000, 30000, 30000), "product_sales": 12000, "market_size": 480000, "rd_spending": (1800, 2000, 2200),
        "patents.gold": 1, "patents.silver": 3, "patents.other": 41,
        "awards": [("省部级二等奖", 1, 4)], "<awards": [("无", None, None)], "standards": THIRD,
        "talent.postgraduate": 20, "talent.senior_title": 15, "talent.skilled": 15, "employees": 260,
        "gross_profit": (4500, 4500, 4500),
    }
    return sound, [
        ("正好达到", "三项行业标准都是第3单位：3×1÷3＝1", {}),
        ("差一点", "金额各少 0.01 元，人和专利各少 1，标准只有三分之二", {
            "revenue": (30000, 30000, 29999.999999), "gross_profit": (4500, 4500, 4499.999999), "patents.other": 40,
            "talent.skilled": 14, "standards": THIRD[:2]}),
        ("多一点", "金额各多 0.01 元，人和专利各多 1", {
            "revenue": (30000.000001, 30000, 30000), "gross_profit": (4500, 4500.000001, 4500), "patents.other": 42, "talent.skilled": 16}),
        ("六项第6单位", "同一类写在一行：6÷6＝1", {"standards": [("行业标准", 6, 6)]}),
        ("1/2+1/3+1/7+1/43", "差 1/1806 不到 1", {"standards": [("行业标准", 1, rank) for rank in (2, 3, 7, 43)]}),
        ("0.7+0.2+0.1", "7÷10＋2÷10＋1÷10＝1：小数相加会少一点", {
            "standards": [("行业标准", 7, 10), ("行业标准", 2, 10), ("行业标准", 1, 10)]}),
        ("各类标准", "国际第6单位、国家第4单位：3÷6＋2÷4＝1", {"standards": [("国际标准", 1, 6), ("国家标准", 1, 4)]}),
        ("奖励持平", "省部级二等奖两项与期初一等奖一项相同：不算增加", {
            "awards": [("省部级二等奖", 2, None)], "<awards": [("省部级一等奖", 1, None)]}),
        ("奖励微增", "三分之一大于 0.333", {"awards": [("国家级二等奖", 1, 3)], "<awards": [("国家级二等奖", 333, 1000)]}),
        ("毛利为负", "一年亏损：毛利合计仍可比较", {"gross_profit": (-500, 7000, 7000)}),
        ("全部亏损", "毛利为负，毛利率为负", {"gross_profit": (-500, -10, -1)}),
        ("收入为零", "比例无法计算，不是零", {"revenue": (0, 0, 0), "market_size": 0, "employees": 0}),
        ("缺数据", "各缺一个数", {
            "revenue": (None, 30000, 30000), "market_size": None, "employees": None, "gross_profit": (4500, 4500, None), "<awards": []}),
        ("行不完整", "标准有类别无数量，奖励有数量无类别", {"standards": [("行业标准", None, 3)], "awards": [(None, 2, None)]}),
        ("有误", "文字、负数、小数个数、位次过大", {
            "product_sales": "一亿", "revenue": (-1, 30000, 30000), "talent.skilled": 15.5, "standards": [("行业标准", 1, 1001)]}),
        ("全部未填", "空白表", "blank"),
        ("位次互质", "最小公倍数约 8×10^14，差一份（见“精度示例”）", {
            "standards": [("行业标准", c, r) for c, r in ((16, 997), (730, 991), (106, 983), (21, 953), (107, 911))]}),
    ]


def enterprise_recognition():
    sound = {
        "revenue": (30000, 31500, 33390), "national_revenue_growth": (5.0, 6.0), "product_sales": 15000, "market_size": 500000,
        "rd_spending": (2000, 2300, 2600), "patents.other": 55, "<patents.other": 50,
        "awards": [("国家级二等奖", 1, 2)], "standards": [("国家标准", 1, 3), ("行业标准", 1, 3)], "<standards": [("国家标准", 1, 4)],
        "talent.postgraduate": 50, "talent.senior_title": 30, "talent.skilled": 20, "employees": 320, "gross_profit": (4500, 4800, 5000),
    }
    return sound, [
        ("正好达到", "5%、6% 复合 11.3%：33390 正好追平", {}),
        ("差一点", "营收少 0.01 元，专利只增 4，人才 99", {"revenue": (30000, 31500, 33389.999999), "patents.other": 54, "talent.skilled": 19}),
        ("多一点", "营收多 0.01 元，专利增 6，人才 101", {"revenue": (30000, 31500, 33390.000001), "patents.other": 56, "talent.skilled": 21}),
        ("一个金奖", "金奖 3 加银奖 2，正好增 5", {"patents.other": 50, "patents.gold": 1, "patents.silver": 1}),
        ("5% 不是 5", "基数 400 增 4 项不到 5；增 20 项是 5%，也够 5", {"patents.other": 404, "<patents.other": 400}),
        ("标准持平", "三项第3单位与申报时一项牵头相同：不算增加", {"standards": THIRD, "<standards": [("行业标准", 1, None)]}),
        ("标准减少", "比申报时少", {"standards": [("行业标准", 1, 7)]}),
        ("申报时为无", "申报时没有标准", {"standards": [("行业标准", 1, 1000)], "<standards": [("无", None, None)]}),
        ("从零增长", "创建期前一年收入为 0", {"revenue": (0, 31500, 33390)}),
        ("中间年缺", "增速只用首尾两年；研发强度、毛利率缺数据但本来就不判", {"revenue": (30000, None, 33390)}),
        ("缺全国增速", "两年都没有填", {"national_revenue_growth": (None, None)}),
        ("缺申报时", "专利、标准没有申报时的数", {"<patents.other": None, "<standards": []}),
        ("有误", "申报时位次为小数，专利为文字", {"<standards": [("国家标准", 1, 2.5)], "patents.other": "五十五"}),
        ("毛利为负", "认定只看“基本稳定”，由评审判断", {"gross_profit": (4500, -200, -300)}),
        ("人才为零", "三类都填 0", {"talent.postgraduate": 0, "talent.senior_title": 0, "talent.skilled": 0}),
        ("全部未填", "空白表", "blank"),
    ]


CASES = {
    ("park", "creation"): park_creation(),
    ("park", "recognition"): park_recognition(),
    ("enterprise", "creation"): enterprise_creation(),
    ("enterprise", "recognition"): enterprise_recognition(),
}


def cells(sound, changes):
    """The filled-in cells of a case, by code."""
    if changes == "blank":
        return {}
    filled = {}
    for name, value in (sound | changes).items():
        part, figure = ("baseline", name[1:]) if name.startswith("<") else ("figures", name)
        if isinstance(value, list):
            for index, line in enumerate(value):
                filled |= {f"{part}.{figure}[{index}].{key}": entry for key, entry in zip(("kind", "count", "rank"), line)}
        elif isinstance(value, tuple):
            filled |= {f"{part}.{figure}[{index}]": entry for index, entry in enumerate(value)}
        else:
            filled[f"{part}.{figure}"] = value
    return {code: value for code, value in filled.items() if value is not None}
