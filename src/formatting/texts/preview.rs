//! A table that was read, shown before it is written.

use intake::reading::{Asked, Because, Code};
use intake::unit::Unit;
use model::book::Remark;

texts! {
    pub struct PreviewWords {
        heading = "核对后填入", "Check, then fill in";
        /// So many figures were recognised.
        means(count: usize) -> String {
            0 => ["表中没有认出本页需要的数据，尚未写入任何内容。能在下方指明的请指明；名单请在所属指标的“按名单统计”处粘贴。"],
                 ["None of the figures that this page asks for was recognised, and nothing has been written yet. Say below which they are, where you can; paste a list at “Count from a list” of its indicator."];
            _ => ["认出 ", &count.to_string(), " 项。请核对行名、单位和年份；点“填入”之前不会写入任何内容。"],
                 ["Recognised: ", &count.to_string(), ". Please check names, units and years; nothing is written until you press “Fill in”."];
        };
        list_means =
            "认出了名单。请核对各列和类别；点“填入”之前不会写入任何内容。",
            "A list was recognised. Please check its columns and kinds; nothing is written until you press “Fill in”.";
        too_large =
            "表格超过 20 万格或 64 MB，未读取。请只复制需要的部分。",
            "The table has more than 200,000 cells or 64 MB and was not read. Please copy only what is needed.";
        fill_in = "填入", "Fill in";
        cancel = "取消", "Cancel";
        unit = "单位", "Unit";
        filled = "将填入", "To be filled in";
        /// The row or column of the table, and what it is called there.
        from_row(row: &str, name: &str) = ["表中第 ", row, " 行：", name], ["Row ", row, " of the table: ", name];
        from_column(column: &str, name: &str) = ["表中 ", column, " 列：", name], ["Column ", column, " of the table: ", name];
        because = "依据：", "Because of ";
        reason(because: Because) {
            Because::RowName => "行名", "the row's name";
            Because::ColumnName => "列名", "the column's name";
            Because::SectionName => "上方小标题", "the heading above";
            Because::UnitCell => "格内单位", "the unit in the cell";
            Because::UnitName => "名称中的单位", "the unit in the name";
            Because::UnitColumn => "计量单位列", "the column of units";
            Because::UnitHeader => "表头中的单位", "the unit in the head";
            Because::UnitLine => "“单位：”一行", "the line of units";
            Because::UnitContext => "本页所选单位", "the unit chosen on this page";
            Because::YearHeader => "表头年份", "the year in the head";
            Because::YearRow => "行中年份", "the year of the row";
            Because::CountColumn => "数量列", "the column of counts";
            Because::RankColumn => "排序列", "the column of ranks";
            Because::Listed => "名单一行计一", "a list, one each";
            Because::Position => "位置", "its place";
            Because::Template => "模板中的位置", "its place in the template";
            Because::PercentFormat => "百分比格式", "the percent format";
            Because::Answer => "您的选择", "your choice";
        };
        /// What stands in the field now.
        before(text: &str) = ["原填 ", text], ["was ", text];
        replaces_lines(count: usize) =
            ["现有各行由表中的行代替，共 ", &count.to_string(), " 行。"],
            ["The lines that are there are replaced: ", &count.to_string(), " in all."];
        without_field(count: usize) =
            ["另有 ", &count.to_string(), " 个数在本页没有可填的格子，不填入。"],
            ["Values without a field on this page, left out: ", &count.to_string(), "."];
        read_as_figure = "作为", "Fill in as";
        leave_out = "不填入", "Leave out";
        choose_last_year = "取到哪一年为止", "Up to which year";

        sheet = "工作表", "Sheet";
        hidden_sheet = "（隐藏）", " (hidden)";
        remark(remark: &Remark) -> String {
            Remark::Macros => ["工作簿含宏，本页不运行。"], ["The workbook has macros. They are not run here."];
            Remark::ComputedOnOpening => ["工作簿中的公式可能尚未重新计算；请在 Excel 或 WPS 中打开并保存后再用，或逐一核对。"], ["Its formulas were perhaps not computed anew. Open and save it in Excel or WPS first, or check every number."];
            Remark::NotRead(title) => ["工作表“", title, "”不是表格，未读取。"], ["The sheet “", title, "” is no table and was not read."];
        };
        uncomputed(cells: &str) = ["公式没有计算结果的格子按空白处理：", cells], ["Cells whose formula has no result are blank: ", cells];
        filtered = "本表设有筛选，未显示的行不采用。", "A filter hides rows of this sheet; they are not used.";

        questions = "请确认", "Please answer";
        which_number = "同一项有几个不同的数，填哪一个？", "There are several numbers for the same thing. Which one is it?";
        which_kinds = "哪一列是类别（资质、级别等）？", "Which column has the kinds?";
        which_ranks = "哪一列是单位排序？都没有的，按牵头单位计。", "Which column has the ranks? Without one, all count as the lead unit's.";
        list_without_kinds =
            "名单中没有类别列。请在表中加一列类别后再粘贴，或填入后逐条更正。",
            "The list has no column of kinds. Add one to the table and paste it again, or correct the items once they are filled in.";
        ask(asked: Asked) {
            Asked::WhichFigure => "这是哪一项？", "Which one is it?";
            Asked::WhichUnit => "表中没有写明单位，或单位不一致。金额是什么单位？", "The table says no unit, or two. What are the amounts in?";
            Asked::WhichColumn => "哪一列是数量？", "Which column has the counts?";
            Asked::TotalDiffers => "合计与各项之和不相等，请核对原表。", "The total is not the sum of its parts. Please check the table.";
            Asked::YearsUnclear => "这些数各是哪一年的全年数？", "Of which whole years are these numbers?";
            Asked::LooksLikeAFraction => "增速都小于 1，是百分数还是小数？", "All rates are below 1: are they percentages or fractions?";
        };
        not_written_until_answered = "未回答的不填入。", "What is not answered is not filled in.";
        years_not_told =
            "从表中看不出，未填入。请在表中逐一写明年份再粘贴。",
            "The table does not tell, so none is filled in. Please write the year of each number into the table and paste it again.";
        row_too_long =
            "分不清这一行的各格：数中的逗号可能没有加引号，或者只用空格隔开。请在原表中改正，或从 Excel、WPS 复制粘贴。",
            "The cells of this row cannot be told apart: a comma within a number may not have been quoted, or only spaces part them. Correct it in the file, or copy the table from Excel or WPS.";
        cells = "单元格 ", "Cells ";
        percent = "百分数（0.05 即 0.05%）", "Percentages (0.05 is 0.05%)";
        fraction = "小数（0.05 即 5%）", "Fractions (0.05 is 5%)";
        as_it_stands = "已核对", "Checked";
        rest(rest: &str, kind: &str) = ["其余 ", rest, " 计为“", kind, "”"], ["The other ", rest, " are “", kind, "”"];
        added_up = "这几项相加", "These added up";
        begins_with(year: &str) = ["从", year, "起"], ["From ", year];
        unit_name(unit: Unit) {
            Unit::Yuan => "元", "元 (yuan)";
            Unit::ThousandYuan => "千元", "千元 (thousand)";
            Unit::WanYuan => "万元", "万元 (10 thousand)";
            Unit::MillionYuan => "百万元", "百万元 (million)";
            Unit::TenMillionYuan => "千万元", "千万元 (10 million)";
            Unit::YiYuan => "亿元", "亿元 (100 million)";
            Unit::Percent => "%", "%";
            Unit::PerMille => "‰", "‰";
            Unit::Things | Unit::WanThings | Unit::ManyThings | Unit::Foreign => "", "";
        };

        outcomes = "填入后结果的变化", "Outcomes that change";
        no_change = "各项指标的结果不变。", "No outcome changes.";

        left_out = "未填入", "Left out";
        left_out_why(code: Code) {
            Code::Title => "标题", "title";
            Code::Header => "表头", "head";
            Code::Note => "说明", "note";
            Code::SerialNumber => "序号或代码", "serial number or code";
            Code::NoSuchFigure => "本页不需要这一项", "not asked for on this page";
            Code::OtherYear => "不是所取的年份", "another year";
            Code::Total => "合计，不作为数值", "a total, never a value";
            Code::ChangeColumn => "增速或占比", "a rate of change or a share";
            Code::WeightColumn => "权重或加权数量", "a weight, or computed with one";
            Code::Remark => "备注", "remark";
            Code::NotAvailable => "表中没有数", "no value in the table";
            Code::ErrorValue => "表格出错或列太窄", "an error of the spreadsheet, or its column is too narrow";
            Code::Hidden => "隐藏的行或列", "hidden row or column";
            Code::Duplicate => "与另一行重复", "said twice";
            Code::NoNumber => "读不出数，或有待确认", "no number can be read, or it is to be answered";
            Code::NoSuchKind => "方案不计这一类", "a kind that the plan does not count";
            Code::OutOfScope => "目标、外币等，不在填报范围", "a goal, a foreign currency or the like";
            Code::NoAnswer => "须填“是”或“否”", "yes or no is needed";
            Code::OtherTemplate => "为其他对象、阶段或规则制作的模板，按名称读取", "a template for another track, stage or ruleset, read by its names";
            Code::LeftOut => "您选择不填入", "you left it out";
        };
    }
}
