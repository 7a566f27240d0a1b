//! What differs between two sheets, place by place, as typed and as understood.

use super::naming::{column, full, title};
use crate::number::understood;
use crate::texts::words;
use engine::address::{Address, Column, Part, Side};
use engine::names::Named;
use engine::ruleset::{FigureForm, Stage};
use engine::text::Lang;
use model::entry::{Entry, Line};
use model::list::typed;
use model::rules::Rules;
use model::sheet::Sheet;
use model::typed::Typed;

/// A place that says one thing on one sheet and another on the other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// What the place is called.
    pub name: String,
    /// What it said.
    pub before: String,
    /// What it says now.
    pub after: String,
}

/// Everything that differs: the particulars, then the figures in their order. The same number typed in another way is no change.
pub fn changes(before: &Sheet, after: &Sheet, rules: &Rules, stage: Stage, lang: Lang) -> Vec<Change> {
    let mut changes = particulars(before, after, rules, lang);
    for (side, figure) in
        Side::ALL.iter().copied().flat_map(|side| rules.figures.ids().map(move |figure| (side, figure)))
    {
        let form = &rules.figures[figure].form;
        let (old, new) = (&*before.side(side)[figure], &*after.side(side)[figure]);
        match parts(old, new) {
            Some(parts) => {
                for (part, [old, new]) in parts.into_iter().filter(|(_, [old, new])| !is_same(old, new)) {
                    let name = full(Address { side, figure, part }, rules, after.period(stage), lang);
                    changes.push(Change { name, before: said(old, form, lang), after: said(new, form, lang) });
                }
            }
            None => {
                let (before, after) = (whole(old, form, lang), whole(new, form, lang));
                if before != after {
                    changes.push(Change { name: title(figure, side, rules, stage, lang), before, after });
                }
            }
        }
    }
    changes
}

/// The field, the last year and the eligibility items.
fn particulars(before: &Sheet, after: &Sheet, rules: &Rules, lang: Lang) -> Vec<Change> {
    let words = words(lang);
    let field = |sheet: &Sheet| {
        let chosen = rules.ruleset.fields.iter().find(|field| field.zh == *sheet.field);
        let other = if sheet.field.is_empty() { words.unfilled } else { &*sheet.field };
        chosen.map_or(other, |field| field.get(lang)).to_owned()
    };
    let answer = |answer: Option<bool>| match answer {
        Some(true) => words.yes.to_owned(),
        Some(false) => words.no.to_owned(),
        None => words.unfilled.to_owned(),
    };
    let year = |typed: &Typed| if typed.is_blank() { words.unfilled } else { typed.text().trim() }.to_owned();
    let last_year = Change {
        name: words.years.last_year.to_owned(),
        before: year(&before.last_year),
        after: year(&after.last_year),
    };
    let fields = Change { name: words.field.to_owned(), before: field(before), after: field(after) };
    let items = rules.eligibility.iter().zip(before.eligibility.iter().zip(&after.eligibility));
    let items = items.map(|(item, (before, after))| Change {
        name: item.title.get(lang).to_owned(),
        before: answer(*before),
        after: answer(*after),
    });
    [fields, last_year].into_iter().chain(items).filter(|change| change.before != change.after).collect()
}

/// The parts of two entries that can be compared one by one; none for lines, which come and go.
fn parts<'a>(old: &'a Entry, new: &'a Entry) -> Option<Vec<(Part, [&'a Typed; 2])>> {
    match (old, new) {
        (Entry::Single(old), Entry::Single(new)) => Some(vec![(Part::Whole, [old, new])]),
        (Entry::Listed(old), Entry::Listed(new)) => {
            Some(old.iter().zip(new).enumerate().map(|(index, (old, new))| (Part::Entry(index), [old, new])).collect())
        }
        (Entry::Kinds { none: false, counts: old }, Entry::Kinds { none: false, counts: new }) => {
            Some(old.with_ids().zip(new).map(|((kind, old), new)| (Part::Kind(kind), [old, new])).collect())
        }
        _ => None,
    }
}

/// Whether two texts stand for the same number, or are the same where they stand for none.
fn is_same(old: &Typed, new: &Typed) -> bool {
    match (old.reading(), new.reading()) {
        (Ok(old), Ok(new)) => old == new,
        (Err(_), Err(_)) => old.text().trim() == new.text().trim(),
        _ => false,
    }
}

/// As typed, and as understood where that says more: `1.2亿 = 1.2 亿元（12,000 万元）`.
fn said(typed: &Typed, form: &FigureForm, lang: Lang) -> String {
    let words = words(lang);
    let counted_in = form.counted_in().map_or("", |text| text.get(lang));
    let text = typed.text().trim();
    if text.is_empty() {
        return words.unfilled.to_owned();
    }
    match (typed.problem(), understood(typed, counted_in, words)) {
        (None, Some(number)) => [text, words.equals, &number].concat(),
        (None, None) => text.to_owned(),
        (Some(code), _) => {
            let (open, close) = words.brackets;
            [text, open, (words.number.problem_in_brief)(code), close].concat()
        }
    }
}

