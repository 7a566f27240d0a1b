//! Views, scenarios, batches, overrides, and the notices of what was done to many fields at once.

use model::action::View;
use model::notice::{FileRefusal, NoReader};
use model::scenarios::Scenario;
use model::unit::AmountUnit;

/// The release, as the part for Excel files has it too.
const VERSION: &str = env!("CARGO_PKG_VERSION");

texts! {
    pub struct WorkbenchWords {
        /// The views' common name.
        views = "页面内容", "Views";
        view(view: View) {
            View::Fill => "填报", "Figures";
            View::Findings => "逐项结果", "Results";
            View::Overview => "总览", "Overview";
            View::Compare => "比较", "Compare";
            View::Method => "方法说明", "Method";
        };
        larger = "大字", "Large text";
        skip = "跳到填报表", "Skip to the figures";
        settings = "显示", "Display";
        /// The line of what is chosen, and the bar of tools.
        chosen = "申报信息", "Application";
        tools = "工具", "Tools";
        more = "更多", "More";
        fold = "收起申报信息", "Hide the application details";
        conditions_answered = "已回答", "answered";
        conditions_open(count: usize) = [&count.to_string(), " 项未答"], [&count.to_string(), " not answered"];
        /// The scenario and the unit, which stand above the sheet.
        sheet_settings = "填报版本与金额单位", "Variant and unit of amounts";
        /// The outcomes that changed last; what one was before.
        changes = "刚才的变化", "What just changed";
        was(outcome: &str) = ["由“", outcome, "”变为"], ["was “", outcome, "”, now"];
        /// What counts for a figure, and the buttons beside it.
        help = "口径", "What counts";
        usual_source = "通常取自", "Usually from";
        mistakes = "常见差错", "Often mistaken";
        advice = "说明", "Note";
        advice_means = "以上两条是填报提示，不是方案原文。", "These two are advice and not in the plan's text.";
        help_of(figure: &str) = [figure, "的口径（F1）"], ["What counts for ", figure, " (F1)"];
        of_figure(figure: &str) = [figure, "：口径、来源、名单"], [figure, ": what counts, source, list"];
        open_finding(indicator: &str) = [indicator, "的结果和依据"], [indicator, ": result and basis"];

        /// The scenarios' common name.
        scenario_switch = "填报版本", "Variants";
        scenario(scenario: Scenario) {
            Scenario::Original => "现状", "Actual figures";
            Scenario::WhatIf => "假设", "What if";
            Scenario::Targets => "创建目标", "Targets";
        };
        scenario_means(scenario: Scenario) {
            Scenario::Original => "拟申报的实际数据。", "The figures that you would submit.";
            Scenario::WhatIf =>
                "这是“现状”的副本，可以随意试填，不影响“现状”。",
                "A copy of “Actual figures” to try things on. It never changes “Actual figures”.";
            Scenario::Targets =>
                "填创建期满时拟达到的数，按认定条件计算；起点取自“现状”，不用重填。",
                "What you set out to reach by the end of the creation period, held against recognition. The start is taken from “Actual figures”.";
        };
        discard_what_if = "删除假设", "Delete “What if”";

        batch = "批次", "Batch";
        batch_name(title: &str, number: &str) = [title, "（", number, "）"], [title, " (", number, ")"];
        amount_unit = "金额单位", "Amounts are in";
        amount_unit_name: fn(AmountUnit) -> &'static str = AmountUnit::sign, AmountUnit::sign;

        how_to_fill_in = "填写说明", "How to fill in";
        tables_taken =
            "从 Excel、WPS 复制的整张表，可粘贴到任意一格；工作簿和 CSV 文件可直接拖到本页。先核对，后填入。按 Tab 到右边一格，按 Enter、↓、↑ 到上下格。",
            "A whole table copied from Excel or WPS can be pasted into any field, and a workbook or CSV file dropped onto the page. It is shown before it is filled in. Tab moves to the field beside, Enter, ↓ and ↑ to those below and above.";

        /// The names of overrides.
        threshold_of(measure: &str) = [measure, "的门槛"], ["Threshold: ", measure];
        weight_of(kind: &str) = [kind, "的权重"], ["Weight: ", kind];
        override_weight(weight: &str) = ["权重 ", weight, "（当批）"], ["weight ", weight, " (batch)"];
        /// Asks for overrides where the plan is silent (`open`), and where the notice may differ.
        threshold_open = "当批通知定了门槛的，请在此填入", "If the batch's notice sets a threshold, enter it here";
        threshold_differs = "当批通知另有规定", "The batch's notice says otherwise";
        weights_open = "当批通知定了权重的，请在此填入", "If the batch's notice sets the weights, enter them here";
        typed_overrides = "按当批通知填入的数", "Numbers from the batch's notice";
        overrides_mean =
            "不是方案原文，由您填入；“现状”“假设”“创建目标”都据此计算。",
            "Not in the plan's text: you entered them, and the results of every variant rest on them.";
        /// Behind what was typed for an override and is refused.
        not_taken = "未采用", "not used";

        take_baseline = "取用本页创建阶段所填数据", "Take the figures of the creation stage on this page";
        take_baseline_means =
            "申报时的数据不用重填：打开申报时保存的文件即可填入；本页创建阶段已填的，也可直接取用。",
            "You need not type the figures of the application again: open the file saved then, or take those of the creation stage where they are on this page.";
        /// Said of a figure of the targets that only the original can change.
        given = "取自“现状”", "from “Actual figures”";
        fill_in_original = "到“现状”中填写", "fill in at “Actual figures”";

        /// Told to screen readers when outcomes change.
        changed_to(indicator: &str, outcome: &str) = [indicator, "：", outcome, "。"], [indicator, ": ", outcome, ". "];
        changed_many(count: usize) =
            [&count.to_string(), " 项指标的结果有变化。"],
            ["The outcomes of ", &count.to_string(), " indicators changed. "];

        dismiss = "知道了", "Close";
        unit_changed(former: &str, now: &str, count: usize) =
            ["有 ", &count.to_string(), " 个金额没有写单位，原来按", former, "读取，现在按", now, "读取。请核对。"],
            [
                "Amounts without a unit: ", &count.to_string(), ". They were read in ", former, " and are now read in ", now,
                ". Please check.",
            ];
        /// Offers to write the former unit behind the amounts, so that their values stay.
        write_units(former: &str, count: usize) =
            ["数值不变，给这 ", &count.to_string(), " 个金额写上“", former, "”"],
            ["Keep the values: write “", former, "” behind them (", &count.to_string(), ")"];
        units_written(count: usize) =
            ["已给 ", &count.to_string(), " 个金额写上单位，数值与改单位之前相同。"],
            ["Amounts that now say their unit: ", &count.to_string(), ". Their values are those from before the change."];
        /// The figures that were filled, as a list, and how much of the table was left out.
        pasted(figures: &str, left_over: usize) -> String {
            ("", _) => ["没有填入任何数据。"], ["Nothing was filled in."];
            (_, 0) => ["已填入：", figures, "。"], ["Filled in: ", figures, ". "];
            (_, more) =>
                ["已填入：", figures, "。表中另有 ", &more.to_string(), " 处未填入。"],
                ["Filled in: ", figures, ". Left out of the table: ", &more.to_string(), "."];
        };
        no_table =
            "剪贴板中没有文字或表格，未填入任何内容。请在原文件中选中单元格重新复制。",
            "There is no text or table in the clipboard; nothing is filled in. Please select the cells and copy them again.";
        too_many_lines(most: usize, count: usize) =
            ["一项数据最多填 ", &most.to_string(), " 行，这里会有 ", &count.to_string(), " 行，因此没有改动。请把类别和排序相同的合并成一行。"],
            ["A figure has at most ", &most.to_string(), " lines; this would make ", &count.to_string(), ", so nothing was changed. Please put lines of one kind and rank together."];
        line_removed(line: &str) = ["已删除", line, "。"], [line, " is deleted."];
        ruleset_chosen =
            "已改用所选批次的规则，所填数据保留。请核对重点领域和各项结果。",
            "The rules of this batch now apply; your figures are kept. Please check the field and the results. ";
        what_if_discarded = "假设已删除。", "“What if” is deleted.";
        baseline_taken = "已填入申报时的数据。", "The figures of the application are filled in.";
        /// The places of a file that have no field, as a list.
        left_out(paths: &str) =
            ["文件中有本页没有对应栏目的内容，未读入：", paths, "。"],
            ["The file holds what this page has no field for, which was left out: ", paths, "."];
        not_opened(refusal: &FileRefusal) =
            [&(ZH.why_not_opened)(refusal), "已填内容没有任何改动。"],
            [&(EN.why_not_opened)(refusal), "Nothing that you filled in has changed."];
        copying_works =
            "在 Excel 或 WPS 中复制单元格，粘贴到本页，始终可用。",
            "Copying the cells in Excel or WPS and pasting them here always works. ";
        why_not_opened(refusal: &FileRefusal) -> String {
            FileRefusal::Unreadable => ["文件无法读取。"], ["The file cannot be read. "];
            FileRefusal::TooLarge => ["文件过大，不是自评文件。"], ["The file is too large to be a self-assessment. "];
            FileRefusal::OtherDocument =>
                ["这不是工作簿，也不是自评文件。请在其中复制表格后粘贴到本页。"],
                ["This is neither a workbook nor a self-assessment. Copy the table in it and paste it here. "];
            FileRefusal::Encrypted =>
                ["工作簿有打开密码。请在 Excel 或 WPS 中取消密码后另存，再打开。"],
                ["The workbook needs a password. Save it without one in Excel or WPS, then open it. "];
            FileRefusal::DamagedWorkbook =>
                ["工作簿已损坏。请在 Excel 或 WPS 中打开并另存，或复制表格后粘贴到本页。"],
                ["The workbook is damaged. Open it in Excel or WPS and save it anew, or copy the table and paste it here. "];
            FileRefusal::OtherWorkbook =>
                ["工作簿的格式不能直接打开。请在 Excel 或 WPS 中另存为 .xlsx，再打开。"],
                ["Workbooks of this form cannot be opened here. Save it as .xlsx in Excel or WPS, then open it. "];
            FileRefusal::NoReader(NoReader::Absent) =>
                ["本页没有处理 Excel 文件的部件。", ZH.copying_works],
                ["This page has no part for Excel files. ", EN.copying_works];
            FileRefusal::NoReader(NoReader::Unreachable) =>
                ["处理 Excel 文件的部件未能载入：可能已断网，也可能部件有改动，或本站不允许。请稍后再打开一次文件。", ZH.copying_works],
                ["The part for Excel files could not be loaded: the network may be away, the part may have been changed, or this site may forbid it. Please open the file again later. ", EN.copying_works];
            FileRefusal::NoReader(NoReader::Broken) =>
                ["处理 Excel 文件的部件不完整，请告知网站管理员。", ZH.copying_works],
                ["The part for Excel files is not whole; please tell the administrator of this site. ", EN.copying_works];
            FileRefusal::NoReader(NoReader::OtherVersion(version)) =>
                ["处理 Excel 文件的部件是 ", version, " 版，本页是 ", VERSION, " 版，不能一起使用，请告知网站管理员。", ZH.copying_works],
                ["The part for Excel files is of version ", version, " and this page of version ", VERSION, ": they do not work together; please tell the administrator of this site. ", EN.copying_works];
            FileRefusal::NoSheet => ["工作簿中没有表格。"], ["The workbook has no table. "];
            FileRefusal::NothingBegun =>
                ["这是表格。请先选择园区或企业以及阶段，再打开表格。"],
                ["This is a table. Please choose a track and a stage first. "];
            FileRefusal::NotJson => ["文件已损坏，或不是自评文件。"], ["The file is damaged, or no self-assessment. "];
            FileRefusal::NotOurs => ["这不是自评文件。"], ["This is no self-assessment. "];
            FileRefusal::Later(version) =>
                ["文件由更新的版本（", version, "）保存，请用新版打开。"],
                ["The file was saved by a later version (", version, "); open it with that. "];
            FileRefusal::UnknownRuleset(id) =>
                ["文件依据的规则“", id, "”本页没有。"],
                ["The file rests on the rules “", id, "”, which are not here. "];
            FileRefusal::Overrides(place, reason) =>
                ["文件中按当批通知填入的数与规则不符（位置：", place, "）。"],
                ["The batch's numbers in the file do not fit the rules (", place, ": ", reason, "). "];
            FileRefusal::NotACreationFile =>
                ["请选择同类申报对象在创建阶段保存的文件。"],
                ["Choose a file saved at the creation stage by the same kind of applicant. "];
        };
        restored(day: &str) =
            ["已恢复本机草稿（", day, " 保存）。"],
            ["The draft on this machine is here again (kept on ", day, "). "];
        older_rules =
            "草稿保存后规则有更新，请核对各项结果。",
            "The rules have changed since; please check the results.";
        forgotten =
            "已清空，不能恢复。多人共用的电脑请随后关闭本页。",
            "Everything is cleared and cannot be brought back. On a shared computer, please close this page now.";
    }
}
