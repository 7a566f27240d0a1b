//! What is handed over: the report on paper and the spreadsheet.

use model::scenarios::Scenario;

texts! {
    pub struct ReportWords {
        /// What a file's name begins with.
        file_name = "示范自评", "Self-assessment";

        /// What the report rests on, and whom it is about.
        receipt = "基本信息", "Particulars";
        /// Which scenario the numbers are from.
        data = "填报版本", "Variant";
        data_of(scenario: Scenario) {
            Scenario::Original => "现状", "As is";
            Scenario::WhatIf => "假设（非实际数据）", "What if (not actual data)";
            Scenario::Targets => "创建目标（计划数）", "Targets (planned figures)";
        };
        /// Said of a sample.
        invented = "虚构示例", "Invented sample";
        track = "申报类别", "Applying as";
        stage = "阶段", "Stage";
        batch = "依据文件", "Assessed by";
        /// The document's number.
        number = "文号", "Document number";
        issued = "发布日期", "Issued";
        ruleset = "规则编号", "Ruleset id";
        day = "生成日期", "Made on";
        verdict = "总体结果", "Result";
        /// Heading of the remark that this is no decision of the reviewers.
        standing = "说明", "Please note";
        overrides = "按当批通知填入的数值", "Numbers entered from the batch's notice";
        weight = "权重", "Weight";

        /// An indicator's place in the annex.
        ordinal = "序号", "No.";
        group = "一级指标", "Group";
        indicator = "二级指标", "Indicator";
        outcome = "指标结果", "Indicator's result";
        /// What is computed or asked.
        item = "计算内容", "What is computed";
        value = "数值", "Value";
        /// A number as a fraction, where decimals do not end.
        fraction = "精确分数", "Exact fraction";
        unit = "单位", "Unit";
        /// What a threshold and the number held against it are in.
        threshold_unit = "门槛单位", "Threshold's unit";
        /// The number that is held against the threshold.
        compared = "与门槛比较的数", "Compared with the threshold";
        criterion_outcome = "本项结果", "Result of this part";
        reached = "达到门槛的比例（%）", "Share of the threshold (%)";
        lacking = "还差", "Short by";
        beyond = "超出", "Above by";
        certainty = "依据情况", "Basis";
        quote = "原文", "Chinese original";
        source = "出处", "Place";

        figures = "数据明细", "Figures";
        /// The list of all figures at the end of the report.
        appendix = "附：数据明细", "Appendix: figures";
        figure = "数据项", "Figure";
        /// A year, a kind or a line.
        part = "年份、类别或条目", "Year, kind or line";
        typed = "填写内容", "As entered";
        read = "读取结果", "As understood";
        remark = "备注", "Remark";
        source_of_figure = "数据来源/口径", "Source and how it is counted";
        /// Said of a kind left blank while others are filled in.
        counted_zero = "未填，按 0 计", "blank, counts as 0";
        /// Said of a rank left blank.
        counted_lead = "未填，按牵头单位计", "blank, counts as lead unit";
        /// Said of an entry with a problem.
        refused = "填写有误", "refused";
        notes = "情况说明", "Notes";

        open_points = "待处理事项", "Open points";
        no_open_points = "没有待处理事项。", "No open points.";
        missing = "尚未填写", "Not filled in";
        /// What the plan leaves open and the batch's notice has to say.
        unsettled =
            "原文未载明或不明确，请以当批通知为准",
            "Not or not fully stated in the plan: the batch's notice decides";
    }
}
