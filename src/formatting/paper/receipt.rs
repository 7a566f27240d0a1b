//! What a report rests on, and whom it is about.

use super::handover::Handover;
use crate::number::value;
use crate::texts::Words;
use engine::address::Side;
use engine::ruleset::{Indicator, MeasureUnit, Override, Ruleset, Stage};
use model::unit::AmountUnit;

/// The lines of the receipt: what, and what it is.
pub fn receipt(of: &Handover) -> Vec<(String, String)> {
    let (words, report) = (of.words(), of.report_words());
    let (rules, ruleset) = (of.rules, &of.rules.ruleset);
    let or_unfilled = |text: &str| if text.trim().is_empty() { words.unfilled } else { text }.to_owned();
    let field = ruleset.fields.iter().find(|field| *field.zh == *of.sheet.field);
    let field = field.map_or_else(|| or_unfilled(&of.sheet.field), |field| of.say(field).to_owned());
    let mut lines = vec![
        (report.data.to_owned(), of.origin.in_full(words)),
        (words.applicant.to_owned(), or_unfilled(&of.sheet.applicant)),
        (report.track.to_owned(), of.say(&rules.title).to_owned()),
        (report.stage.to_owned(), (words.stage)(of.stage).to_owned()),
        (words.field.to_owned(), field),
    ];
    for (side, what) in [(Side::Now, words.years.last_year), (Side::Baseline, words.years.baseline_last_year)] {
        let is_typed = side == Side::Now || of.stage == Stage::Recognition;
        let year = of.period().last_year(side).filter(|_| is_typed);
        lines.extend(year.map(|year| (what.to_owned(), (words.years.calendar_year)(year))));
    }
    if of.sheet.unit() != AmountUnit::default() {
        let unit = (words.workbench.amount_unit_name)(of.sheet.unit());
        lines.push((words.workbench.amount_unit.to_owned(), unit.to_owned()));
    }
    let answers = rules.eligibility.iter().zip(&of.sheet.eligibility);
    lines.extend(answers.map(|(clause, answer)| {
        let answer = answer.map_or(words.unfilled, |yes| if yes { words.yes } else { words.no });
        (of.say(&clause.title).to_owned(), answer.to_owned())
    }));
    lines.extend([
        (report.batch.to_owned(), of.say(&ruleset.title).to_owned()),
        (report.number.to_owned(), ruleset.number.clone()),
        (report.issued.to_owned(), ruleset.issued.clone()),
        (report.ruleset.to_owned(), rules_name(ruleset, words)),
        (report.day.to_owned(), of.day.to_owned()),
    ]);
    lines.extend(
        overrides(of).into_iter().map(|(what, number)| (report.overrides.to_owned(), [what, number].join(words.colon))),
    );
    lines.push((report.standing.to_owned(), words.unofficial.to_owned()));
    lines
}

/// The id of a ruleset, with its version where it says one: `plan-2025 · 1`.
pub fn rules_name(ruleset: &Ruleset, words: &Words) -> String {
    match &ruleset.version {
        Some(version) => [ruleset.id.as_str(), version].join(words.separator),
        None => ruleset.id.clone(),
    }
}

/// The numbers that were set from the batch's notice and bear on this report: what, and which number.
pub fn overrides(of: &Handover) -> Vec<(String, String)> {
    let used = of.rules.ruleset.overrides.iter().filter(|one| one.bears_on(of.rules, of.stage));
    used.filter_map(|one| overridden(one, of)).collect()
}

fn overridden(one: &Override, of: &Handover) -> Option<(String, String)> {
    let (words, report) = (of.words(), of.report_words());
    let index = of.rules.indicator(one.indicator())?;
    let indicator: &Indicator = &of.rules.indicators[index];
    let (part, what, number) = match one {
        Override::Threshold { measure, threshold, .. } => {
            let measure = indicator.measures.iter().find(|declared| declared.id == *measure)?;
            (&measure.title, words.requirement, value((*threshold).into(), measure.unit, words).text)
        }
        Override::Weight { kind, weight, .. } => {
            let used = indicator.measures.iter().flat_map(|measure| measure.form.figures());
            let mut kinds = used.flat_map(|figure| of.rules.figures[figure].form.kinds());
            let kind = kinds.find(|declared| declared.id == *kind)?;
            (&kind.title, report.weight, value((*weight).into(), MeasureUnit::Count, words).text)
        }
    };
    Some(([&of.indicator(index), of.say(part), what].join(words.separator), number))
}

