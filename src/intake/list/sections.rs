//! The headings within a list: 一、高新技术企业 is said of the items below it. And the totals.

use engine::ids::KindId;
use engine::ruleset::CodeForm;

use super::columns::{Columns, Field, Says};
use super::{Reader, cells, head, kinds};
use crate::grid::Sort;
use crate::words::{Role, around, behind_any, may_be_total, plain, role, without_enumeration};
use crate::year::{Year, take_year};

/// A section of items: of which kind they are, or what else stands above them.
#[derive(Default)]
pub struct Section {
    /// Their kind.
    pub kind: Option<KindId>,
    /// What stands there that is no kind.
    pub other: String,
}

/// Whether a text says that its row is the total of others.
pub fn is_total(text: &str) -> bool {
    let text = plain(text);
    may_be_total(&text) && role(without_enumeration(&text)) == Some(Role::Total)
}

/// Whether what stands alone in a column says something more of the item above: 单项冠军 below a name's 高新技术企业. To the left of the
/// names it would be a heading.
fn is_of_the_item_above(column: usize, columns: &Columns) -> bool {
    let is_of_kinds = matches!(columns.says[column], Says::Field(Field::Kinds) | Says::Kind(_) | Says::Issuer);
    let is_name = |says: &Says| matches!(says, Says::Field(Field::Name | Field::Code));
    is_of_kinds && columns.says[..column].iter().any(is_name)
}

/// A title without the number of the annex that it is: 附件2：小巨人企业名单.
fn without_annex(text: &str) -> &str {
    let Some(behind) = behind_any("附件 附表 表", text) else { return text };
    let behind =
        behind.trim_start_matches(|sign: char| sign.is_ascii_digit() || "一二三四五六七八九十-.".contains(sign));
    behind.strip_prefix([':', '.', '、']).unwrap_or(text)
}

/// A title without what stands in brackets, and all that does.
fn without_brackets(text: &str) -> (String, String) {
    let (mut outside, mut within, mut depth) = (String::new(), String::new(), 0usize);
    for sign in text.chars() {
        match sign {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ if depth == 0 => outside.push(sign),
            _ => within.push(sign),
        }
    }
    (outside, within)
}

/// A title without the words that every title ends with: 名单.
fn without_title(text: &str) -> &str {
    const ENDINGS: [&str; 10] = ["一览表", "汇总表", "明细表", "统计表", "名单", "名录", "清单", "列表", "目录", "表"];
    ENDINGS.iter().find_map(|ending| text.strip_suffix(ending)).unwrap_or(text)
}

