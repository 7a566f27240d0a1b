//! The page's own texts, in both languages. What the plan says is not here: it comes from the ruleset.
//!
//! Other texts: the report's messages are the engine's (`src/engine/problem.rs`); what is said where the application does not run stands in
//! `www/element.js`, `www/floor.js` and `www/index.html`.

// A text is its own documentation.
#![allow(missing_docs)]

#[macro_use]
mod macros;

pub mod document;
pub mod files;
pub mod history;
pub mod method;
pub mod number;
pub mod overview;
pub mod preview;
pub mod report;
pub mod roster;
pub mod start;
pub mod template;
#[cfg(test)]
mod tests;
pub mod workbench;
pub mod workings;
pub mod years;

use engine::outcome::{Outcome, Verdict};
use engine::ruleset::{Certainty, Stage, Track};
use engine::text::Lang;
use model::assessment::About;

/// The texts in a language.
// Inlined, every text used would be a choice between two constants: more bytes than a place in a table.
#[inline(never)]
pub fn words(lang: Lang) -> &'static Words {
    match lang {
        Lang::Zh => &ZH,
        Lang::En => &EN,
    }
}

texts! {
    /// Every text of the page: those of filling in and of the findings here, the others by view.
    pub struct Words {
        /// The language, as HTML names it.
        tag = "zh-CN", "en";

        // The head of the page
        title =
            "国家新兴产业发展示范基地申报自评",
            "Self-assessment for the national demonstration bases for emerging industries";
        unofficial =
            "自评结果供准备申报和评估验收使用，不代表评审结论。",
            "For preparing an application or the acceptance. This is not the reviewers' decision.";
        basis(title: &str, number: &str) =
            ["依据：《", title, "》（", number, "）"],
            ["Basis: ", title, " (", number, ")"];
        language = "语言", "Language";
        privacy =
            "您填写的内容只在本机浏览器中计算，本程序不向任何地方发送。",
            "What you enter is computed in this browser only; this program sends it nowhere.";
        privacy_check =
            "核实办法：断开网络后照常填写、计算和保存；也可打开浏览器开发者工具的“网络”面板，填写过程中不会出现任何请求。",
            "To check: disconnect from the network: filling in, computing and saving still work; or open the Network panel of the browser's developer tools and see that typing causes no request.";

        // What is assessed
        track(track: Track) {
            Track::Park => "园区", "Park";
            Track::Enterprise => "企业", "Enterprise";
        };
        stage(stage: Stage) {
            Stage::Creation => "创建", "Creation";
            Stage::Recognition => "认定", "Recognition";
        };

        // The applicant
        particulars = "申报对象", "Applicant";
        applicant = "名称", "Name";
        field = "重点领域", "Key field";
        choose = "请选择", "Please choose";
        eligibility = "申报条件", "Eligibility";
        red_lines = "不得触碰的红线", "Red lines";
        red_lines_mean =
            "有下列情形之一的，取消认定命名并摘牌。申报前请逐条核对。",
            "Any of these leads to withdrawal of the designation. Check each before you apply.";
        scores = "模拟评分", "Mock scores";
        yes = "是", "Yes";
        no = "否", "No";

        // Figures
        year(stage: Stage, index: usize) {
            (Stage::Creation, 0) => "第一年（最早）", "First year (earliest)";
            (Stage::Creation, 1) => "第二年", "Second year";
            (Stage::Creation, _) => "第三年（最近）", "Third year (latest)";
            (Stage::Recognition, 0) => "创建期前一年", "Year before the creation period";
            (Stage::Recognition, 1) => "创建期第一年", "Creation period, first year";
            (Stage::Recognition, _) => "创建期第二年", "Creation period, second year";
        };
        baseline_year(stage: Stage, index: usize) {
            (Stage::Creation, 0) => "期初第一年", "Year 1 of the starting figures";
            (Stage::Creation, 1) => "期初第二年", "Year 2 of the starting figures";
            (Stage::Creation, _) => "期初第三年", "Year 3 of the starting figures";
            (Stage::Recognition, 0) => "申报时第一年", "Year 1 in the application";
            (Stage::Recognition, 1) => "申报时第二年", "Year 2 in the application";
            (Stage::Recognition, _) => "申报时第三年", "Year 3 in the application";
        };
        rate_year(index: usize) {
            0 => "创建期第一年", "Creation period, first year";
            _ => "创建期第二年", "Creation period, second year";
        };
        baseline(stage: Stage) {
            Stage::Creation => "近三年期初", "at the start of the three years";
            Stage::Recognition => "申报时", "in the application";
        };
        baseline_means(stage: Stage) {
            Stage::Creation =>
                "填近三年开始时的数据，用来比较是否增加。",
                "Figures as of the start of the three years, for comparison.";
            Stage::Recognition =>
                "填申报创建时所报的数据，用来比较创建期内的变化。",
                "The figures given in the application, for comparison.";
        };
        optional = "（可不填）", " (optional)";
        wan_yuan = "万元", "万元";
        yi_yuan = "亿元", "亿元";
        percent = "%", "%";
        none_at_all = "没有（计 0）", "None (counts as 0)";
        blank_kinds_count_zero =
            "只填有的类别，其余按 0 计；一类都没有的，请勾选“没有”。",
            "Fill in the kinds that apply; the rest count as 0. If there are none at all, tick “None”.";
        ranks_apart = "单位排序不同的，请分条填写；牵头的填 1 或不填。", "One line for each rank of the unit; the lead unit enters 1 or nothing.";
        weight(weight: &str) = ["权重 ", weight], ["weight ", weight];
        weight_unstated = "权重未载明", "weight not stated";
        kind = "类别", "Kind";
        count = "数量", "Number";
        amount = "金额", "Amount";
        rank = "单位排序", "Unit's rank";
        rank_means = "牵头填 1 或不填", "leave blank if lead unit";
        line(number: usize) = ["第 ", &number.to_string(), " 条"], ["Line ", &number.to_string()];
        add_line = "添加一条", "Add a line";
        remove_line = "删除", "Remove";
        /// Said of a figure that another indicator asks for too.
        filled_in_at(number: u32) =
            ["在第 ", &number.to_string(), " 项指标填写"],
            ["entered under indicator ", &number.to_string()];
        note = "情况说明（供评审参考，可不填）", "Notes for the reviewers (optional)";

        // Findings
        finding = "自评结果", "Result";
        outcome(outcome: Outcome) {
            Outcome::Met => "达到", "Met";
            Outcome::Unmet => "未达到", "Not met";
            Outcome::Incomplete => "待填写", "To fill in";
            Outcome::Invalid => "填写有误", "Needs correcting";
            Outcome::NotComputable => "无法计算", "Cannot be computed";
            Outcome::Unstated => "门槛未载明", "Threshold not stated";
            Outcome::Review => "由评审评定", "For the reviewers";
        };
        formula = "公式", "Formula";
        at_baseline(stage: Stage) {
            Stage::Creation => "期初", "At the start";
            Stage::Recognition => "申报时", "At application";
        };
        blank_box = "□ 表示还缺或需改正的数。", "□ stands for a number still missing or to be corrected.";
        blank_weight = "□ 表示未载明的权重或还缺的数。", "□ stands for a weight not stated or a number still missing.";
        with_numbers = "代入", "With your figures";
        equals = " = ", " = ";
        about = " ≈ ", " ≈ ";
        value_waits = "填齐后得出", "shown once everything is filled in";
        value_refused = "改正填写后得出", "shown once the entry is corrected";
        cannot_divide = "分母为零或为负，无法计算。", "The divisor is zero or negative: this cannot be computed.";
        weight_needed = "权重未载明，暂不能计算", "A weight is not stated: cannot be computed yet";
        shares_points(percent: &str) = ["占本指标 ", percent, " 的分值"], [percent, " of the indicator's points"];
        no_threshold_here = "本阶段未对此项设门槛。", "No threshold at this stage.";
        requirement = "门槛", "Threshold";
        at_least(threshold: &str) = ["不低于 ", threshold], ["At least ", threshold];
        growth_at_least(threshold: &str) = ["增幅不低于 ", threshold], ["Growth of at least ", threshold];
        increase_at_least(threshold: &str) = ["增加不少于 ", threshold], ["Increase of at least ", threshold];
        increases(stage: Stage) -> String {
            Stage::Creation => ["比近三年期初有所增加"], ["More than at the start of the three years"];
            Stage::Recognition => ["比申报时有所增加"], ["More than at application"];
        };
        threshold_waits = "填齐所需数据后得出", "Known once the missing figures are filled in";
        reviewers_decide = "由评审综合评定，不设数值门槛", "The reviewers decide; there is no numeric threshold";
        observed_growth = "实际增幅", "Actual growth";
        observed_increase = "实际变化", "Actual change";
        just_above(threshold: &str) = ["略高于 ", threshold], ["Just above ", threshold];
        short_by(gap: &str) = ["还差 ", gap], ["Short by ", gap];
        not_increased = "没有增加", "No increase";
        beyond_by(surplus: &str) = ["超出 ", surplus], [surplus, " above the threshold"];
        exactly_met = "恰好达到", "Exactly met";
        reached(percent: &str) = ["为门槛的 ", percent], [percent, " of the threshold"];
        threshold_mark = "门槛", "Threshold";
        still_missing = "还缺：", "Still missing: ";
        percentage_points(number: &str) = [number, " 个百分点"], [number, " percentage points"];
        needs = "单独做到下面这一项，即可达到：", "This alone would be enough:";
        needs_of_kinds = "单独做到下面任意一项，即可达到：", "Any one of these alone would be enough:";
        add_amount(figure: &str, amount: &str) = [figure, " 再增加 ", amount], [figure, ": ", amount, " more"];
        /// A need: so many more of a kind; `lead` says how they count.
        add_count(kind: &str, count: &str, counted_in: &str, lead: &str) =
            [kind, " 再增加 ", count, " ", counted_in, lead],
            [kind, ": ", count, " more", lead];
        /// The same need, met by any one of several kinds.
        add_any(kinds: &str, count: &str, counted_in: &str, lead: &str) =
            ["任一类再增加 ", count, " ", counted_in, lead, "：", kinds],
            [count, " more", lead, " of any one of: ", kinds];
        /// A need: so many things of one kind rise to another.
        rise(count: &str, counted_in: &str, from: &str, to: &str) =
            [count, " ", counted_in, from, "升为", to],
            [count, " ", counted_in, " rise: ", from, " to ", to];
        /// Between the names of kinds.
        enumeration = "、", "; ";
        as_lead_unit = "（以牵头单位计）", " (as the lead unit)";
        purpose = "指标说明（原文）", "About this indicator (the plan's text)";
        /// Before a quotation in a language other than the page's.
        in_original = "", "In the Chinese original:";
        source(annex: u32, number: u32) =
            ["附", &annex.to_string(), "第", &number.to_string(), "项"],
            ["Annex ", &annex.to_string(), ", item ", &number.to_string()];
        certainty(certainty: Certainty) {
            Certainty::Stated => "原文载明", "stated in the plan";
            Certainty::Reading => "原文不明确，按理解计算", "text incomplete – our reading";
            Certainty::Unstated => "原文未载明", "not stated in the text";
            Certainty::Override => "按当批通知填入", "entered from the batch's notice";
        };

        // The summary
        summary = "自评总览", "Overview";
        open_summary = "展开结果", "Show results";
        close_summary = "收起结果", "Hide results";
        verdict(verdict: Verdict) {
            Verdict::Ineligible => "不符合申报条件", "Not eligible";
            Verdict::Unmet => "有指标未达到门槛", "Some indicators do not reach their threshold";
            Verdict::Incomplete => "尚未填完", "Not yet complete";
            Verdict::SubjectToReview =>
                "可计算的指标均已达到，其余由评审或当批通知确定",
                "Every threshold that can be checked is met; reviewers or the batch's notice decide the rest";
            Verdict::Met => "各项指标均已达到", "All indicators are met";
        };
        particulars_missing = "重点领域或申报条件尚未填完", "Key field or eligibility still to be filled in";
        left_blank = "数据未填", "not filled in";
        blanks_left(count: usize) =
            ["另有 ", &count.to_string(), " 项指标的数据尚未填齐，虽不影响目前的结果，正式报送时仍需提供。"],
            [
                &count.to_string(),
                if count == 1 { " indicator still lacks" } else { " indicators still lack" },
                " figures. They change nothing so far, but the official submission asks for them.",
            ];
        indicators = "指标", "Indicators";
        problems = "需要改正的填写", "To correct";
        problems_means = "点击可转到该处。", "Select one to go there.";
        warnings = "请核对", "Please check";
        /// Why figures are asked about; where it is a relation of the ruleset, that says it itself.
        doubt(about: About) {
            About::Relation(_) => "", "";
            About::YearsApart =>
                "相邻两年相差 100 倍以上，请核对单位（元、千元、万元还是亿元）。",
                "Neighbouring years are a hundredfold apart or more. Check the unit (元, 千元, 万元 or 亿元).";
            About::Magnitude =>
                "与门槛相差 1000 倍以上，请核对单位。",
                "A thousandfold or more away from the threshold. Check the unit.";
            About::Fractions =>
                "增速都不到 1%，请核对：5% 应填 5，不填 0.05。",
                "All growth rates are below 1 %. Check: 5 % is entered as 5, not as 0.05.";
        };
        /// Offers the texts with which a question is answered.
        confirm = "确认无误", "It is right";
        read_anew(texts: &str) = ["改为 ", texts], ["Write ", texts];

        // On paper
        report = "自评报告", "Self-assessment report";
        report_made(ruleset: &str, day: &str) =
            ["规则编号：", ruleset, " · 打印日期：", day],
            ["Ruleset id: ", ruleset, " · Printed on ", day];
        unfilled = "未填", "not filled in";

        // The other views, and what is common to all
        /// What a number may look like, and what is wrong with one.
        number: &'static number::NumberWords = &number::ZH, &number::EN;
        start: &'static start::StartWords = &start::ZH, &start::EN;
        workbench: &'static workbench::WorkbenchWords = &workbench::ZH, &workbench::EN;
        years: &'static years::YearWords = &years::ZH, &years::EN;
        document: &'static document::DocumentWords = &document::ZH, &document::EN;
        report_words: &'static report::ReportWords = &report::ZH, &report::EN;
        method: &'static method::MethodWords = &method::ZH, &method::EN;
        overview: &'static overview::OverviewWords = &overview::ZH, &overview::EN;
        files: &'static files::FileWords = &files::ZH, &files::EN;
        /// A table that is shown before it is written.
        preview: &'static preview::PreviewWords = &preview::ZH, &preview::EN;
        roster: &'static roster::RosterWords = &roster::ZH, &roster::EN;
        template: &'static template::TemplateWords = &template::ZH, &template::EN;
        workings: &'static workings::WorkingsWords = &workings::ZH, &workings::EN;
        history: &'static history::HistoryWords = &history::ZH, &history::EN;

        // Punctuation
        separator = " · ", " · ";
        /// Between two sentences.
        sentence_gap = "", " ";
        colon = "：", ": ";
        brackets: (&'static str, &'static str) = ("（", "）"), (" (", ")");
    }
}