/// A tally as a whole.
fn whole(entry: &Entry, form: &FigureForm, lang: Lang) -> String {
    let words = words(lang);
    let counted = |kind: &str, count: &str| {
        let named = form.kinds().iter().find(|declared| declared.id == kind);
        let kind = named.map_or(words.unfilled, |named| named.title.get(lang));
        [kind, " ", if count.trim().is_empty() { words.unfilled } else { count.trim() }].concat()
    };
    let ranked = |line: &Line| {
        let counted = counted(&line.kind, line.count.text());
        match line.rank.text().trim() {
            "" => counted,
            rank => {
                let (open, close) = words.brackets;
                [&counted, open, column(Column::Rank, words), " ", rank, close].concat()
            }
        }
    };
    let all: Vec<String> = match entry {
        Entry::Kinds { none: true, .. } | Entry::Lines { none: true, .. } => vec![words.none_at_all.to_owned()],
        Entry::Kinds { counts, .. } => {
            let filled = form.kinds().iter().zip(counts).filter(|(_, count)| !count.is_blank());
            filled.map(|(kind, count)| counted(&kind.id, count.text())).collect()
        }
        Entry::Lines { lines, .. } => lines.iter().map(ranked).collect(),
        Entry::Roster(list) => return whole(&typed(list, form), form, lang),
        Entry::Single(_) | Entry::Listed(_) => Vec::new(),
    };
    if all.is_empty() { words.unfilled.to_owned() } else { all.join(words.enumeration) }
}

#[cfg(test)]
mod tests {
    use super::changes;
    use engine::ruleset::{Stage, Track};
    use engine::text::Lang;
    use model::data::sheet;
    use model::testing::{json, rules};
    use model::unit::AmountUnit;

    #[test]
    fn what_differs_is_said_as_typed_and_as_understood() {
        // The figures of a park as they are, what if, and what is said of the difference.
        let table: [(&str, &str, &[[&str; 3]]); 9] = [
            (r#"{"revenue": ["100亿", "1", "2"]}"#, r#"{"revenue": ["1,000,000", "1", "2.0"]}"#, &[]),
            (
                r#"{"tech_contracts": ["1", "2", ""]}"#,
                r#"{"tech_contracts": ["1", "1.2亿", "x"]}"#,
                &[
                    ["主导产业技术合同成交额 · 第二年", "2 = 2 万元", "1.2亿 = 1.2 亿元（12,000 万元）"],
                    ["主导产业技术合同成交额 · 第三年（最近）", "未填", "x（不是一个确切的数）"],
                ],
            ),
            (r#"{"employees": "1200"}"#, r#"{"employees": "1,200"}"#, &[]),
            (r#"{"employees": "12"}"#, "{}", &[["从业人员总数", "12", "未填"]]),
            (
                r#"{"patents": [{"kind": "gold", "count": "1"}]}"#,
                r#"{"patents": [{"kind": "gold", "count": "2"}]}"#,
                &[["有效发明专利 · 获中国专利奖金奖", "1", "2"]],
            ),
            (
                r#"{"patents": [{"kind": "gold", "count": "1"}]}"#,
                r#"{"patents": []}"#,
                &[["有效发明专利", "获中国专利奖金奖 1", "没有（计 0）"]],
            ),
            (
                r#"{"platforms": [{"kind": "state_key_laboratory", "count": "1", "rank": "3"}]}"#,
                r#"{"platforms": [{"kind": "state_key_laboratory", "count": "1", "rank": "3"}, {"kind": "pilot_platform", "count": "2"}]}"#,
                &[[
                    "国家级创新平台",
                    "全国重点实验室 1（单位排序 3）",
                    "全国重点实验室 1（单位排序 3）、国家级制造业中试平台 2",
                ]],
            ),
            (r#"{"platforms": []}"#, r#"{"platforms": []}"#, &[]),
            (r#"{"employees": "x"}"#, r#"{"employees": " x "}"#, &[]),
        ];
        let rules = rules(Track::Park);
        let filled = |figures: &str| sheet(&json(&["{\"figures\": ", figures, "}"].concat()), &rules);
        for (before, after, expected) in table {
            let found = changes(&filled(before), &filled(after), &rules, Stage::Creation, Lang::Zh);
            let found: Vec<[&str; 3]> =
                found.iter().map(|one| [one.name.as_str(), one.before.as_str(), one.after.as_str()]).collect();
            assert_eq!(found, expected, "{before} {after}");
        }
    }

    #[test]
    fn another_year_is_a_change_and_names_the_years() {
        let rules = rules(Track::Park);
        let before = sheet(&json(r#"{"figures": {"revenue": ["1", "2", "3"]}}"#), &rules);
        let after = sheet(&json(r#"{"last_year": 2025, "figures": {"revenue": ["1", "2", "4"]}}"#), &rules);
        let found = changes(&before, &after, &rules, Stage::Creation, Lang::Zh);
        let said: Vec<[&str; 2]> = found.iter().map(|one| [one.name.as_str(), one.after.as_str()]).collect();
        assert_eq!(said, [["数据截至年度", "2025"], ["主导产业规模以上企业营业收入 · 2025年", "4 = 4 万元"]]);
    }

    #[test]
    fn another_unit_is_another_amount() {
        let rules = rules(Track::Park);
        let before = sheet(&json(r#"{"field": "新材料", "figures": {"revenue": ["5", "", ""]}}"#), &rules);
        let mut after = before.clone();
        after.read_amounts_in(AmountUnit::YiYuan);
        after.eligibility[0] = Some(true);
        let found = changes(&before, &after, &rules, Stage::Creation, Lang::En);
        let said: Vec<[&str; 2]> = found.iter().map(|one| [one.before.as_str(), one.after.as_str()]).collect();
        assert_eq!(said, [["not filled in", "Yes"], ["5 = 5 万元", "5 = 5 亿元 (50,000 万元)"]]);
    }
}
