"""The lines of one sheet: figures to fill in, what is computed from them, and the outcome of each indicator.

A formula is written for one column; `{code}` stands for the cell of the line of that code in the same column.
"""

from dataclasses import dataclass, field

from plan import PERCENT, TALENT, THRESHOLDS, WEIGHTS

LINES = 5  # lines of a ranked tally on the sheet
MET, UNMET, MISSING, INVALID = "达到", "未达到", "缺数据", "数据有误"
NOT_COMPUTABLE, UNSTATED, REVIEW, NONE = "无法计算", "未载明", "综合评价", "无"
OUTCOMES = {
    "met": MET,
    "unmet": UNMET,
    "incomplete": MISSING,
    "invalid": INVALID,
    "not_computable": NOT_COMPUTABLE,
    "unstated": UNSTATED,
    "review": REVIEW,
}
NUMBERS_SHEET = "门槛与权重"
THRESHOLD_ROWS = {(t.indicator, t.stage): row for row, t in enumerate(THRESHOLDS, start=5)}
FIRST_WEIGHT = 5 + len(THRESHOLDS) + 3


def tallies():
    """Each (track, tally) with its rows on the sheet of numbers; a last row of every ranked one says that there is none."""
    row, places = FIRST_WEIGHT, {}
    for key in dict.fromkeys((w.track, w.tally) for w in WEIGHTS):
        count = sum((w.track, w.tally) == key for w in WEIGHTS) + (key[1] in ("platforms", "awards", "standards"))
        places[key] = (row, row + count - 1)
        row += count
    return places


TALLY_ROWS = tallies()


@dataclass
class Line:
    role: str  # head, input, kind, calc or outcome
    code: str
    label: str
    unit: str = ""
    note: str = ""
    formula: str = ""
    choices: str = ""
    alias: str = ""  # a second code for formulas


