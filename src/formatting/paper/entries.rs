//! Every figure as it was typed and as it was understood, one row for each entry, grouped by the indicator at which it is filled
//! in. The appendix and the spreadsheet both show these rows.

use std::rc::Rc;

use rust_decimal::Decimal;

use crate::explanation::naming::{column, title, year};
use crate::number::{full_amount, grouped};
use crate::texts::{Words, words};
use engine::address::{Column, Side};
use engine::ids::IndicatorId;
use engine::number::NumberKind;
use engine::problem::Code;
use engine::ruleset::{FigureForm, Kind, Stage};
use engine::text::Lang;
use model::arrangement::{Use, arrangement, has_whole_baseline};
use model::entry::{Entry, Line};
use model::list::typed;
use model::rules::Rules;
use model::sheet::Sheet;
use model::typed::Typed;

/// One entry of a figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The indicator at which it is filled in, by its index in the track.
    pub indicator: IndicatorId,
    /// The figure's name.
    pub figure: String,
    /// The year, kind or line; empty for a figure of a single number.
    pub part: String,
    /// The text as typed.
    pub typed: Rc<str>,
    /// What was understood of it.
    pub read: Read,
    /// Where the figure comes from, in the person's words; empty at the baseline.
    pub source: Rc<str>,
    /// What the number is in: 万元, % or what is counted; empty for a rank.
    pub unit: String,
}

/// What was understood of an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Read {
    /// Nothing is filled in, and nothing is known.
    Blank,
    /// This number.
    Number(Decimal),
    /// The person says that there is none at all.
    NoneAtAll,
    /// Left blank while other kinds are filled in: it counts as none.
    CountsZero,
    /// Left blank: the lead unit.
    CountsLead,
    /// It is refused.
    Refused(Code, NumberKind),
}

impl Row {
    /// The text as typed, or a dash where there is none.
    pub fn shown(&self) -> &str {
        if self.typed.trim().is_empty() { "—" } else { &self.typed }
    }

    /// What was understood, in words; and whether it is refused.
    pub fn understood(&self, words: &Words) -> (String, bool) {
        let counted = |number: &str| match self.unit.as_str() {
            unit if unit == words.percent => [number, unit].concat(),
            "" => number.to_owned(),
            unit => [number, unit].join(" "),
        };
        let text = match self.read {
            Read::Blank => words.unfilled.to_owned(),
            Read::Number(number) if self.unit == words.wan_yuan => full_amount(number.into(), words),
            Read::Number(number) => counted(&grouped(&number.to_string())),
            Read::NoneAtAll => counted("0"),
            Read::CountsZero => words.report_words.counted_zero.to_owned(),
            Read::CountsLead => words.report_words.counted_lead.to_owned(),
            Read::Refused(code, _) => {
                return (
                    [words.report_words.refused, words.colon, (words.number.problem_in_brief)(code)].concat(),
                    true,
                );
            }
        };
        (text, false)
    }
}

/// All entries of a sheet.
pub fn rows(rules: &Rules, stage: Stage, sheet: &Sheet, lang: Lang) -> Vec<Row> {
    let uses = arrangement(rules, stage, has_whole_baseline(sheet, rules, stage));
    let at_home = uses.with_ids().flat_map(|(here, uses)| uses.iter().filter(move |used| used.home == here));
    at_home.flat_map(|used| rows_of(*used, rules, stage, sheet, lang)).collect()
}

fn rows_of(used: Use, rules: &Rules, stage: Stage, sheet: &Sheet, lang: Lang) -> Vec<Row> {
    let words = words(lang);
    let Use { side, figure, home } = used;
    let form = &rules.figures[figure].form;
    let entry = &*sheet.side(side)[figure];
    // Of a list, the counts that it comes to.
    let counts = entry.list().map(|list| typed(list, form));
    let entry = counts.as_ref().unwrap_or(entry);
    let unit = match form {
        FigureForm::Amount { .. } | FigureForm::Series { .. } => words.wan_yuan,
        FigureForm::Rates => words.percent,
        FigureForm::Count { counted_in } | FigureForm::Tally { counted_in, .. } => counted_in.get(lang),
    };
    let whole = Row {
        indicator: home,
        figure: title(figure, side, rules, stage, lang),
        part: String::new(),
        typed: "".into(),
        read: Read::Blank,
        source: if side == Side::Now { Rc::clone(&sheet.sources[figure]) } else { "".into() },
        unit: unit.to_owned(),
    };
    let row = |part: &str, typed: &Typed, blank: Read| Row {
        part: part.to_owned(),
        typed: Rc::clone(typed.text()),
        read: read(typed, blank),
        ..whole.clone()
    };
    match entry {
        Entry::Single(typed) => vec![row("", typed, Read::Blank)],
        Entry::Listed(years) => {
            let entry = |(index, typed)| row(&year(form, side, index, sheet.period(stage), words), typed, Read::Blank);
            years.iter().enumerate().map(entry).collect()
        }
        Entry::Kinds { none: true, .. } | Entry::Lines { none: true, .. } => {
            vec![Row { typed: words.none_at_all.into(), read: Read::NoneAtAll, ..whole }]
        }
        Entry::Kinds { counts, .. } if counts.iter().all(Typed::is_blank) => vec![whole],
        Entry::Kinds { counts, .. } => {
            let one = |(declared, typed): (&Kind, &Typed)| row(declared.title.get(lang), typed, Read::CountsZero);
            form.kinds().iter().zip(counts).map(one).collect()
        }
        Entry::Roster(_) => vec![whole],
        Entry::Lines { lines, .. } if lines.is_empty() => vec![whole],
        Entry::Lines { lines, .. } => {
            let both = |(index, line): (usize, &Line)| {
                let chosen = form.kinds().iter().find(|declared| *declared.id == *line.kind);
                let chosen = chosen.map_or(words.unfilled, |declared| declared.title.get(lang));
                let part = |which: Column| {
                    let parts = [&(words.line)(index + 1), chosen, column(which, words)];
                    parts.join(words.separator)
                };
                let rank = Row { unit: String::new(), ..row(&part(Column::Rank), &line.rank, Read::CountsLead) };
                [row(&part(Column::Count), &line.count, Read::Blank), rank]
            };
            lines.iter().enumerate().flat_map(both).collect()
        }
    }
}

