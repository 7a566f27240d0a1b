//! The overview (conclusion, next steps, distances, weighing) and the comparison of two scenarios.

/// What there is to do, in the order in which it is best done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Task {
    /// An eligibility item is answered with no, which rules the application out.
    Condition,
    /// An entry has a problem.
    Correct,
    /// A threshold is not reached.
    Reach,
    /// Something cannot be computed.
    Compute,
    /// Something is absent.
    Fill,
    /// The figures are in; only the batch's notice can state the number.
    Number,
    /// A note for the reviewers is blank.
    Explain,
}

/// What the plan does not state of an indicator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lacks {
    Threshold,
    Weight,
    Both,
}

texts! {
    pub struct OverviewWords {
        // The glance
        of_indicators(count: usize) =
            ["本阶段共 ", &count.to_string(), " 项指标，其中："],
            ["Of the ", &count.to_string(), " indicators at this stage:"];

        // What to do next
        next = "下一步", "What to do next";
        order_is_ours =
            "先后由本页按对结论的影响排列，不是评审规定的次序。",
            "The order is this page's own, by what decides most; the reviewers prescribe none.";
        nothing_left =
            "能填的都已填好，没有需要办理的事项。",
            "Everything that can be filled in is filled in. Nothing is left to do.";
        task(task: Task) {
            Task::Condition => "申报条件答“否”", "Eligibility answered “No”";
            Task::Correct => "改正填写", "Correct entries";
            Task::Reach => "补足未达到的指标", "Reach what is not met";
            Task::Compute => "核对无法计算的指标", "Check what cannot be computed";
            Task::Fill => "填写还缺的内容", "Fill in what is missing";
            Task::Number => "填入当批通知的数", "Enter the numbers of the batch's notice";
            Task::Explain => "写好情况说明", "Write the notes";
        };
        task_means(task: Task) {
            Task::Condition =>
                "有一项不符合，就不能申报，请先核对。",
                "A single “No” rules the application out. Check it first.";
            Task::Correct =>
                "改正以前，用到这些数的指标得不出结果。",
                "Until then, the indicators that use these entries have no result.";
            Task::Reach => "离门槛最近的排在最前。", "The nearest to its threshold comes first.";
            Task::Compute =>
                "分母为零或为负，请核对所填数据。",
                "The divisor is zero or negative. Please check the figures.";
            Task::Fill => "填齐以后才能得出结果。", "There is no result until these are filled in.";
            Task::Number =>
                "数据已经填齐；方案没有载明门槛或权重，当批通知有规定的，请填入。",
                "The figures are in. The plan states no threshold or weight; if the batch's notice does, enter it.";
            Task::Explain =>
                "这些指标由评审评定，没有数值门槛。",
                "The reviewers judge these; there is no numeric threshold.";
        };
        answered_no = "现在答的是“否”", "now answered “No”";
        not_answered = "还没有答", "not yet answered";
        lacks(figures: &str) = ["还缺：", figures], ["Missing: ", figures];
        /// The first need, and whether there are others.
        first_need(way: &str, others: bool) =
            [if others { "例如：" } else { "做法：" }, way],
            [if others { "For example: " } else { "The way: " }, way];
        lacks_number(lacks: Lacks) {
            Lacks::Threshold => "门槛未载明", "threshold not stated";
            Lacks::Weight => "权重未载明", "weight not stated";
            Lacks::Both => "门槛和权重都未载明", "neither threshold nor weight stated";
        };
        note_to_write = "情况说明还没有写", "the note is not yet written";

        // The distances
        distances = "各项指标离门槛多远", "How far each indicator is from its threshold";
        distances_mean =
            "每项都以自己的门槛为 100%，长短可以直接相比。",
            "For every indicator its own threshold is 100%, so the lengths can be compared.";
        axis_end = "200% 以上", "over 200%";
        solid = "实心：达到", "solid: met";
        striped = "条纹：未达到", "striped: not met";
        of_threshold(percent: &str) = ["为门槛的 ", percent], [percent, " of the threshold"];
        beyond_axis = "超出图示", "beyond the scale";
        below_axis = "低于 0，图上不画", "below 0, not drawn";
        stands_at(value: &str) = ["现为 ", value], ["now ", value];

        // The weighing
        weighing = "综合评价试算", "Trial of the overall evaluation";
        only_a_trial = "仅为试算，不是官方评分。", "This is a trial only, not an official score.";
        weighing_means =
            "两项得分由您自己模拟打分后填入，本页不打分、不排名。",
            "Both scores come from your own mock review. This page gives no scores and ranks nobody.";
        basics = "基本情况得分", "Score of the basic conditions";
        workplan = "创建工作方案得分", "Score of the work plan";
        points(points: &str) = ["分值 ", points], [points, " points"];
        score_unit = "分", "";
        score_refused =
            "请填 0 至 100 之间的数，如 82.5；小数最多 6 位，不带其他文字。",
            "Enter a number from 0 to 100, such as 82.5, with at most 6 decimals and no other words.";
        weighed = "试算结果", "Result of the trial";
        weighed_waits = "得分填齐后算出。", "Computed once every score is there.";

        // Two scenarios
        compare = "“现状”与“假设”比较", "“Actual figures” beside “What if”";
        compare_means =
            "想知道某个数变了，结果会怎样？建一份“假设”，在副本上改数，再回到这里逐项对照；“现状”不受影响。",
            "What if a figure were different? Begin a “What if”, change figures on that copy, and see here what becomes of each indicator. “Actual figures” stays untouched.";
        begin_what_if = "新建“假设”并开始填写", "Begin a “What if” and fill it in";
        verdicts = "总体结果", "Overall result";
        changed = "改动了哪些数", "Figures changed";
        nothing_changed =
            "“假设”与“现状”的数据还完全相同。请到“假设”里改一个数，再回来看。",
            "“What if” still has the same figures as “Actual figures”. Change one of them, then come back.";
        results = "结果有什么不同", "What becomes of the indicators";
        what_changed = "变化", "Change";
        mark_changed = "有变化", "changed";
        /// From one outcome to another.
        turns_into(from: &str, to: &str) = [from, " → ", to], [from, " → ", to];
        values_differ = "结果不变，数值有变化", "Same result, other value";
        no_difference = "没有变化", "No change";
        go_on_original = "继续填写“现状”", "Go on with “Actual figures”";
        go_on_what_if = "继续填写“假设”", "Go on with “What if”";
    }
}