@dataclass
class Form:
    track: str
    stage: str
    lines: list = field(default_factory=list)

    def add(self, *args, **kwargs):
        self.lines.append(Line(*args, **kwargs))

    # What is asked for.

    def head(self, indicator, title, quote):
        self.add("head", indicator, title, note=quote)

    def input(self, code, label, unit, note=""):
        self.add("input", code, label, unit, note)

    def series(self, figure, title, part="figures"):
        creation = [("第一年", ""), ("第二年", ""), ("第三年", "")]
        recognition = [("创建期前一年", "只用于增速"), ("创建期第一年", ""), ("创建期第二年", "")]
        for index, (year, note) in enumerate(creation if self.stage == "creation" else recognition):
            self.input(f"{part}.{figure}[{index}]", f"{title}·{year}", "万元", note)

    def tally(self, measure, figure, title, part="figures"):
        when = "·申报时" if part == "baseline" else ""
        for weight in (w for w in WEIGHTS if (w.track, w.tally) == (self.track, figure)):
            self.input(f"{part}.{figure}.{weight.kind}", f"{title}{when}·{weight.title}", "项", f"ω 为 {weight.value}")
        cells = self.kinds(figure, part)
        weights = "{numbers}!$D$%d:$D$%d" % TALLY_ROWS[self.track, figure]
        value = f"SUMPRODUCT({cells},{weights})"
        self.weighted(measure, part, figure, title + when, f"IF({bad_counts(cells)}>0,\"{INVALID}\",IF(COUNT({cells})=0,\"{MISSING}\",{value}))")

    def kinds(self, figure, part):
        kinds = [w.kind for w in WEIGHTS if (w.track, w.tally) == (self.track, figure)]
        return f"{{{part}.{figure}.{kinds[0]}}}:{{{part}.{figure}.{kinds[-1]}}}"

    def ranked(self, measure, figure, title, part="figures"):
        before = "期初" if self.stage == "creation" else "申报时"
        title += f"·{before}" if part == "baseline" else ""
        first, last = TALLY_ROWS[self.track, figure]
        names, table = "{numbers}!$C$%d:$C$%d" % (first, last), "{numbers}!$C$%d:$D$%d" % (first, last)
        places = [f"{part}.{figure}[{index}]" for index in range(LINES)]
        for index, place in enumerate(places):
            note = f"全部没有的，第1行类别选“{NONE}”" if index == 0 else ""
            self.add("kind", f"{place}.kind", f"{title}·第{index + 1}行类别", "", note, choices=f"'{NUMBERS_SHEET}'!$C${first}:$C${last}")
            self.input(f"{place}.count", f"{title}·第{index + 1}行数量", "项")
            self.input(f"{place}.rank", f"{title}·第{index + 1}行位次", "", "牵头填 1 或留空" if index == 0 else "")
            self.add("calc", f"{place}.weighted", f"{title}·第{index + 1}行折合", "加权数", "数量×ω÷位次", line(place, names, table))
        ranks = ",".join(f"IF(ISNUMBER({{{p}.weighted}}),IF({{{p}.rank}}=\"\",1,{{{p}.rank}}),1)" for p in places)
        self.add("calc", f"{part}.{figure}.multiple", f"{title}·位次的最小公倍数", "", "通分后比较，避免三分之一之类的小数", f"LCM({ranks})")
        weighted = [f"{{{p}.weighted}}" for p in places]
        any_is = lambda text: "OR(" + ",".join(f'{w}="{text}"' for w in weighted) + ")"
        value = f"{numerator(part, figure)}/{{{part}.{figure}.multiple}}"
        missing = f"OR({any_is(MISSING)},COUNT({','.join(weighted)})=0)"
        self.weighted(measure, part, figure, title, f'IF({any_is(INVALID)},"{INVALID}",IF({missing},"{MISSING}",{value}))')

    def weighted(self, measure, part, figure, title, formula):
        """The sum of a tally; that of the present figures is the indicator's measure."""
        code = f"measure {measure}" if part == "figures" else f"{part}.{figure}.sum"
        self.add("calc", code, f"{title}·加权数量", "加权数", "Σ(数量×ω)", formula, alias=f"{part}.{figure}.sum")

    def rows(self, first):
        """The row of every code."""
        numbered = list(enumerate(self.lines, start=first))
        return {line.alias: row for row, line in numbered} | {line.code: row for row, line in numbered}

    # What is computed.

    def measure(self, indicator, measure, label, unit, formula, note=""):
        self.add("calc", f"measure {indicator} {measure}", label, unit, note, formula)

    def observed(self, indicator, label, unit, formula, note=""):
        self.add("calc", f"observed {indicator}", label, unit, note, formula)

    def outcome(self, indicator, number, formula):
        self.add("outcome", f"outcome {indicator}", f"{number} 结果", formula=formula)

    def mean(self, indicator, measure, label, *figures, note=""):
        cells, years = self.sums(figures)
        total = f"SUM({','.join(cells)})"
        missing = f"COUNT({','.join(cells)})<{years * len(cells)}"
        formula = f"{state(bad_amounts(cells), missing)}{total}/{years}))"
        self.measure(indicator, measure, label, "万元", formula, note)
        return f"ROUND({total}*10^6,0)>={years}*ROUND({self.threshold(indicator)}*10^6,0)"

    def mean_only(self, indicator):
        """The mean is shown at recognition too, where nothing depends on it."""
        cells, years = self.sums(["revenue"])
        formula = f"{state(bad_amounts(cells), f'COUNT({cells[0]})<{years}')}SUM({cells[0]})/{years}))"
        self.measure(indicator, "average_revenue", "创建期平均营业收入", "万元", formula)

    def ratio_of_amounts(self, indicator, measure, label, part, whole):
        value = f'IF({whole}=0,"{NOT_COMPUTABLE}",{part}/{whole})'
        formula = f"{state(bad_amounts([part, whole]), f'COUNT({part},{whole})<2')}{value}))"
        self.measure(indicator, measure, label, PERCENT, formula, "主导产品销售额÷市场规模，为本系统的理解")

    def sums(self, figures):
        """The ranges that means and sums are over, and of how many years: all three, or the two of the creation period."""
        first = 0 if self.stage == "creation" else 1
        return [f"{{figures.{figure}[{first}]}}:{{figures.{figure}[2]}}" for figure in figures], 3 - first

    def ratio(self, indicator, measure, label, part, whole, note):
        (part_cells, whole_cells), years = self.sums([part, whole])
        signed = part == "gross_profit"
        bad = f"{bad_amounts([part_cells], signed)}+{bad_amounts([whole_cells])}"
        missing = f"COUNT({part_cells},{whole_cells})<{2 * years}"
        value = f'IF(SUM({whole_cells})=0,"{NOT_COMPUTABLE}",SUM({part_cells})/SUM({whole_cells}))'
        self.measure(indicator, measure, label, PERCENT, f"{state(bad, missing)}{value}))", note)
        total = lambda cells: f"ROUND(SUM({cells})*10^6,0)"
        return lambda threshold: f"{total(part_cells)}*10^4>=ROUND({threshold}*10^4,0)*{total(whole_cells)}"

    def growth(self, indicator):
        first, third = "{figures.revenue[0]}", "{figures.revenue[2]}"
        value = f'IF({first}=0,"{NOT_COMPUTABLE}",({third}-{first})/{first})'
        formula = f"{state(bad_amounts([first, third]), f'COUNT({first},{third})<2')}{value}))"
        self.measure(indicator, "revenue_growth", "营业收入增速", PERCENT, formula, "(第三年－第一年)÷第一年")

    def talent(self, indicator):
        for kind, title in TALENT:
            self.input(f"figures.talent.{kind}", f"高水平人才·{title}", "人", "同一人员不重复计算")
        self.input("figures.employees", "从业人员总数", "人")
        cells = f"{{figures.talent.{TALENT[0][0]}}}:{{figures.talent.{TALENT[-1][0]}}}"
        count = f'{state(bad_counts(cells), f"COUNT({cells})=0")}SUM({cells})))'
        self.measure(indicator, "talent_count", "高水平人才数量", "人", count)
        whole = "{figures.employees}"
        bad = f"{bad_counts(cells)}+{bad_counts(whole)}"
        value = f'IF({whole}=0,"{NOT_COMPUTABLE}",SUM({cells})/{whole})'
        share = f'{state(bad, f"OR(COUNT({cells})=0,COUNT({whole})=0)")}{value}))'
        self.measure(indicator, "talent_share", "高水平人才占比", PERCENT, share)

    def threshold(self, indicator):
        return "{numbers}!$D$%d" % THRESHOLD_ROWS[indicator, self.stage]


