//! Moving about: what is looked at, which scenario is filled in, and what was done to many fields at once.

use model::action::View;
use model::notice::FileRefusal;
use model::scenarios::Scenario;
use model::unit::AmountUnit;

/// The texts.
pub struct DeskWords {
    /// What can be looked at, as a whole and one by one.
    pub views: &'static str,
    pub view: fn(View) -> &'static str,
    pub larger: &'static str,

    /// The scenarios of a submission, as a whole and one by one.
    pub scenario_switch: &'static str,
    pub scenario: fn(Scenario) -> &'static str,
    /// What a scenario is; that of the original at a stage.
    pub variant_means: fn(Scenario) -> &'static str,
    pub discard_what_if: &'static str,

    pub batch: &'static str,
    /// A batch by its title and number.
    pub batch_name: fn(&str, &str) -> String,
    pub amount_unit: &'static str,
    pub amount_unit_name: fn(AmountUnit) -> &'static str,

    /// The names of a batch's own numbers.
    pub threshold_of: fn(&str) -> String,
    pub weight_of: fn(&str) -> String,
    pub own_weight: fn(&str) -> String,
    /// Asking for them where the plan is silent, and where a notice may differ.
    pub threshold_open: &'static str,
    pub threshold_differs: &'static str,
    pub weights_open: &'static str,
    pub typed_overrides: &'static str,
    pub own_numbers_mean: &'static str,
    /// Behind a text that sets no number.
    pub not_taken: &'static str,

    pub take_baseline: &'static str,
    pub take_baseline_means: &'static str,
    /// Where a number comes from that cannot be typed here, and the way there.
    pub given: &'static str,
    pub fill_in_original: &'static str,

    /// Said when outcomes change: an indicator and its outcome; how many changed.
    pub changed_to: fn(&str, &str) -> String,
    pub changed_many: fn(usize) -> String,

    pub undo: &'static str,
    pub dismiss: &'static str,
    /// The former unit, the unit now, and how many amounts.
    pub unit_changed: fn(&str, &str, usize) -> String,
    /// Keeps the amounts: the former unit and how many.
    pub write_units: fn(&str, usize) -> String,
    pub units_written: fn(usize) -> String,
    /// So many filled, so many left over.
    pub pasted: fn(usize, usize) -> String,
    pub line_removed: fn(&str) -> String,
    pub ruleset_chosen: &'static str,
    pub what_if_discarded: &'static str,
    pub baseline_taken: &'static str,
    /// What has no field, as a list.
    pub left_out: fn(&str) -> String,
    pub not_opened: fn(&FileRefusal) -> String,
    pub restored: fn(&str) -> String,
    pub older_rules: &'static str,
    pub forgotten: &'static str,
}

