//! What frames the rules where they are shown themselves. Their own sentences come from the ruleset.

pub mod statements;

use engine::outcome::{Outcome, Verdict};
use engine::ruleset::{Certainty, FigureForm, MeasureUnit};

/// The texts.
pub struct MethodWords {
    pub lead: &'static str,
    pub contents: &'static str,
    pub back: &'static str,

    // What everything rests on
    pub basis: &'static str,
    pub basis_means: &'static str,
    pub document: &'static str,
    pub number: &'static str,
    pub issuer: &'static str,
    pub issued: &'static str,
    pub ruleset: &'static str,
    pub version: &'static str,
    pub version_unstated: &'static str,
    pub certainties: &'static str,
    pub certainty_means: fn(Certainty) -> &'static str,
    pub fields: &'static str,

    // The tracks
    pub annex: fn(u32) -> String,
    pub index: &'static str,
    pub to_check: &'static str,
    /// How many indicators there are to check.
    pub to_check_means: fn(usize) -> String,
    pub points: fn(&str) -> String,
    pub figures: &'static str,
    /// The form of a figure and what it is counted in.
    pub form: fn(&FigureForm, &str) -> String,
    pub as_it_stands: &'static str,
    /// Of what a figure is compared with.
    pub compared_with: &'static str,
    pub described_at: fn(u32) -> String,
    pub no_figures: &'static str,
    pub weights: fn(&str) -> String,
    pub weight: &'static str,
    pub unstated: &'static str,
    pub ranked: &'static str,
    pub computed: &'static str,
    pub formula_same: &'static str,
    pub unit: &'static str,
    pub measure_unit: fn(MeasureUnit) -> &'static str,
    pub share: &'static str,
    pub asked: &'static str,
    /// What a rate compounded from this figure is at least.
    pub compounded: fn(&str) -> String,
    pub plausibility: &'static str,
    pub plausibility_means: &'static str,
    /// A part that is at most its whole.
    pub part_of: fn(&str, &str) -> String,

    // How it is computed
    pub numbers: &'static str,
    pub outcomes: &'static str,
    pub outcomes_mean: &'static str,
    pub outcome_means: fn(Outcome) -> &'static str,
    pub verdicts: &'static str,
    pub verdicts_mean: &'static str,
    pub verdict_means: fn(Verdict) -> &'static str,

    // The programme
    pub programme: &'static str,
    pub calendar: &'static str,
    pub weighing: &'static str,
    /// The parts of 基本情况 and 创建工作方案.
    pub weighed: fn(&str, &str) -> String,

    // What only we can say
    pub statements: &'static statements::Statements,
    pub privacy: &'static str,
    pub accessibility: &'static str,
}