def line(place, names, table):
    """One line of a ranked tally: its weighted number, or why there is none, or nothing for an empty line."""
    kind, count, rank = (f"{{{place}.{key}}}" for key in ("kind", "count", "rank"))
    wrong = lambda cell, least, most: (
        f'IF({cell}="",FALSE,IF(ISNUMBER({cell}),OR({cell}<{least},{cell}>{most},INT({cell})<>{cell}),TRUE))'
    )
    unknown = f'IF({kind}="",FALSE,ISNA(MATCH({kind},{names},0)))'
    value = f'{count}*VLOOKUP({kind},{table},2,FALSE)/IF({rank}="",1,{rank})'
    return (
        f'IF(AND({kind}="",{count}="",{rank}=""),"",IF({kind}="{NONE}",0,'
        f'IF(OR({unknown},{wrong(count, 0, "10^9")},{wrong(rank, 1, 1000)}),"{INVALID}",'
        f'IF(OR({kind}="",{count}=""),"{MISSING}",{value}))))'
    )


def numerator(part, figure):
    """Twice the weights are whole numbers, so twice the sum over the common multiple is one too."""
    cells = ",".join(f"{{{part}.{figure}[{index}].weighted}}" for index in range(LINES))
    return f"(ROUND(SUM({cells})*2*{{{part}.{figure}.multiple}},0)/2)"


def bad_amounts(cells, signed=False):
    """How many cells are no amount: text, out of range, more than six decimals or (but for profit) negative."""
    size = "ABS({0})" if signed else "{0}"
    below = "" if signed else "({0}<0)+"
    one = f"IF(COUNTA({{0}})>COUNT({{0}}),1,SUMPRODUCT({below}({size}>=10^12)+(ROUND({{0}},6)<>{{0}})))"
    return "+".join(one.replace("{0}", cell) for cell in cells)


def bad_counts(cells):
    return f"IF(COUNTA({cells})>COUNT({cells}),1,SUMPRODUCT(({cells}<0)+({cells}>10^9)+(INT({cells})<>{cells})))"


def state(bad, missing):
    return f'IF({bad}>0,"{INVALID}",IF({missing},"{MISSING}",'