#[cfg(test)]
mod tests {
    use super::{AmountUnit, Handover, Side, overrides, receipt};
    use crate::paper::handover::testing::{handed, handed_with};
    use engine::ruleset::{Stage, Track};
    use engine::text::Lang;
    use model::testing::{ALL, json, sample_input};

    #[test]
    fn the_receipt_says_whose_report_it_is_and_what_it_rests_on() {
        let found = handed(ALL[0], &sample_input(Track::Park, Stage::Creation), Lang::Zh, receipt);
        let expected = [
            ("填报版本", "现状"),
            ("名称", "示例高新技术产业园区"),
            ("申报类别", "示范园区"),
            ("阶段", "创建"),
            ("重点领域", "低空装备"),
        ];
        let last = ("说明", "自评结果供准备申报和评估验收使用，不代表评审结论。");
        let text = |(what, it): (&'static str, &'static str)| (what.to_owned(), it.to_owned());
        assert_eq!(found[..5], expected.map(text));
        assert_eq!(found.last(), Some(&text(last)));
        assert!(found.contains(&text(("文号", "工信部规〔2025〕250号"))), "{found:?}");
        assert!(found.contains(&text(("规则编号", "plan-2025 · 1"))), "{found:?}");
        assert!(found.contains(&text(("生成日期", "2026-11-23"))), "{found:?}");
    }

    #[test]
    fn the_years_are_said_where_they_are_known() {
        type Case = (Stage, &'static str, &'static str, &'static [(&'static str, &'static str)]);
        let table: [Case; 5] = [
            (Stage::Creation, "", "", &[]),
            (Stage::Creation, "2025", "2020", &[("数据截至年度", "2025年")]),
            (Stage::Creation, "25", "", &[]),
            (Stage::Recognition, "2027年度", "2025", &[("数据截至年度", "2027年"), ("申报时数据截至年度", "2025年")]),
            (Stage::Recognition, "", "2025", &[("申报时数据截至年度", "2025年")]),
        ];
        for (stage, last, of_baseline, expected) in table {
            let lines = handed((Track::Park, stage), &json("{}"), Lang::Zh, |of| {
                let mut sheet = of.sheet.clone();
                sheet.write_last_year(Side::Now, last.into());
                sheet.write_last_year(Side::Baseline, of_baseline.into());
                receipt(&Handover { sheet: &sheet, ..*of })
            });
            let found = lines.iter().map(|(what, it)| (what.as_str(), it.as_str()));
            let found: Vec<_> = found.filter(|(what, _)| what.ends_with("截至年度")).collect();
            assert_eq!(found, expected, "{last} {of_baseline}");
        }
    }

    #[test]
    fn amounts_in_another_unit_than_usual_are_said_to_be() {
        for (unit, expected) in [(AmountUnit::WanYuan, None), (AmountUnit::YiYuan, Some("亿元"))] {
            let lines = handed(ALL[0], &json("{}"), Lang::Zh, |of| {
                let mut sheet = of.sheet.clone();
                sheet.read_amounts_in(unit);
                receipt(&Handover { sheet: &sheet, ..*of })
            });
            let found = lines.iter().find(|(what, _)| what == "金额单位");
            assert_eq!(found.map(|(_, unit)| unit.as_str()), expected);
        }
    }

    #[test]
    fn what_is_not_filled_in_is_said_to_be_so() {
        for applying in ALL {
            let found = handed(applying, &json("{}"), Lang::Zh, receipt);
            let unfilled = found.iter().filter(|(_, text)| text == "未填").count();
            assert!(unfilled >= 3, "name, field and every condition: {found:?}");
        }
    }

    #[test]
    fn the_numbers_of_a_batch_are_named_where_they_bear_on_the_report() {
        let threshold = r#"[{"indicator": "park.rd_intensity", "stage": "creation", "measure": "rd_intensity", "threshold": "0.035"}]"#;
        let weight = r#"[{"indicator": "park.digitalization", "kind": "basic", "weight": "1.5"}]"#;
        let table = [
            (Stage::Creation, threshold, vec![("3 研发投入强度 · 研发投入强度 · 门槛", "3.5%")]),
            (Stage::Recognition, threshold, vec![]),
            (Stage::Recognition, weight, vec![("9 数字化发展水平 · 基础级 · 权重", "1.5")]),
        ];
        for (stage, settings, expected) in table {
            let found = handed_with((Track::Park, stage), settings, &json("{}"), overrides);
            let found: Vec<_> = found.iter().map(|(what, number)| (what.as_str(), number.as_str())).collect();
            assert_eq!(found, expected, "{stage:?} {settings}");
        }
    }
}