impl Reader<'_> {
    /// The section that a title begins: of a kind, 三、雏鹰企业 of none, and within another one 1. or (一).
    pub fn section(&self, row: usize, columns: &Columns, within: &Section) -> Option<Section> {
        let filled = self.grid.filled(row);
        let mut said = filled.iter().copied().filter(|column| !self.grid.text(row, *column).is_empty());
        let (first, second, third) = (said.next()?, said.next(), said.next());
        let column = match second {
            None => first,
            Some(second) if third.is_none() && self.is_numbered_apart(row, first, columns) => second,
            Some(_) => return None,
        };
        if is_of_the_item_above(column, columns) {
            return None;
        }
        let takes_kinds = columns.says.len() > 1 || self.tally.rule.code == CodeForm::Organisation;
        if let Some(kind) = self.kind_at(row, column).filter(|_| takes_kinds) {
            return Some(Section { kind: Some(kind), other: String::new() });
        }
        let text = plain(self.grid.text(row, column));
        let bare = without_enumeration(&text);
        let is_part = bare.len() < text.len() && text.starts_with('(');
        let is_merged = self.grid.cell(row, column).is_some_and(|cell| cell.merged.1 > 1);
        // What stands in brackets stays, unless it only says how many there are: 高新技术企业（拟认定） is not the kind.
        let (name, behind) = bare.split_once('(').unwrap_or((bare, ""));
        let behind = behind.trim_end_matches(')');
        let only_counts = cells::is_number_of_things(behind) || cells::is_numeral(behind);
        let other = if only_counts { name } else { bare };
        let counts = ["家)", "件)", "项)", "个)", "人)"].iter().any(|ending| text.ends_with(ending));
        // Where no name stands, but the numbers of the rows.
        let is_outside = column == 0 && matches!(columns.says[0], Says::Serial | Says::Nothing | Says::Other);
        let is_outside = is_outside && self.grid.sort(row, column) == Sort::Words;
        if !(second.is_some()
            || self.is_numbered(row)
            || is_part
            || is_merged
            || counts
            || is_outside
            || head::is_title(name))
        {
            return None;
        }
        if is_part && within.kind.is_some() {
            return Some(Section { kind: within.kind, other: String::new() });
        }
        let is_all = self.is_the_figure(name) || head::is_title(name);
        Some(Section { kind: None, other: if is_all { String::new() } else { other.to_owned() } })
    }

    /// Whether a row is numbered as sections are, in a column of its own, and lacks the code that the items have: 一 | 发明专利.
    fn is_numbered_apart(&self, row: usize, column: usize, columns: &Columns) -> bool {
        let code = columns.says.iter().position(|says| *says == Says::Field(Field::Code));
        let is_numbered =
            columns.says.get(column) == Some(&Says::Serial) && cells::is_numeral(self.grid.text(row, column));
        is_numbered && code.is_some_and(|code| self.grid.sort(row, code) == Sort::Blank)
    }

    /// Whether a title is numbered as sections are: 一、
    pub fn is_numbered(&self, row: usize) -> bool {
        let text = plain(self.grid.filled(row).first().map_or("", |column| self.grid.text(row, *column)));
        without_enumeration(&text).len() < text.len()
            && text.starts_with(['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'])
    }

    /// The kind that a title names: 高新技术企业名单, 一、专精特新中小企业（12家）.
    pub fn kind_of_title(&self, row: usize) -> Option<KindId> {
        self.kind_at(row, *self.grid.filled(row).first()?)
    }

    fn kind_at(&self, row: usize, column: usize) -> Option<KindId> {
        let text = plain(self.grid.text(row, column));
        let bare = without_annex(without_enumeration(&text));
        if kinds::is_not_of_it(bare) {
            return None;
        }
        if let Some(kind) = kinds::find(bare, &self.tally) {
            return Some(kind);
        }
        // What stands in brackets decides as well: 单项冠军企业名单（省级） is of no kind.
        let (outside, within) = without_brackets(bare);
        let outside = without_title(outside.trim_end_matches(':'));
        let find = |text: &str| match within.as_str() {
            "" => kinds::find(text, &self.tally),
            within => kinds::find(&[text, "(", within, ")"].concat(), &self.tally),
        };
        if let Some((rest, Year::Of(_))) = take_year(outside)
            && let Some(kind) = find(&rest)
        {
            return Some(kind);
        }
        find(outside).or_else(|| find(&[outside, "企业"].concat())).or_else(|| {
            // 某园区2025年高新技术企业: what stands before the name of the kind may be anything.
            let behind = around(outside, "年").map(|(_, behind)| behind.trim_start_matches("度"));
            let is_of_kind = || within.is_empty() || find(outside).is_some();
            behind.and_then(find).or_else(|| {
                let is_title = head::is_title(&text) || !within.is_empty();
                if is_title && is_of_kind() { kinds::ending(outside, &self.tally) } else { None }
            })
        })
    }

    /// Whether a row is the total of the others: 合计 beside numbers, or beside 共 3 件.
    pub fn is_total(&self, row: usize, first: usize) -> bool {
        let is_number = |column: &usize| {
            self.grid.sort(row, *column) != Sort::Words || cells::is_number_of_things(self.grid.text(row, *column))
        };
        is_total(self.grid.text(row, first)) && self.grid.filled(row).iter().skip(1).all(is_number)
    }

    /// Whether a text is what the figure itself is called.
    pub fn is_the_figure(&self, text: &str) -> bool {
        let rule = &self.context.track.figures[self.tally.figure];
        let text = plain(text);
        let name = |name: &String| {
            let name = plain(name);
            name == text || name.strip_suffix("专利").is_some_and(|bare| bare == text)
        };
        name(&rule.title.zh) || rule.aliases.iter().any(name)
    }
}
