//! The names of the ruleset documents.

use engine::names::Named;
use engine::ruleset::{Ruleset, Track};
use intake::names::Names;

use crate::{library, plan};

fn documents() -> [Ruleset; 2] {
    let batch = serde_json::from_str(include_str!("../../www/rulesets/batch-2026-1.json")).expect("JSON");
    [plan().clone(), library().read(&batch).expect("a ruleset")]
}

#[test]
fn no_alias_names_two_figures_of_one_track() {
    for ruleset in documents() {
        for track in Track::ALL {
            let rules = ruleset.track(*track);
            let names = Names::of(rules);
            // 融资额 is no alias: it is the title of an indicator that two figures make up.
            let titles: Vec<&str> = rules.indicators.iter().map(|indicator| indicator.title.zh.as_str()).collect();
            let several: Vec<&str> = names
                .ambiguous()
                .map(|(name, _)| name)
                .filter(|name| !titles.contains(name) && !name.is_ascii())
                .collect();
            assert_eq!(several, [""; 0], "{}", track.as_str());
        }
    }
}

#[test]
fn titles_and_the_usual_short_forms_are_known() {
    // track | text | figure or kind
    let table = [
        ("park", "营业收入（亿元）", "revenue"),
        ("park", "一、主导产业规模以上企业营业收入", "revenue"),
        ("park", "主营业务收入", "revenue"),
        ("park", "R&D经费内部支出", "rd_spending"),
        ("park", "Ｒ＆Ｄ经费", "rd_spending"),
        ("park", "研究与试验发展（R&D）经费", "rd_spending"),
        ("park", "技术合同成交金额", "tech_contracts"),
        ("park", "股权融资总额", "equity_financing"),
        ("park", "债务融资额", "debt_financing"),
        ("park", "国家高新技术企业", "quality_enterprises.high_tech"),
        ("park", "高企数", "quality_enterprises.high_tech"),
        ("park", "科技型中小企业", "quality_enterprises.innovative_sme"),
        ("park", "国家级专精特新小巨人企业", "quality_enterprises.little_giant"),
        ("park", "专精特新“小巨人”企业（家）", "quality_enterprises.little_giant"),
        ("park", "国家级专精特新（小巨人）企业", "quality_enterprises.little_giant"),
        ("park", "省级专精特新中小企业", "quality_enterprises.specialized_sme"),
        ("park", "制造业单项冠军", "quality_enterprises.manufacturing_champion"),
        ("park", "规上工业企业数", "industrial_enterprises"),
        ("park", "从业人员期末人数", "employees"),
        ("park", "硕士及以上学历人员", ""),
        ("park", "硕士研究生及以上人员", "talent.postgraduate"),
        ("park", "利润总额", ""),
        ("park", "研发投入强度", ""),
        ("park", "营业收入利润率", ""),
        ("park", "省级重点实验室", ""),
        ("park", "国家重点实验室", ""),
        ("park", "2025年营业收入", "revenue"),
        ("enterprise", "国标", "standards.national"),
        ("enterprise", "省科学技术奖二等奖", "awards.provincial_second"),
        ("enterprise", "毛利润", "gross_profit"),
        ("enterprise", "利润总额", ""),
        ("enterprise", "Gross profit", "gross_profit"),
    ];
    for (track, text, expected) in table {
        let rules = plan().track(Track::named(track).expect(track));
        let named = intake::label::Label::read(text, &Names::of(rules)).named.targets;
        let ids: Vec<String> = named.iter().map(|target| crate::cases::id(*target, rules)).collect();
        assert_eq!(ids.join(" "), expected, "{text}");
    }
}