/// 简体中文
pub const ZH: MethodWords = MethodWords {
    lead: "本页由规则文件生成，列出自评所依据的全部指标、算式、权重、门槛和原文，供核对和准备数据使用。",
    contents: "目录",
    back: "返回目录",

    basis: "依据",
    basis_means: "指标、算式、权重、门槛和引文都写在一份规则文件里，程序本身不含任何一项。换用另一批次的规则文件，计算和本页内容随之改变。",
    document: "文件",
    number: "文号",
    issuer: "发布机关",
    issued: "发布日期",
    ruleset: "规则编号",
    version: "规则文件版本",
    version_unstated: "未注明",
    certainties: "依据标记",
    certainty_means: |certainty| match certainty {
        Certainty::Stated => "原文完整写明，照原文计算。",
        Certainty::Reading => "原文提到，但有缺失或可作不同理解；所作理解写在标记之后。",
        Certainty::Unstated => "所据文本没有给出门槛或权重。不推定数值，结果不作达到与否的判断。",
        Certainty::Override => "由填报人按当批创建工作通知自行填入的门槛或权重，报告中会列明。",
    },
    fields: "重点领域",

    annex: |annex| ["附件", &annex.to_string()].concat(),
    index: "本部分指标",
    to_check: "未尽明、未载明之处",
    to_check_means: |count| {
        ["以下 ", &count.to_string(), " 项指标含对原文的理解，或原文未载明门槛、权重，请重点核对："].concat()
    },
    points: |points| ["分值 ", points].concat(),
    figures: "需要的数据",
    form: |form, counted_in| match form {
        FigureForm::Amount { .. } => "金额，单位：万元".to_owned(),
        FigureForm::Series { .. } => "分年金额，单位：万元".to_owned(),
        FigureForm::Count { .. } => ["数量，单位：", counted_in].concat(),
        FigureForm::Tally { .. } => ["分类数量，单位：", counted_in].concat(),
        FigureForm::Rates => "分年增速，单位：%".to_owned(),
    },
    as_it_stands: "当期的数",
    compared_with: "用于比较",
    described_at: |number| ["说明见第 ", &number.to_string(), " 项指标"].concat(),
    no_figures: "没有需要填写的数；可写情况说明，供评审参考。",
    weights: |figure| [figure, "：类别与权重 ω"].concat(),
    weight: "权重 ω",
    unstated: "未载明",
    ranked: "按单位排序折算：权重 ω ÷ 单位排序，牵头单位的排序为 1。",
    computed: "计算",
    formula_same: "创建、认定",
    unit: "单位",
    measure_unit: |unit| match unit {
        MeasureUnit::WanYuan => "万元",
        MeasureUnit::Ratio => "比率，以 % 表示",
        MeasureUnit::Count => "数量（计入权重），无单位",
    },
    share: "分值",
    asked: "要求",
    compounded: |figure| [figure, "各年复合所得增速"].concat(),
    plausibility: "合理性提示",
    plausibility_means: "下列关系不成立时，页面提示核对，不影响任何结果。",
    part_of: |part, whole| [part, " ≤ ", whole].concat(),

    numbers: "读数与计算方法",
    outcomes: "一项指标的结果",
    outcomes_mean: "一项指标有多条要求的，取下列次序中最靠前的一种：",
    outcome_means: |outcome| match outcome {
        Outcome::Unmet => "精确值低于门槛，或没有增加。",
        Outcome::Invalid => "所需的数填写有误，不能采用。",
        Outcome::NotComputable => "除数为零或为负，算不出数值。",
        Outcome::Incomplete => "所需的数尚未填齐。",
        Outcome::Unstated => "原文没有给出门槛或权重，能算的数照常显示。",
        Outcome::Review => "属综合评定，程序不作判断。",
        Outcome::Met => "精确值达到门槛。",
    },
    verdicts: "总的结论",
    verdicts_mean: "从上到下，取最先符合的一种：",
    verdict_means: |verdict| match verdict {
        Verdict::Ineligible => "有申报条件答为“否”。",
        Verdict::Unmet => "至少一项指标未达到。",
        Verdict::Incomplete => "有指标待填写、填写有误或无法计算，或重点领域、申报条件尚未填完。",
        Verdict::SubjectToReview => "其余均达到，只剩由评审评定或门槛未载明的指标。",
        Verdict::Met => "每一项指标都达到。",
    },

    programme: "程序、评分与红线",
    calendar: "程序与时间",
    weighing: "评分占比",
    weighed: |basics, workplan| ["基本情况 ", basics, "，创建工作方案 ", workplan].concat(),

    statements: &statements::ZH,
    privacy: "隐私说明",
    accessibility: "无障碍说明",
};