fn read(typed: &Typed, blank: Read) -> Read {
    match typed.reading() {
        Ok(Some(number)) => Read::Number(number),
        Ok(None) => blank,
        Err(code) => Read::Refused(code, typed.kind()),
    }
}

#[cfg(test)]
mod tests {
    use super::{Read, rows};
    use engine::number::NumberKind;
    use engine::problem::Code;
    use engine::ruleset::{Stage, Track};
    use engine::text::Lang;
    use model::data::sheet;
    use model::testing::{json, rules};
    use model::unit::AmountUnit::{self, WanYuan, YiYuan};

    /// The part, as typed, as understood, the unit.
    type Expected = (&'static str, &'static str, Read, &'static str);

    #[test]
    fn every_entry_says_what_was_typed_and_what_was_understood() {
        let number = |text: &str| Read::Number(text.parse().expect("a decimal"));
        let (revenue, patents, platforms) = ("主导产业规模以上企业营业收入", "有效发明专利", "国家级创新平台");
        // the unit of the sheet, what the figures hold, the figure, its rows
        let table: [(AmountUnit, &str, &str, &[Expected]); 9] = [
            (
                YiYuan,
                r#"{"revenue": ["1.2", "3000万", "x"]}"#,
                revenue,
                &[
                    ("第一年（最早）", "1.2", number("12000"), "万元"),
                    ("第二年", "3000万", number("3000"), "万元"),
                    ("第三年（最近）", "x", Read::Refused(Code::NotANumber, NumberKind::Amount), "万元"),
                ],
            ),
            (
                WanYuan,
                r#"{"revenue": ["1.2亿", "约5", ""]}"#,
                revenue,
                &[
                    ("第一年（最早）", "1.2亿", number("12000"), "万元"),
                    ("第二年", "约5", Read::Refused(Code::NotANumber, NumberKind::Amount), "万元"),
                    ("第三年（最近）", "", Read::Blank, "万元"),
                ],
            ),
            (WanYuan, "{}", patents, &[("", "", Read::Blank, "件")]),
            (WanYuan, r#"{"patents": []}"#, patents, &[("", "没有（计 0）", Read::NoneAtAll, "件")]),
            (
                WanYuan,
                r#"{"patents": [{"kind": "silver", "count": "3"}]}"#,
                patents,
                &[
                    ("获中国专利奖金奖", "", Read::CountsZero, "件"),
                    ("获中国专利奖银奖", "3", number("3"), "件"),
                    ("获其他奖励或未获奖", "", Read::CountsZero, "件"),
                ],
            ),
            (WanYuan, "{}", platforms, &[("", "", Read::Blank, "个")]),
            (WanYuan, r#"{"platforms": []}"#, platforms, &[("", "没有（计 0）", Read::NoneAtAll, "个")]),
            (
                WanYuan,
                r#"{"platforms": [{"kind": "state_key_laboratory", "count": "1", "rank": "3"}]}"#,
                platforms,
                &[
                    ("第 1 条 · 全国重点实验室 · 数量", "1", number("1"), "个"),
                    ("第 1 条 · 全国重点实验室 · 单位排序", "3", number("3"), ""),
                ],
            ),
            (
                WanYuan,
                r#"{"platforms": [{"count": ""}]}"#,
                platforms,
                &[
                    ("第 1 条 · 未填 · 数量", "", Read::Blank, "个"),
                    ("第 1 条 · 未填 · 单位排序", "", Read::CountsLead, ""),
                ],
            ),
        ];
        let rules = rules(Track::Park);
        for (unit, figures, figure, expected) in table {
            let given = json(&["{\"figures\": ", figures, "}"].concat());
            let mut sheet = sheet(&given, &rules);
            sheet.read_amounts_in(unit);
            let all = rows(&rules, Stage::Creation, &sheet, Lang::Zh);
            let of_it = all.iter().filter(|row| row.figure == figure);
            let found: Vec<_> =
                of_it.map(|row| (row.part.as_str(), &*row.typed, row.read, row.unit.as_str())).collect();
            assert_eq!(found, expected, "{figures}");
        }
    }
}
