//! The workings (自评表): the assessment as a workbook that computes.

use engine::ruleset::{Rule, Stage, Threshold};

texts! {
    pub struct WorkingsWords {
        download = "导出自评表（Excel，带公式）", "Export workings (Excel, with formulas)";
        download_means =
            "数据、名单、门槛和结果在一个工作簿中，结果由公式算出：改动数据或门槛，结果随之变化，便于复核。",
            "Figures, lists, thresholds and results in one workbook. The results are formulas: change a figure or a threshold and they follow.";
        file = "自评表", "workings";

        assessment = "自评表", "Assessment";
        comparison = "比较", "Comparison";
        about = "说明", "About";
        heading(track: &str, stage: &str) =
            ["国家新兴产业发展示范基地申报自评表（", track, "·", stage, "）"],
            ["Self-assessment workings: national demonstration bases for emerging industries (", track, ", ", stage, ")"];
        /// One line each.
        notes =
            "1．“自评表”的数值、门槛、差距和结果都是公式，取自“数据”、名单和“比较”各表；改动浅黄色格，结果随之变化。\n\
             2．橙色格用于填当批通知的数：已填的按其计算；空着的，原文未载明，可以填入。\n\
             3．金额均为万元，小数不超过六位。空格为待填，不是 0；分类别填数的，填了一类，其余空格按 0 计，全空的为待填；确实没有的填 0。\n\
             4．电子表格按二进制小数计算，恰好等于门槛时可能误判，所以“比较”表先把数化为整数再比较；超过 15 位、又十分接近的，注明“须核算”，以自评页面的结果为准。\n\
             5．名单各条是否计入、按哪一类计，由自评页面判定后写入，可以在表中改动；增加条目请在名单最后一行之上插入行，并填写右边三列；“数据”表中的条目请复制一行插入，再改内容。\n\
             6．本文件可以用自评页面的“打开文件”读回：“数据”和名单各表逐表核对后填入；改动过的门槛、权重和计入情况不读回。\n\
             7．自评结果供准备申报和评估验收使用，不代表评审结论。",
            "1. The values, thresholds, distances and results of “Assessment” are formulas over the figures, the lists and “Comparison”: change a light yellow cell and they follow.\n\
             2. Orange cells hold numbers of the batch's notice, or are for such numbers where the plan states none.\n\
             3. Amounts are in 万元 (10,000 yuan), with six decimals at most. A blank is not filled in, and not 0; where one kind of several is filled in, the others count as 0. Enter 0 where there is none.\n\
             4. A spreadsheet computes with binary fractions and may misjudge what just equals a threshold. So “Comparison” makes the numbers whole and compares those; numbers of more than 15 digits that are very near each other are marked “to be checked”, and the page's result holds.\n\
             5. Whether an item of a list counts, and as what, was decided by the page and can be changed. To add an item insert a row above the last row of the list and fill in its three columns on the right; a line on “Figures” is copied and inserted, then changed.\n\
             6. The page reads this file back with “Open file”: figures and lists are shown sheet by sheet before they are filled in; thresholds, weights and how items count are not read back.\n\
             7. The self-assessment helps to prepare an application or the acceptance. It is no decision of the reviewers.";

        // The figures
        multiples = "\"公倍数 \"0", "\"multiple \"0";
        folded = "按排序折算", "By rank";
        divisor = "计算用排序", "Divided by";
        counts = "是否计入", "Counts";
        counts_as = "计入类别", "Counts as";
        counted = "计入", "Counted";
        duplicate = "重复", "Duplicate";
        left_out = "不计", "Not counted";
        insert_above = "增加条目请在本行之上插入行", "To add items insert rows above this one";

        // The assessment
        asked = "要求", "Asked";
        /// What a rule asks, without its number.
        rule(rule: &Rule) {
            Rule::AtLeast(Threshold::Compound(_)) => "不低于（由全国增速算出，勿改）", "At least (from the national rates; not to be changed)";
            Rule::AtLeast(_) => "不低于", "At least";
            Rule::GrowthAtLeast(_) => "增幅不低于", "Growth of at least";
            Rule::IncreaseAtLeast(_) => "增加不少于", "Increase of at least";
            Rule::Increases => "有所增加", "More than before";
            Rule::Qualitative => "由评审评定", "For the reviewers";
            Rule::Unstated => "不低于当批通知载明的数", "At least what the batch's notice states";
        };
        undecided = "须核算", "To be checked";
        /// Of a threshold that was changed in the workbook.
        changed(threshold: &str) = ["门槛已改动，原为 ", threshold], ["changed: it was ", threshold];
        at_baseline(stage: Stage) {
            Stage::Creation => "期初数值", "At the start";
            Stage::Recognition => "申报时数值", "At application";
        };

        // The comparison
        item = "计算内容", "What is computed";
        states =
            "状态：0 已知，1 无法计算，2 待填写，3 填写有误，4 未载明",
            "State: 0 known, 1 cannot be computed, 2 to fill in, 3 needs correcting, 4 not stated";
        /// The heads of the sheet, after the first.
        heads: [&'static str; 15] =
            [
                "状态", "化整倍数", "分子", "分母", "状态（基期）", "化整倍数（基期）", "分子（基期）", "分母（基期）", "门槛状态", "门槛分子",
                "门槛分母", "状态合计", "左", "右", "公分母",
            ],
            [
                "State", "Factor", "Above", "Below", "State (baseline)", "Factor (baseline)", "Above (baseline)", "Below (baseline)",
                "Threshold's state", "Threshold above", "Threshold below", "State of all", "Left", "Right", "Divided by",
            ];
    }
}
