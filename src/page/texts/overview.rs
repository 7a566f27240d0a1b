//! All at one glance, the weighing of two scores, and two scenarios beside each other.

use crate::formatting::explanation::steps::{Lacks, Task};

/// The texts.
pub struct OverviewWords {
    // The glance
    pub of_indicators: fn(usize) -> String,

    // What to do next
    pub next: &'static str,
    pub order_is_ours: &'static str,
    pub nothing_left: &'static str,
    pub task: fn(Task) -> &'static str,
    pub task_means: fn(Task) -> &'static str,
    pub answered_no: &'static str,
    pub not_answered: &'static str,
    /// What is still to be filled in.
    pub lacks: fn(&str) -> String,
    /// The first way to close a distance, and whether there are others.
    pub first_way: fn(&str, bool) -> String,
    pub lacks_number: fn(Lacks) -> &'static str,
    pub note_to_write: &'static str,

    // The picture
    pub picture: &'static str,
    pub picture_means: &'static str,
    pub axis_end: &'static str,
    pub solid: &'static str,
    pub striped: &'static str,
    pub of_threshold: fn(&str) -> String,
    pub beyond_axis: &'static str,
    pub below_axis: &'static str,
    pub stands_at: fn(&str) -> String,

    // The weighing
    pub weighing: &'static str,
    pub only_a_trial: &'static str,
    pub weighing_means: &'static str,
    pub basics: &'static str,
    pub workplan: &'static str,
    pub points: fn(&str) -> String,
    pub score_unit: &'static str,
    pub score_refused: &'static str,
    pub weighed: &'static str,
    pub weighed_waits: &'static str,

    // Two scenarios
    pub compare: &'static str,
    pub compare_means: &'static str,
    pub begin_trial: &'static str,
    pub verdicts: &'static str,
    pub changed: &'static str,
    pub nothing_changed: &'static str,
    pub results: &'static str,
    pub what_changed: &'static str,
    pub mark_changed: &'static str,
    /// From one outcome to another.
    pub turns_into: fn(&str, &str) -> String,
    pub values_differ: &'static str,
    pub no_difference: &'static str,
    pub go_on_original: &'static str,
    pub go_on_trial: &'static str,
}

/// 简体中文
pub const ZH: OverviewWords = OverviewWords {
    of_indicators: |count| ["本阶段共 ", &count.to_string(), " 项指标，其中："].concat(),

    next: "下一步",
    order_is_ours: "先后由本工具按对结论的影响排列，不是评审规定的次序。",
    nothing_left: "能填的都已填好，没有需要办理的事项。",
    task: |task| match task {
        Task::Condition => "申报条件答“否”",
        Task::Correct => "改正填写",
        Task::Reach => "补足未达到的指标",
        Task::Compute => "核对无法计算的指标",
        Task::Fill => "填写还缺的内容",
        Task::Number => "填入当批通知的数",
        Task::Explain => "写好情况说明",
    },
    task_means: |task| match task {
        Task::Condition => "有一项不符合，就不能申报，请先核对。",
        Task::Correct => "改正以前，用到这些数的指标得不出结果。",
        Task::Reach => "离门槛最近的排在最前。",
        Task::Compute => "分母为零或为负，请核对所填数据。",
        Task::Fill => "填齐以后才能得出结果。",
        Task::Number => "数据已经填齐；方案没有载明门槛或权重，当批通知有规定的，请填入。",
        Task::Explain => "这些指标由评审评定，没有数值门槛。",
    },
    answered_no: "现在答的是“否”",
    not_answered: "还没有答",
    lacks: |figures| ["还缺：", figures].concat(),
    first_way: |way, others| [if others { "例如：" } else { "做法：" }, way].concat(),
    lacks_number: |lacks| match lacks {
        Lacks::Threshold => "门槛未载明",
        Lacks::Weight => "权重未载明",
        Lacks::Both => "门槛和权重都未载明",
    },
    note_to_write: "情况说明还没有写",

    picture: "各项指标离门槛多远",
    picture_means: "每项都以自己的门槛为 100%，长短可以直接相比。",
    axis_end: "200% 以上",
    solid: "实心：达到",
    striped: "条纹：未达到",
    of_threshold: |percent| ["为门槛的 ", percent].concat(),
    beyond_axis: "超出图示",
    below_axis: "低于 0，图上不画",
    stands_at: |value| ["现为 ", value].concat(),

    weighing: "综合评分试算",
    only_a_trial: "仅为试算，不是官方评分。",
    weighing_means: "两项得分由您自己模拟打分后填入，本工具不打分、不排名。",
    basics: "基本情况得分",
    workplan: "创建工作方案得分",
    points: |points| ["分值 ", points].concat(),
    score_unit: "分",
    score_refused: "请填 0 至 100 之间的数，如 82.5；小数最多 6 位，不带其他文字。",
    weighed: "试算结果",
    weighed_waits: "得分填齐后算出。",

    compare: "“现状”与“假设”比较",
    compare_means: "想知道某个数变了，结果会怎样？建一份“假设”，在副本上改数，再回到这里逐项对照；“现状”不受影响。",
    begin_trial: "新建“假设”并开始填写",
    verdicts: "结论",
    changed: "改动了哪些数",
    nothing_changed: "“假设”与“现状”的数据还完全相同。请到“假设”里改一个数，再回来看。",
    results: "结果有什么不同",
    what_changed: "变化",
    mark_changed: "有变化",
    turns_into: |from, to| [from, " → ", to].concat(),
    values_differ: "结果不变，数值有变化",
    no_difference: "没有变化",
    go_on_original: "继续填写“现状”",
    go_on_trial: "继续填写“假设”",
};

