//! Undo and redo, and what each step did.

use engine::ruleset::Track;
use model::scenarios::Scenario;

use super::workbench;

texts! {
    pub struct HistoryWords {
        /// The buttons' common name.
        history = "撤销与重做", "Undo and redo";
        undo = "撤销", "Undo";
        redo = "重做", "Redo";
        undoes(step: &str) = ["撤销：", step], ["Undo: ", step];
        redoes(step: &str) = ["重做：", step], ["Redo: ", step];
        undone(step: &str) = ["已撤销：", step, "。"], ["Undone: ", step, "."];
        redone(step: &str) = ["已重做：", step, "。"], ["Done again: ", step, "."];

        track = "选择申报对象", "choice of the applicant";
        stage = "选择阶段", "choice of the stage";
        ruleset = "选择批次", "choice of the batch";
        sample = "查看示例", "sample shown";
        sample_cleared = "清除示例", "sample cleared";
        sample_taken_back = "取回示例", "sample taken back";
        scenario(scenario: Scenario) =
            ["转到“", (workbench::ZH.scenario)(scenario), "”"],
            ["go to “", (workbench::EN.scenario)(scenario), "”"];
        what_if_discarded = "删除假设", "“What if” deleted";
        applicant(track: Track) {
            Track::Park => "填写园区名称", "name of the park";
            Track::Enterprise => "填写企业名称", "name of the enterprise";
        };
        field = "选择重点领域", "choice of the key field";
        eligibility = "回答申报条件", "answer on eligibility";
        confirmed = "确认数值无误", "numbers confirmed";
        last_year = "填写数据截至年度", "last year of the figures";
        source(figure: &str) = ["填写数据来源：", figure], ["source of ", figure];
        typed(figure: &str) = ["填写", figure], ["entry of ", figure];
        none(figure: &str) = [figure, "“没有”的选择"], ["none of ", figure];
        line_added(figure: &str) = [figure, "添加一条"], ["line added to ", figure];
        list(figure: &str) = [figure, "的名单"], ["the list of ", figure];
        line_removed(figure: &str) = [figure, "删除一条"], ["line deleted from ", figure];
        note(indicator: &str) = ["填写情况说明：", indicator], ["note on ", indicator];
        score = "填写模拟评分", "mock score";
        override_typed = "填写当批通知的数", "number of the batch's notice";
        unit(unit: &str) = ["金额单位改为", unit], ["amounts in ", unit];
        units_written = "给金额写上单位", "units written behind amounts";
        /// The figures that a table filled, as a list.
        pasted(figures: &str) = ["填入", figures], ["table filled in: ", figures];
        /// All that a template says beside the figures.
        particulars = "申报信息和说明", "application and notes";
        /// The first of more than three figures.
        among(first: &str, count: usize) =
            [first, "等 ", &count.to_string(), " 项"],
            [first, " and others, ", &count.to_string(), " in all"];
        read_anew = "改写单位", "figures read anew";
        baseline = "填入申报时的数据", "figures of the application taken";
        opened = "打开文件", "file opened";
        restored = "打开草稿", "draft opened";
        host = "网站填入的数据", "what the website filled in";
    }
}