/// English
pub const EN: MethodWords = MethodWords {
    lead: "This page is made from the ruleset. It lists every indicator, formula, weight, threshold and sentence that the self-assessment rests on, to check it and to know what to gather.",
    contents: "Contents",
    back: "Back to the contents",

    basis: "What everything rests on",
    basis_means: "Indicators, formulas, weights, thresholds and quotations stand in one ruleset document; the program itself contains none of them. With another batch's document, the results and this page change with it.",
    document: "Document",
    number: "Number",
    issuer: "Issued by",
    issued: "Date of issue",
    ruleset: "Ruleset id",
    version: "Ruleset version",
    version_unstated: "not stated",
    certainties: "How sure a rule is",
    certainty_means: |certainty| match certainty {
        Certainty::Stated => "The text says it in full and it is computed as it says.",
        Certainty::Reading => {
            "The text names it, but part is lost or can be read in more than one way; our reading stands beside the mark."
        }
        Certainty::Unstated => {
            "The text we have gives no threshold or no weight. No number is assumed, and nothing is judged met or not met."
        }
        Certainty::Override => {
            "A threshold or weight that the person filled in from the batch's notice; the report lists it."
        }
    },
    fields: "Key fields",

    annex: |annex| ["annex ", &annex.to_string()].concat(),
    index: "Indicators of this part",
    to_check: "Readings and gaps",
    to_check_means: |count| {
        [
            &count.to_string(),
            " indicators rest on a reading, or on a text without a threshold or weight. Please check these:",
        ]
        .concat()
    },
    points: |points| [points, " points"].concat(),
    figures: "Figures needed",
    form: |form, counted_in| match form {
        FigureForm::Amount { .. } => "An amount, in 万元".to_owned(),
        FigureForm::Series { .. } => "An amount for each year, in 万元".to_owned(),
        FigureForm::Count { .. } => ["A number of ", counted_in].concat(),
        FigureForm::Tally { .. } => ["A number of ", counted_in, " for each kind"].concat(),
        FigureForm::Rates => "A growth rate for each year, in %".to_owned(),
    },
    as_it_stands: "as it stands then",
    compared_with: "to compare with",
    described_at: |number| ["described under indicator ", &number.to_string()].concat(),
    no_figures: "No figures; there is room for a note to the reviewers.",
    weights: |figure| [figure, ": kinds and weights ω"].concat(),
    weight: "Weight ω",
    unstated: "not stated",
    ranked: "Counted by the unit's rank: weight ω ÷ rank; the lead unit has rank 1.",
    computed: "Computation",
    formula_same: "Creation and recognition",
    unit: "Unit",
    measure_unit: |unit| match unit {
        MeasureUnit::WanYuan => "万元",
        MeasureUnit::Ratio => "a ratio, shown in %",
        MeasureUnit::Count => "a number (with weights), without unit",
    },
    share: "Points",
    asked: "What is asked",
    compounded: |figure| ["these rates, compounded: ", figure].concat(),
    plausibility: "Plausibility",
    plausibility_means: "Where one of these does not hold, the page asks to check. No result changes.",
    part_of: |part, whole| [part, " ≤ ", whole].concat(),

    numbers: "How numbers are read and computed",
    outcomes: "The result of an indicator",
    outcomes_mean: "Of several requirements, the result that comes first in this order counts:",
    outcome_means: |outcome| match outcome {
        Outcome::Unmet => "The exact value is below the threshold, or has not increased.",
        Outcome::Invalid => "A number it needs was refused.",
        Outcome::NotComputable => "The divisor is zero or below.",
        Outcome::Incomplete => "A number it needs is missing.",
        Outcome::Unstated => "The text gives no threshold or weight; what can be computed is shown all the same.",
        Outcome::Review => "Left to the reviewers; the program does not judge.",
        Outcome::Met => "The exact value reaches the threshold.",
    },
    verdicts: "The conclusion",
    verdicts_mean: "From the top, the first that applies:",
    verdict_means: |verdict| match verdict {
        Verdict::Ineligible => "An eligibility item is answered with “No”.",
        Verdict::Unmet => "At least one indicator is not met.",
        Verdict::Incomplete => {
            "An indicator is to be filled in, needs correcting or cannot be computed, or the field or the eligibility items are not filled in."
        }
        Verdict::SubjectToReview => "All others are met; what is left is for the reviewers or has no stated threshold.",
        Verdict::Met => "Every indicator is met.",
    },

    programme: "Procedure, weighing and red lines",
    calendar: "Procedure and periods",
    weighing: "Weighing",
    weighed: |basics, workplan| ["Basic figures ", basics, ", creation work plan ", workplan].concat(),

    statements: &statements::EN,
    privacy: "Privacy",
    accessibility: "Accessibility",
};