/// 简体中文
pub const ZH: DeskWords = DeskWords {
    views: "页面内容",
    view: |view| match view {
        View::Fill => "填报与结果",
        View::Overview => "总览",
        View::Compare => "比较",
        View::Method => "方法说明",
    },
    larger: "大字",

    scenario_switch: "填报版本",
    scenario: |scenario| match scenario {
        Scenario::Original => "现状",
        Scenario::WhatIf => "假设",
        Scenario::Targets => "创建目标",
    },
    variant_means: |scenario| match scenario {
        Scenario::Original => "拟申报的实际数据。",
        Scenario::WhatIf => "这是“现状”的副本，可以随意试填，不影响“现状”。",
        Scenario::Targets => "填创建期满时拟达到的数，按认定条件计算；起点取自“现状”，不用重填。",
    },
    discard_what_if: "删除假设",

    batch: "批次",
    batch_name: |title, number| [title, "（", number, "）"].concat(),
    amount_unit: "金额单位",
    amount_unit_name: AmountUnit::sign,

    threshold_of: |measure| [measure, "的门槛"].concat(),
    weight_of: |kind| [kind, "的权重"].concat(),
    own_weight: |weight| ["权重 ", weight, "（当批）"].concat(),
    threshold_open: "当批通知定了门槛的，请在此填入",
    threshold_differs: "当批通知另有规定",
    weights_open: "当批通知定了权重的，请在此填入",
    typed_overrides: "按当批通知填入的数",
    own_numbers_mean: "不是方案原文，由您填入；“现状”“假设”“创建目标”都据此计算。",
    not_taken: "未采用",

    take_baseline: "取用本页创建阶段所填数据",
    take_baseline_means: "申报时的数据不用重填：打开申报时保存的文件即可取入；本页创建阶段已填的，也可直接取用。",
    given: "取自“现状”",
    fill_in_original: "到“现状”中填写",

    changed_to: |indicator, outcome| [indicator, "：", outcome, "。"].concat(),
    changed_many: |count| [&count.to_string(), " 项指标的结果有变化。"].concat(),

    undo: "撤销",
    dismiss: "知道了",
    unit_changed: |former, now, count| {
        ["有 ", &count.to_string(), " 个金额没有写单位，原来按", former, "读取，现在按", now, "读取。请核对。"].concat()
    },
    write_units: |former, count| ["数值不变，给这 ", &count.to_string(), " 个金额写上“", former, "”"].concat(),
    units_written: |count| ["已给 ", &count.to_string(), " 个金额写上单位，数值与改单位之前相同。"].concat(),
    pasted: |filled, left_over| {
        if filled == 0 {
            return "没有填入任何一格：粘贴的内容与这里的格子对不上。".to_owned();
        }
        let filled = ["已粘贴 ", &filled.to_string(), " 格。"].concat();
        match left_over {
            0 => filled,
            more => [&filled, "另有 ", &more.to_string(), " 个数没有对应的格子，未填入。"].concat(),
        }
    },
    line_removed: |line| ["已删除", line, "。"].concat(),
    ruleset_chosen: "已改用所选批次的规则，所填数据保留。请核对重点领域和各项结果。",
    what_if_discarded: "假设已删除。",
    baseline_taken: "已取入申报时的数据。",
    left_out: |paths| ["文件中有本页没有的内容，未读入：", paths].concat(),
    not_opened: |refusal| {
        let reason = match refusal {
            FileRefusal::Unreadable => "文件无法读取。".to_owned(),
            FileRefusal::TooLarge => "文件过大，不是自评文件。".to_owned(),
            FileRefusal::NotJson => "文件已损坏，或不是自评文件。".to_owned(),
            FileRefusal::NotOurs => "这不是自评文件。".to_owned(),
            FileRefusal::Later(version) => ["文件由更新的版本（", version, "）保存，请用新版打开。"].concat(),
            FileRefusal::UnknownRuleset(id) => ["文件依据的规则“", id, "”本页没有。"].concat(),
            FileRefusal::Overrides(reason) => ["文件中按当批通知填入的数与规则不符：", reason].concat(),
            FileRefusal::NotACreationFile => "请选择同类申报对象在创建阶段保存的文件。".to_owned(),
        };
        [&reason, "已填内容没有任何改动。"].concat()
    },
    restored: |day| ["已恢复本机草稿（", day, " 保存）。"].concat(),
    older_rules: "草稿保存后规则有更新，请核对各项结果。",
    forgotten: "已清空。本机没有留下所填内容。",
};

