//! The method view: what frames the rules. Their own sentences come from the ruleset.

pub mod statements;

use engine::outcome::{Outcome, Verdict};
use engine::ruleset::{Certainty, FigureForm, MeasureUnit};

texts! {
    pub struct MethodWords {
        lead =
            "本页由规则文件生成，列出自评所依据的全部指标、算式、权重、门槛和原文，供核对和准备数据使用。",
            "This page is made from the ruleset. It lists every indicator, formula, weight, threshold and sentence that the self-assessment rests on, to check it and to know what to gather.";
        contents = "目录", "Contents";
        back = "返回目录", "Back to the contents";

        // What everything rests on
        basis = "依据", "What everything rests on";
        basis_means =
            "指标、算式、权重、门槛和引文都写在一份规则文件里，程序本身不含任何一项。换用另一批次的规则文件，计算和本页内容随之改变。",
            "Indicators, formulas, weights, thresholds and quotations stand in one ruleset document; the program itself contains none of them. With another batch's document, the results and this page change with it.";
        document = "文件", "Document";
        number = "文号", "Number";
        issuer = "发布机关", "Issued by";
        issued = "发布日期", "Date of issue";
        ruleset = "规则编号", "Ruleset id";
        version = "规则文件版本", "Ruleset version";
        version_unstated = "未注明", "not stated";
        certainties = "依据标记", "How sure a rule is";
        certainty_means(certainty: Certainty) {
            Certainty::Stated =>
                "原文完整写明，照原文计算。",
                "The text says it in full and it is computed as it says.";
            Certainty::Reading =>
                "原文提到，但有缺失或可作不同理解；所作理解写在标记之后。",
                "The text names it, but part is lost or can be read in more than one way; our reading stands beside the mark.";
            Certainty::Unstated =>
                "所据文本没有给出门槛或权重。不推定数值，结果不作达到与否的判断。",
                "The text we have gives no threshold or no weight. No number is assumed, and nothing is judged met or not met.";
            Certainty::Override =>
                "由填报人按当批创建工作通知自行填入的门槛或权重，报告中会列明。",
                "A threshold or weight that the person filled in from the batch's notice; the report lists it.";
        };
        fields = "重点领域", "Key fields";

        // The tracks
        annex(annex: u32) = ["附", &annex.to_string()], ["annex ", &annex.to_string()];
        to_check = "原文未载明、不明确之处", "Readings and gaps";
        to_check_means(count: usize) =
            ["以下 ", &count.to_string(), " 项指标含对原文的理解，或原文未载明门槛、权重，请重点核对："],
            [&count.to_string(), " indicators rest on a reading, or on a text without a threshold or weight. Please check these:"];
        points(points: &str) = ["分值 ", points], [points, " points"];
        figures = "需要的数据", "Figures needed";
        form(form: &FigureForm, counted_in: &str) -> String {
            (FigureForm::Amount { .. }, _) => ["金额，单位：万元"], ["An amount, in 万元"];
            (FigureForm::Series { .. }, _) => ["分年金额，单位：万元"], ["An amount for each year, in 万元"];
            (FigureForm::Count { .. }, _) => ["数量，单位：", counted_in], ["A number of ", counted_in];
            (FigureForm::Tally { .. }, _) =>
                ["分类数量，单位：", counted_in],
                ["A number of ", counted_in, " for each kind"];
            (FigureForm::Rates, _) => ["分年增速，单位：%"], ["A growth rate for each year, in %"];
        };
        as_it_stands = "当期的数", "as it stands then";
        /// Said of a baseline.
        compared_with = "用于比较", "to compare with";
        described_at(number: u32) =
            ["说明见第 ", &number.to_string(), " 项指标"],
            ["described under indicator ", &number.to_string()];
        no_figures =
            "没有需要填写的数；可写情况说明，供评审参考。",
            "No figures; there is room for a note to the reviewers.";
        counting = "按名单统计时的计数规则", "How a list is counted";
        weights(figure: &str) = [figure, "：类别与权重 ω"], [figure, ": kinds and weights ω"];
        weight = "权重 ω", "Weight ω";
        unstated = "未载明", "not stated";
        ranked =
            "按单位排序折算：权重 ω ÷ 单位排序，牵头单位的排序为 1。",
            "Counted by the unit's rank: weight ω ÷ rank; the lead unit has rank 1.";
        computed = "计算", "Computation";
        formula_same = "创建、认定", "Creation and recognition";
        unit = "单位", "Unit";
        measure_unit(unit: MeasureUnit) {
            MeasureUnit::WanYuan => "万元", "万元";
            MeasureUnit::Ratio => "比率，以 % 表示", "a ratio, shown in %";
            MeasureUnit::Count => "数量（计入权重），无单位", "a number (with weights), without unit";
        };
        share = "分值", "Points";
        asked = "要求", "What is asked";
        /// What a plausible value is at least: rates compounded.
        compounded(figure: &str) = [figure, "各年复合所得增速"], ["these rates, compounded: ", figure];
        plausibility = "合理性提示", "Plausibility";
        plausibility_means =
            "下列关系不成立时，页面提示核对，不影响任何结果。",
            "Where one of these does not hold, the page asks to check. No result changes.";
        part_of(part: &str, whole: &str) = [part, " ≤ ", whole], [part, " ≤ ", whole];

        // How it is computed
        numbers = "读数与计算方法", "How numbers are read and computed";
        outcomes = "一项指标的结果", "The result of an indicator";
        outcomes_mean =
            "一项指标有多条要求的，取下列次序中最靠前的一种：",
            "Of several requirements, the result that comes first in this order counts:";
        outcome_means(outcome: Outcome) {
            Outcome::Unmet =>
                "精确值低于门槛，或没有增加。",
                "The exact value is below the threshold, or has not increased.";
            Outcome::Invalid => "所需的数填写有误，不能采用。", "A number it needs was refused.";
            Outcome::NotComputable => "分母为零或为负，算不出数值。", "The divisor is zero or below.";
            Outcome::Incomplete => "所需的数尚未填齐。", "A number it needs is missing.";
            Outcome::Unstated =>
                "原文没有给出门槛或权重，能算的数照常显示。",
                "The text gives no threshold or weight; what can be computed is shown all the same.";
            Outcome::Review => "属综合评定，程序不作判断。", "Left to the reviewers; the program does not judge.";
            Outcome::Met => "精确值达到门槛。", "The exact value reaches the threshold.";
        };
        verdicts = "总体结果", "The overall result";
        verdicts_mean = "从上到下，取最先符合的一种：", "From the top, the first that applies:";
        verdict_means(verdict: Verdict) {
            Verdict::Ineligible => "有申报条件答为“否”。", "An eligibility item is answered with “No”.";
            Verdict::Unmet => "至少一项指标未达到。", "At least one indicator is not met.";
            Verdict::Incomplete =>
                "有指标待填写、填写有误或无法计算，或重点领域、申报条件尚未填完。",
                "An indicator is to be filled in, needs correcting or cannot be computed, or the field or the eligibility items are not filled in.";
            Verdict::SubjectToReview =>
                "其余均达到，只剩由评审评定或门槛未载明的指标。",
                "All others are met; what is left is for the reviewers or has no stated threshold.";
            Verdict::Met => "每一项指标都达到。", "Every indicator is met.";
        };

        // The programme
        programme = "程序、评分与红线", "Procedure, weighing and red lines";
        calendar = "程序与时间", "Procedure and periods";
        weighing = "评分占比", "Weighing";
        /// The shares of the two scores.
        weighed(basics: &str, workplan: &str) =
            ["基本情况 ", basics, "，创建工作方案 ", workplan],
            ["Basic figures ", basics, ", creation work plan ", workplan];

        // What only we can say
        statements: &'static statements::Statements = &statements::ZH, &statements::EN;
        privacy = "隐私说明", "Privacy";
        accessibility = "无障碍说明", "Accessibility";
    }
}
