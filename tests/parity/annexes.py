"""The two annexes at their two stages, as lines of a sheet. Written from the plan's text and its reading, not from the engine."""

from form import INVALID, MET, MISSING, NOT_COMPUTABLE, OUTCOMES, REVIEW, UNMET, UNSTATED, Form, numerator
from plan import PERCENT, THRESHOLDS


def decide(value, condition):
    """A value that is a text says why there is none, and so does the outcome."""
    return f'IF(ISNUMBER({{{value}}}),IF({condition},"{MET}","{UNMET}"),{{{value}}})'


def quote(form, indicator, otherwise):
    return next((t.quote for t in THRESHOLDS if (t.indicator, t.stage) == (indicator, form.stage)), otherwise)


def unstated(form, indicator, number):
    form.outcome(indicator, number, f'"{UNSTATED}"')


def qualitative(form, indicator, number, title, text):
    form.head(indicator, title, text)
    form.outcome(indicator, number, f'"{REVIEW}"')


def scale(form, indicator, title):
    """Revenue: its mean at creation, its growth against the nation's at recognition."""
    form.head(indicator, f"1 {title}", quote(form, indicator, "创建期营业收入增速不低于全国工业规模以上企业营收增速"))
    form.series("revenue", "营业收入")
    if form.stage == "recognition":
        for index in range(2):
            form.input(f"figures.national_revenue_growth[{index}]", f"全国规上工业营收增速·创建期第{index + 1}年", "%", "统计部门公布数，最多两位小数")
        form.mean_only(indicator)
        form.growth(indicator)
        growth_outcome(form, indicator)
    else:
        condition = form.mean(indicator, "average_revenue", "近三年平均营业收入", "revenue")
        form.growth(indicator)
        form.outcome(indicator, 1, decide(f"measure {indicator} average_revenue", condition))


def growth_outcome(form, indicator):
    a, b = "{figures.national_revenue_growth[0]}", "{figures.national_revenue_growth[1]}"
    bad = f"IF(COUNTA({a},{b})>COUNT({a},{b}),1,0)"
    national = f'IF({bad}>0,"{INVALID}",IF(COUNT({a},{b})<2,"{MISSING}",(1+{a}/100)*(1+{b}/100)-1))'
    form.add("calc", "national", "全国增速（两年复合）", PERCENT, "(1+第一年)×(1+第二年)－1，为本系统的理解", national)
    growth = f"measure {indicator} revenue_growth"
    needed = f"{{figures.revenue[0]}}*(1+{a}/100)*(1+{b}/100)"
    compare = f'IF(ROUND({{figures.revenue[2]}}-{needed},6)>=0,"{MET}","{UNMET}")'
    texts = [INVALID, MISSING, NOT_COMPUTABLE]
    formula = compare
    for text in reversed(texts):
        formula = f'IF(OR({{{growth}}}="{text}",{{national}}="{text}"),"{text}",{formula})'
    form.outcome(indicator, 1, formula)


def mean_outcome(form, indicator, number, title, measure, label, *figures):
    form.head(indicator, f"{number} {title}", quote(form, indicator, ""))
    for figure, name in figures:
        form.series(figure, name)
    condition = form.mean(indicator, measure, label, *[figure for figure, _ in figures])
    form.outcome(indicator, number, decide(f"measure {indicator} {measure}", condition))


def change(form, indicator, figure, relative):
    """The increase over the baseline, or the growth; a text where either side has no value."""
    now, then = f"{{figures.{figure}.sum}}", f"{{baseline.{figure}.sum}}"
    value = f'IF({then}=0,"{NOT_COMPUTABLE}",({now}-{then})/{then})' if relative else f"{now}-{then}"
    either = lambda text: f'OR({now}="{text}",{then}="{text}")'
    formula = f'IF({either(INVALID)},"{INVALID}",IF({either(MISSING)},"{MISSING}",{value}))'
    form.observed(indicator, "加权数量增幅" if relative else "加权数量增加", PERCENT if relative else "加权数", formula)


def counted(form, indicator, number, title, figure, name, measure, rule):
    """An unranked tally against a number, or its change against one."""
    form.head(indicator, f"{number} {title}", quote(form, indicator, ""))
    measure = f"{indicator} {measure}"
    form.tally(measure, figure, name)
    if rule != "at_least":
        form.tally(measure, figure, name, "baseline")
    now, then, threshold = f"{{figures.{figure}.sum}}", f"{{baseline.{figure}.sum}}", form.threshold(indicator)
    if rule == "at_least":
        return form.outcome(indicator, number, decide(f"measure {measure}", f"{now}>={threshold}"))
    change(form, indicator, figure, rule == "growth")
    condition = f"({now}-{then})*10^4>=ROUND({threshold}*10^4,0)*{then}" if rule == "growth" else f"{now}-{then}>={threshold}"
    form.outcome(indicator, number, decide(f"observed {indicator}", condition))


def ranked(form, indicator, number, title, figure, name, measure, rule, text):
    """A ranked tally against a number or its start; compared over the common multiple of the ranks."""
    form.head(indicator, f"{number} {title}", quote(form, indicator, text))
    measure = f"{indicator} {measure}"
    form.ranked(measure, figure, name)
    if rule == "increases":
        form.ranked(measure, figure, name, "baseline")
    now, multiple = numerator("figures", figure), f"{{figures.{figure}.multiple}}"
    if rule == "unstated":
        unstated(form, indicator, number)
    elif rule == "at_least":
        form.outcome(indicator, number, decide(f"measure {measure}", f"{now}>={form.threshold(indicator)}*{multiple}"))
    else:
        change(form, indicator, figure, False)
        condition = f"{now}*{{baseline.{figure}.multiple}}>{numerator('baseline', figure)}*{multiple}"
        form.outcome(indicator, number, decide(f"observed {indicator}", condition))