/// English
pub const EN: DeskWords = DeskWords {
    views: "Views",
    view: |view| match view {
        View::Fill => "Figures and results",
        View::Overview => "Overview",
        View::Compare => "Compare",
        View::Method => "Method",
    },
    larger: "Large text",

    scenario_switch: "Variants",
    scenario: |scenario| match scenario {
        Scenario::Original => "Actual figures",
        Scenario::WhatIf => "What if",
        Scenario::Targets => "Targets",
    },
    variant_means: |scenario| match scenario {
        Scenario::Original => "The figures that you would submit.",
        Scenario::WhatIf => "A copy of “Actual figures” to try things on. It never changes “Actual figures”.",
        Scenario::Targets => {
            "What you set out to reach by the end of the creation period, held against recognition. The start is taken from “Actual figures”."
        }
    },
    discard_what_if: "Delete the trial",

    batch: "Batch",
    batch_name: |title, number| [title, " (", number, ")"].concat(),
    amount_unit: "Amounts are in",
    amount_unit_name: AmountUnit::sign,

    threshold_of: |measure| ["Threshold: ", measure].concat(),
    weight_of: |kind| ["Weight: ", kind].concat(),
    own_weight: |weight| ["weight ", weight, " (batch)"].concat(),
    threshold_open: "If the batch's notice sets a threshold, enter it here",
    threshold_differs: "The batch's notice says otherwise",
    weights_open: "If the batch's notice sets the weights, enter them here",
    typed_overrides: "Numbers from the batch's notice",
    own_numbers_mean: "Not in the plan's text: you entered them, and the results of every variant rest on them.",
    not_taken: "not used",

    take_baseline: "Take the figures of the creation stage on this page",
    take_baseline_means: "Nobody types the figures of the application twice: open the file saved then, or take those of the creation stage where they are on this page.",
    given: "from “Actual figures”",
    fill_in_original: "fill in at “Actual figures”",

    changed_to: |indicator, outcome| [indicator, ": ", outcome, ". "].concat(),
    changed_many: |count| ["The outcomes of ", &count.to_string(), " indicators changed. "].concat(),

    undo: "Undo",
    dismiss: "Close",
    unit_changed: |former, now, count| {
        let count = count.to_string();
        let read = [" They were read in ", former, " and are now read in ", now, ". Please check."].concat();
        ["Amounts without a unit: ", &count, ".", &read].concat()
    },
    write_units: |former, count| {
        ["Keep the values: write “", former, "” behind them (", &count.to_string(), ")"].concat()
    },
    units_written: |count| {
        ["Amounts that now say their unit: ", &count.to_string(), ". Their values are those from before the change."]
            .concat()
    },
    pasted: |filled, left_over| {
        if filled == 0 {
            return "Nothing was pasted: the cells do not match the fields here.".to_owned();
        }
        let filled = ["Fields filled: ", &filled.to_string(), ". "].concat();
        match left_over {
            0 => filled,
            more => [&filled, "Values left out for want of a field: ", &more.to_string(), "."].concat(),
        }
    },
    line_removed: |line| [line, " is deleted."].concat(),
    ruleset_chosen: "The rules of this batch now apply; your figures are kept. Please check the field and the results. ",
    what_if_discarded: "The trial is deleted.",
    baseline_taken: "The figures of the application are filled in.",
    left_out: |paths| ["The file holds what this page has no field for, which was left out: ", paths].concat(),
    not_opened: |refusal| {
        let reason = match refusal {
            FileRefusal::Unreadable => "The file cannot be read. ".to_owned(),
            FileRefusal::TooLarge => "The file is too large to be a self-assessment. ".to_owned(),
            FileRefusal::NotJson => "The file is damaged, or no self-assessment. ".to_owned(),
            FileRefusal::NotOurs => "This is no self-assessment. ".to_owned(),
            FileRefusal::Later(version) => {
                ["The file was saved by a later version (", version, "); open it with that. "].concat()
            }
            FileRefusal::UnknownRuleset(id) => {
                ["The file rests on the rules “", id, "”, which are not here. "].concat()
            }
            FileRefusal::Overrides(reason) => {
                ["The batch's numbers in the file do not fit the rules: ", reason, ". "].concat()
            }
            FileRefusal::NotACreationFile => {
                "Choose a file saved at the creation stage by the same kind of applicant. ".to_owned()
            }
        };
        [&reason, "Nothing that you filled in has changed."].concat()
    },
    restored: |day| ["The draft on this machine is here again (kept on ", day, "). "].concat(),
    older_rules: "The rules have changed since; please check the results.",
    forgotten: "Everything is cleared. Nothing that you filled in is left on this machine.",
};
