"""The numbers of the plan's two annexes, typed from its text a second time.

Everywhere else a threshold or a weight stands in the ruleset document alone. This file is the exception on purpose: the workbook is
an independent second implementation, so it must not read the ruleset. `tests/engine/parity.rs` holds both against each other.
"""

from dataclasses import dataclass

YI = 10_000  # 1 亿元 in 万元, the unit of every amount here


@dataclass(frozen=True)
class Threshold:
    indicator: str
    stage: str
    title: str
    value: float
    unit: str
    source: str
    quote: str


@dataclass(frozen=True)
class Weight:
    track: str
    tally: str
    kind: str
    title: str
    value: float
    source: str


PERCENT = "比例"

THRESHOLDS = [
    Threshold("park.industry_scale", "creation", "主导产业规模", 100 * YI, "万元", "附1第1项", "近三年平均营业收入不低于100亿元"),
    Threshold("park.quality_enterprises", "creation", "优质企业数量", 50, "加权数", "附1第2项", "优质企业加权数量不低于50"),
    Threshold("park.quality_enterprises", "recognition", "优质企业数量", 0.05, PERCENT, "附1第2项", "创建期优质企业加权数量增幅不低于5%"),
    Threshold("park.tech_contracts", "creation", "技术合同成交额", 5000, "万元", "附1第4项", "近三年平均技术合同成交额不低于 5000 万元"),
    Threshold("park.tech_contracts", "recognition", "技术合同成交额", 8000, "万元", "附1第4项", "创建期平均技术合同成交额不低于 8000 万元"),
    Threshold("park.invention_patents", "creation", "有效发明专利数量", 500, "加权数", "附1第6项", "有效发明专利加权数量不低于 500"),
    Threshold("park.invention_patents", "recognition", "有效发明专利数量", 0.01, PERCENT, "附1第6项", "创建期有效发明专利加权数量增幅不低于 1%"),
    Threshold("park.financing", "creation", "融资额", 1 * YI, "万元", "附1第7项", "近三年主导产业平均融资额不低于1亿元"),
    Threshold("park.financing", "recognition", "融资额", 2 * YI, "万元", "附1第7项", "创建期主导产业平均融资额不低于2亿元"),
    Threshold("enterprise.revenue", "creation", "营业收入", 3 * YI, "万元", "附2第1项", "平均营业收入不低于3亿元"),
    Threshold("enterprise.invention_patents", "creation", "有效发明专利数量", 50, "加权数", "附2第4项", "有效发明专利加权数量不低于 50"),
    Threshold("enterprise.invention_patents", "recognition", "有效发明专利数量", 5, "加权数", "附2第4项", "创建期有效发明专利加权数量增长不低于 5"),
    Threshold("enterprise.standards", "creation", "标准供给", 1, "加权数", "附2第6项", "标准加权数量不低于1"),
    Threshold("enterprise.talent", "creation", "高水平人才数量", 50, "人", "附2第7项", "高水平人才数量不低于 50 人"),
    Threshold("enterprise.talent", "recognition", "高水平人才数量", 100, "人", "附2第7项", "高水平人才数量不低于 100 人"),
    Threshold("enterprise.profitability", "creation", "盈利能力", 0.15, PERCENT, "附2第11项", "近三年重点领域毛利润率不低于15%"),
]


def weights(track, tally, source, *kinds):
    return [Weight(track, tally, kind, title, value, source) for kind, title, value in kinds]


PATENTS = [("gold", "中国专利奖金奖", 3), ("silver", "中国专利奖银奖", 2), ("other", "其他奖励或未获奖", 1)]

WEIGHTS = [
    *weights(
        "park", "quality_enterprises", "附1第2项",
        ("innovative_sme", "科技和创新型中小企业", 1),
        ("high_tech", "高新技术企业", 1),
        ("specialized_sme", "专精特新中小企业", 2),
        ("little_giant", "专精特新“小巨人”企业", 10),
        ("manufacturing_champion", "制造业单项冠军企业", 20),
    ),
    *weights(
        "park", "platforms", "附1第5项",
        ("national_laboratory", "国家实验室", 5),
        ("state_key_laboratory", "全国重点实验室", 2),
        ("manufacturing_innovation_center", "国家制造业创新中心", 2),
        ("technology_innovation_center", "国家技术创新中心", 2),
        ("emerging_industry_innovation_center", "国家新兴产业创新中心", 2),
        ("engineering_center", "国家产业技术工程化中心", 2),
        ("major_science_infrastructure", "国家重大科技基础设施", 2),
        ("pilot_platform", "国家级制造业中试平台", 1),
        ("technology_incubator", "工业和信息化部科技型企业孵化器", 1),
    ),
    *weights("park", "patents", "附1第6项", *PATENTS),
    *weights("enterprise", "patents", "附2第4项", *PATENTS),
    *weights(
        "enterprise", "awards", "附2第5项",
        ("national_special", "国家级特等奖", 3),
        ("national_first", "国家级一等奖", 2),
        ("national_second", "国家级二等奖", 1),
        ("provincial_special", "省部级特等奖", 2),
        ("provincial_first", "省部级一等奖", 1),
        ("provincial_second", "省部级二等奖", 0.5),
    ),
    *weights(
        "enterprise", "standards", "附2第6项",
        ("international", "国际标准", 3),
        ("national", "国家标准", 2),
        ("industry", "行业标准", 1),
    ),
]

# Plain sums in the plan: no weight is stated, none is needed.
TALENT = [("postgraduate", "研究生学历人员"), ("senior_title", "高级职称人员"), ("skilled", "高技能人才")]