/// English
pub const EN: OverviewWords = OverviewWords {
    of_indicators: |count| ["Of the ", &count.to_string(), " indicators at this stage:"].concat(),

    next: "What to do next",
    order_is_ours: "The order is this page's own, by what decides most; the reviewers prescribe none.",
    nothing_left: "Everything that can be filled in is filled in. Nothing is left to do.",
    task: |task| match task {
        Task::Condition => "Eligibility answered “No”",
        Task::Correct => "Correct entries",
        Task::Reach => "Reach what is not met",
        Task::Compute => "Check what cannot be computed",
        Task::Fill => "Fill in what is missing",
        Task::Number => "Enter the numbers of the batch's notice",
        Task::Explain => "Write the notes",
    },
    task_means: |task| match task {
        Task::Condition => "A single “No” rules the application out. Check it first.",
        Task::Correct => "Until then, the indicators that use these entries have no result.",
        Task::Reach => "The nearest to its threshold comes first.",
        Task::Compute => "The divisor is zero or negative. Please check the figures.",
        Task::Fill => "There is no result until these are filled in.",
        Task::Number => {
            "The figures are in. The plan states no threshold or weight; if the batch's notice does, enter it."
        }
        Task::Explain => "The reviewers judge these; there is no numeric threshold.",
    },
    answered_no: "now answered “No”",
    not_answered: "not yet answered",
    lacks: |figures| ["Missing: ", figures].concat(),
    first_way: |way, others| [if others { "For example: " } else { "The way: " }, way].concat(),
    lacks_number: |lacks| match lacks {
        Lacks::Threshold => "threshold not stated",
        Lacks::Weight => "weight not stated",
        Lacks::Both => "neither threshold nor weight stated",
    },
    note_to_write: "the note is not yet written",

    picture: "How far each indicator is from its threshold",
    picture_means: "For every indicator its own threshold is 100%, so the lengths can be compared.",
    axis_end: "over 200%",
    solid: "solid: met",
    striped: "striped: not met",
    of_threshold: |percent| [percent, " of the threshold"].concat(),
    beyond_axis: "beyond the scale",
    below_axis: "below 0, not drawn",
    stands_at: |value| ["now ", value].concat(),

    weighing: "Trial of the overall score",
    only_a_trial: "This is a trial only, not an official score.",
    weighing_means: "Both scores come from your own mock review. This page gives no scores and ranks nobody.",
    basics: "Score of the basic conditions",
    workplan: "Score of the work plan",
    points: |points| [points, " points"].concat(),
    score_unit: "",
    score_refused: "Enter a number from 0 to 100, such as 82.5, with at most 6 decimals and no other words.",
    weighed: "Result of the trial",
    weighed_waits: "Computed once every score is there.",

    compare: "“Actual figures” beside “What if”",
    compare_means: "What if a figure were different? Begin a trial, change figures on that copy, and see here what becomes of each indicator. “Actual figures” stays untouched.",
    begin_trial: "Begin a trial and fill it in",
    verdicts: "Conclusion",
    changed: "Figures changed",
    nothing_changed: "The trial still has the same figures as “Actual figures”. Change one of them, then come back.",
    results: "What becomes of the indicators",
    what_changed: "Change",
    mark_changed: "changed",
    turns_into: |from, to| [from, " → ", to].concat(),
    values_differ: "Same result, other value",
    no_difference: "No change",
    go_on_original: "Go on with “Actual figures”",
    go_on_trial: "Go on with “What if”",
};
