//! The texts of what a person hands over: the report on paper and the spreadsheet.

use model::scenarios::Scenario;

/// The texts of the report and of the spreadsheet.
pub struct ReportWords {
    /// What a file's name begins with.
    pub file_name: &'static str,

    /// What the report rests on, and whom it is about.
    pub receipt: &'static str,
    /// Which of a submission's sheets the numbers are from, and what to think of them.
    pub data: &'static str,
    pub data_of: fn(Scenario) -> &'static str,
    /// Said of the samples.
    pub invented: &'static str,
    /// Park or enterprise.
    pub track: &'static str,
    pub stage: &'static str,
    /// The document by which it was assessed.
    pub batch: &'static str,
    /// The number of that document.
    pub number: &'static str,
    pub issued: &'static str,
    /// The id of the ruleset.
    pub ruleset: &'static str,
    pub day: &'static str,
    /// What it all comes to.
    pub verdict: &'static str,
    /// What to think of the report.
    pub standing: &'static str,
    /// Numbers that a person set from the batch's notice.
    pub overrides: &'static str,
    pub weight: &'static str,

    /// An indicator's place in the annex.
    pub ordinal: &'static str,
    pub group: &'static str,
    pub indicator: &'static str,
    pub outcome: &'static str,
    /// What is computed or asked.
    pub item: &'static str,
    pub value: &'static str,
    /// A number as a fraction, where decimals do not end.
    pub fraction: &'static str,
    pub unit: &'static str,
    /// What a threshold and the number held against it are in.
    pub threshold_unit: &'static str,
    /// The number that is held against the threshold.
    pub compared: &'static str,
    pub criterion_outcome: &'static str,
    /// How much of the threshold is reached, in percent.
    pub reached: &'static str,
    pub lacking: &'static str,
    pub beyond: &'static str,
    pub certainty: &'static str,
    pub quote: &'static str,
    pub source: &'static str,

    /// The list of all figures.
    pub figures: &'static str,
    /// The same at the end of the report.
    pub appendix: &'static str,
    pub figure: &'static str,
    /// A year, a kind or a line.
    pub part: &'static str,
    pub typed: &'static str,
    pub read: &'static str,
    pub remark: &'static str,
    /// Said of a kind left blank while others are filled in.
    pub counted_zero: &'static str,
    /// Said of a rank left blank.
    pub counted_lead: &'static str,
    /// Said of an entry that is refused.
    pub refused: &'static str,
    /// A person's own remarks.
    pub notes: &'static str,

    /// What is left to do before an application.
    pub open_points: &'static str,
    /// Said where nothing is left.
    pub no_open_points: &'static str,
    /// Figures that are absent.
    pub missing: &'static str,
    /// What the plan leaves open and the batch's notice has to say.
    pub unsettled: &'static str,
}

/// 简体中文
pub const ZH: ReportWords = ReportWords {
    file_name: "示范自评",

    receipt: "基本信息",
    data: "数据版本",
    data_of: |scenario| match scenario {
        Scenario::Original => "现状",
        Scenario::WhatIf => "假设（非实际数据）",
        Scenario::Targets => "创建目标（计划数）",
    },
    invented: "虚构示例",
    track: "申报类别",
    stage: "阶段",
    batch: "依据文件",
    number: "文号",
    issued: "发布日期",
    ruleset: "规则编号",
    day: "生成日期",
    verdict: "总体结果",
    standing: "说明",
    overrides: "按当批通知填入的数值",
    weight: "权重",

    ordinal: "序号",
    group: "一级指标",
    indicator: "二级指标",
    outcome: "指标结果",
    item: "计算内容",
    value: "数值",
    fraction: "精确分数",
    unit: "单位",
    threshold_unit: "门槛单位",
    compared: "与门槛比较的数",
    criterion_outcome: "本项结果",
    reached: "达到门槛的比例（%）",
    lacking: "还差",
    beyond: "超出",
    certainty: "依据情况",
    quote: "原文",
    source: "出处",

    figures: "数据明细",
    appendix: "附：数据明细",
    figure: "数据项",
    part: "年份、类别或条目",
    typed: "填写内容",
    read: "读取结果",
    remark: "备注",
    counted_zero: "未填，按 0 计",
    counted_lead: "未填，按牵头单位计",
    refused: "填写有误",
    notes: "情况说明",

    open_points: "待处理事项",
    no_open_points: "没有待处理事项。",
    missing: "尚未填写",
    unsettled: "原文未载明或未尽明，请以当批通知为准",
};

/// English
pub const EN: ReportWords = ReportWords {
    file_name: "Self-assessment",

    receipt: "Particulars",
    data: "Data",
    data_of: |scenario| match scenario {
        Scenario::Original => "As is",
        Scenario::WhatIf => "What if (not actual data)",
        Scenario::Targets => "Targets (planned figures)",
    },
    invented: "Invented sample",
    track: "Applying as",
    stage: "Stage",
    batch: "Assessed by",
    number: "Document number",
    issued: "Issued",
    ruleset: "Ruleset id",
    day: "Made on",
    verdict: "Result",
    standing: "Please note",
    overrides: "Numbers entered from the batch's notice",
    weight: "Weight",

    ordinal: "No.",
    group: "Group",
    indicator: "Indicator",
    outcome: "Indicator's result",
    item: "What is computed",
    value: "Value",
    fraction: "Exact fraction",
    unit: "Unit",
    threshold_unit: "Threshold's unit",
    compared: "Compared with the threshold",
    criterion_outcome: "Result of this part",
    reached: "Share of the threshold (%)",
    lacking: "Short by",
    beyond: "Beyond by",
    certainty: "Basis",
    quote: "Chinese original",
    source: "Place",

    figures: "Figures",
    appendix: "Appendix: figures",
    figure: "Figure",
    part: "Year, kind or line",
    typed: "As entered",
    read: "As understood",
    remark: "Remark",
    counted_zero: "blank, counts as 0",
    counted_lead: "blank, counts as lead unit",
    refused: "refused",
    notes: "Notes",

    open_points: "Open points",
    no_open_points: "No open points.",
    missing: "Not filled in",
    unsettled: "Not or not fully stated in the plan: the batch's notice decides",
};