def intensity(form, indicator):
    form.head(indicator, "3 研发投入强度", "近三年…研发投入强度=（公式与门槛未载明，以当批创建工作通知为准）")
    form.series("rd_spending", "研发投入")
    form.ratio(indicator, "rd_intensity", "研发投入强度", "rd_spending", "revenue", "Σ研发投入÷Σ营业收入，为本系统的理解")
    unstated(form, indicator, 3)


def park(stage):
    form = Form("park", stage)
    creation = stage == "creation"
    scale(form, "park.industry_scale", "主导产业规模")
    counted(form, "park.quality_enterprises", 2, "优质企业数量", "quality_enterprises", "优质企业", "weighted_enterprises", "at_least" if creation else "growth")
    intensity(form, "park.rd_intensity")
    mean_outcome(form, "park.tech_contracts", 4, "技术合同成交额", "average_tech_contracts", "平均技术合同成交额", ("tech_contracts", "技术合同成交额"))
    text = "国家级创新平台加权数量增加" if creation else "认定门槛未载明，以当批创建工作通知为准"
    ranked(form, "park.innovation_platforms", 5, "创新平台数量", "platforms", "创新平台", "weighted_platforms", "increases" if creation else "unstated", text)
    counted(form, "park.invention_patents", 6, "有效发明专利数量", "patents", "有效发明专利", "weighted_patents", "at_least" if creation else "growth")
    financing = (("equity_financing", "股权融资额"), ("debt_financing", "债权融资额"))
    mean_outcome(form, "park.financing", 7, "融资额", "average_financing", "平均融资额", *financing)
    form.head("park.talent", "8 高水平人才数量", "高水平人才数量=（公式与门槛未载明，公式按附2第7项理解）")
    form.talent("park.talent")
    unstated(form, "park.talent", 8)
    form.head("park.digitalization", "9 数字化发展水平", "智能工厂占比=Σ(智能工厂数量×ω)÷主导产业规模以上工业企业总数（ω与门槛未载明，本表不计算）")
    unstated(form, "park.digitalization", 9)
    qualitative(form, "park.industrial_policy", 10, "10 产业支持政策", "进行综合评分" if creation else "产业政策支持力度进一步加大")
    qualitative(form, "park.public_services", 11, "11 公共服务水平", "根据园区公共服务水平进行综合评分" if creation else "园区公共服务水平进一步提升")
    return totals(form)


def enterprise(stage):
    form = Form("enterprise", stage)
    creation = stage == "creation"
    scale(form, "enterprise.revenue", "营业收入")
    share = "enterprise.market_share"
    form.head(share, "2 市场占有率", "上一年度重点领域主导产品市场占有率=（公式与门槛未载明，以当批创建工作通知为准）")
    form.input("figures.product_sales", "主导产品销售额", "万元")
    form.input("figures.market_size", "市场规模", "万元")
    form.ratio_of_amounts(share, "market_share", "市场占有率", "{figures.product_sales}", "{figures.market_size}")
    unstated(form, share, 2)
    intensity(form, "enterprise.rd_intensity")
    counted(form, "enterprise.invention_patents", 4, "有效发明专利数量", "patents", "有效发明专利", "weighted_patents", "at_least" if creation else "increase")
    text = "科技奖励加权数量增加" if creation else "认定门槛未载明，以当批创建工作通知为准"
    ranked(form, "enterprise.science_awards", 5, "重大技术成果数量", "awards", "科技奖励", "weighted_awards", "increases" if creation else "unstated", text)
    ranked(form, "enterprise.standards", 6, "标准供给", "standards", "标准", "weighted_standards", "at_least" if creation else "increases", "创建期标准加权数量增加")
    form.head("enterprise.talent", "7 高水平人才数量", quote(form, "enterprise.talent", ""))
    form.talent("enterprise.talent")
    count = "measure enterprise.talent talent_count"
    form.outcome("enterprise.talent", 7, decide(count, f"{{{count}}}>={form.threshold('enterprise.talent')}"))
    for number, name, title, at_creation, at_recognition in QUALITATIVE:
        qualitative(form, f"enterprise.{name}", number, f"{number} {title}", at_creation if creation else at_recognition)
    margin = "enterprise.profitability"
    form.head(margin, "11 盈利能力", quote(form, margin, "创建期重点领域毛利润率保持基本稳定"))
    form.series("gross_profit", "毛利润")
    condition = form.ratio(margin, "gross_margin", "毛利润率", "gross_profit", "revenue", "Σ毛利润÷Σ营业收入")
    formula = decide(f"measure {margin} gross_margin", condition(form.threshold(margin))) if creation else f'"{REVIEW}"'
    form.outcome(margin, 11, formula)
    return totals(form)


QUALITATIVE = [
    (8, "scenarios", "场景创新", "根据企业开展的场景创新情况和成效进行综合评分", "企业应用场景建设推广和新技术新产品应用进一步加强"),
    (9, "business_model", "商业模式创新", "根据企业开展的新商业模式构建情况及运行成效进行综合评分", "企业取得更多商业模式创新成果"),
    (10, "governance", "公司治理", "根据现代企业制度建设及运行情况进行综合评分", "现代企业制度进一步完善"),
]


def totals(form):
    outcomes = [line.code for line in form.lines if line.role == "outcome"]
    form.head("totals", "合计", "11 项指标各结果的个数，不是得分")
    for outcome, name in OUTCOMES.items():
        count = "+".join(f'({{{code}}}="{name}")' for code in outcomes)
        form.add("calc", f"total {outcome}", name, "项", formula=count)
    return form
