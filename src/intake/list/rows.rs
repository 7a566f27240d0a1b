//! What every row of a list says: an item, a title, a section of items of one kind, a total, a note.

use engine::ids::KindId;
use engine::roster::Item;

use super::columns::{Columns, Field, Says, is_hidden_row};
use super::{Reader, kinds};
use crate::grid::Sort;
use crate::reading::Code;
use crate::words::{Role, around, is_note, is_one_of, plain, without_enumeration};
use crate::year::{Year, take_year};

/// What a cell of 是否… may say.
const YES: &str = "是 有 √ ✓ ✔ ☑ ● ○ 1 y yes true 对 v";
const NO: &str = "否 无 没有 不是 × ✗ ✘ x 0 n no false - -- / ☐ □";

impl Reader<'_> {
    /// Reads the items; gives the rows that they stand in.
    pub fn read_rows(&mut self, columns: &Columns) -> Vec<usize> {
        let mut kind_of_all = self.context.at.and_then(|at| match at.part {
            engine::address::Part::Kind(kind) => Some(kind),
            _ => None,
        });
        for row in 0..columns.first {
            let is_head = columns.head.contains(&row);
            if !self.grid.filled(row).is_empty() {
                self.leave_row(row, if is_head { Code::Header } else { Code::Title });
            }
            if !is_head {
                kind_of_all = self.kind_of_title(row).or(kind_of_all);
            }
        }
        let (mut rows, mut section) = (Vec::new(), None);
        for row in columns.first..self.grid.height() {
            let filled = self.grid.filled(row);
            let Some(&first) = filled.first() else { continue };
            let alone = filled.iter().filter(|column| !self.grid.text(row, **column).is_empty()).count() == 1;
            if is_hidden_row(self.grid, row) {
                self.leave_row(row, Code::Hidden);
            } else if alone && is_note(self.grid.text(row, first)) {
                self.leave_row(row, Code::Note);
            } else if self.is_total(row, first) {
                self.leave_row(row, Code::Total);
            } else if alone && let Some(kind) = self.kind_of_title(row).filter(|_| columns.says.len() > 1) {
                section = Some(kind);
                self.leave_row(row, Code::Title);
            } else {
                let item = self.item(columns, row, section.or(kind_of_all));
                match item {
                    Some(item) => {
                        rows.push(row);
                        self.items.push(item);
                    }
                    None => self.leave_row(row, if alone { Code::Title } else { Code::Remark }),
                }
            }
        }
        rows
    }

    /// The kind that a title names: 高新技术企业名单, 一、专精特新中小企业（12家）.
    fn kind_of_title(&self, row: usize) -> Option<KindId> {
        let text = plain(self.grid.text(row, *self.grid.filled(row).first()?));
        let bare = without_enumeration(&text);
        let mut bare = bare.split_once('(').map_or(bare, |(before, _)| before).trim_end_matches(':');
        if let Some((rest, year)) = take_year(bare).filter(|(_, year)| matches!(year, Year::Of(_)))
            && self.tally.names.find(&rest).is_some()
        {
            let _ = year;
            return self.tally.names.find(&rest);
        }
        for word in ["一览表", "汇总表", "明细表", "统计表", "名单", "名录", "清单", "列表", "目录", "表"]
        {
            if let Some(rest) = bare.strip_suffix(word) {
                bare = rest;
                break;
            }
        }
        let found =
            |text: &str| self.tally.names.find(text).or_else(|| self.tally.names.find(&[text, "企业"].concat()));
        found(bare).or_else(|| {
            // 某园区2025年高新技术企业: what stands before the name of the kind may be anything.
            let behind = around(bare, "年").map(|(_, behind)| behind.trim_start_matches("度"))?;
            found(behind)
        })
    }

    fn is_total(&self, row: usize, first: usize) -> bool {
        let says_total = self.grid.label(row, first).is_some_and(|label| label.role == Some(Role::Total));
        let filled = self.grid.filled(row);
        says_total && filled.iter().skip(1).all(|column| self.grid.sort(row, *column) != Sort::Words)
    }

    /// The item of a row; none if it has neither name nor code nor kind.
    fn item(&mut self, columns: &Columns, row: usize, kind: Option<KindId>) -> Option<Item> {
        let mut item = Item { row: (row + 1).to_string(), ..Item::default() };
        let (mut words, mut out_of_scope, mut issuer) = (Vec::new(), None, "");
        for (column, says) in columns.says.iter().enumerate() {
            let text = self.grid.text(row, column).trim();
            let is_blank = matches!(self.grid.sort(row, column), Sort::Blank | Sort::NotAvailable);
            if text.is_empty() || self.grid.is_hidden(row, column) {
                continue;
            }
            match says {
                Says::Field(Field::Kinds) => words.push((text, column)),
                Says::Kind(kind) if self.is_yes(text, row, column) => item.add_kind(*kind),
                Says::Scope if !is_blank && !self.is_the_figure(text) => out_of_scope = Some((text, column)),
                Says::Issuer => issuer = text,
                Says::Valid if self.has_passed(text) => item.status = ["过期：", text].concat(),
                Says::Field(field) if !is_blank => {
                    let own = match field {
                        Field::Name => &mut item.name,
                        Field::Code => &mut item.code,
                        Field::Host => &mut item.host,
                        Field::Status => &mut item.status,
                        Field::Rank | Field::Kinds => &mut item.rank,
                    };
                    *own = if *field == Field::Rank { rank(text) } else { text.to_owned() };
                }
                _ => {}
            }
        }
        let texts: Vec<&str> = words.iter().map(|(text, _)| *text).collect();
        let heads: Vec<String> = words.iter().map(|(_, column)| columns.head_of(self.grid, *column)).collect();
        let (mut known, mut others) = kinds::named(&texts, &heads, &self.tally);
        if known.is_empty() && item.kinds.is_empty() {
            let mut parts = texts.clone();
            parts.push(&item.name);
            parts.extend(kinds::level_of_issuer(issuer));
            if let Some(kind) = kinds::together(&parts, &self.tally) {
                known.push(kind);
                others.clear();
            }
        }
        known.into_iter().for_each(|kind| item.add_kind(kind));
        // What the figure itself is called says nothing of a kind: 发明专利. And where there is a kind for all others, they are of it.
        others.retain(|word| !self.is_the_figure(word) && !self.is_of_the_rest(word));
        if let Some((text, column)) = out_of_scope {
            (item.kinds, others) = (Vec::new(), vec![text.to_owned()]);
            words.push((text, column));
        }
        for word in &others {
            let cell = words.iter().find(|(text, _)| around(text, word).is_some()).map_or(0, |(_, column)| *column);
            let number = self.unknown.number(word);
            match self.found.get_mut(number) {
                Some((_, times)) => *times += 1,
                None => self.found.push(((row, cell), 1)),
            }
        }
        if item.kinds.is_empty() {
            match kind {
                Some(kind) if others.is_empty() => item.add_kind(kind),
                _ => item.other_kinds = others,
            }
        }
        if item.name.is_empty() && item.code.is_empty() {
            // One thing over several rows: the name stands in the first.
            let before = self.items.last()?;
            if item.kinds.is_empty() && item.other_kinds.is_empty() {
                return None;
            }
            (item.name, item.code) = (before.name.clone(), before.code.clone());
        }
        Some(item)
    }

    /// Whether a cell under the name of a kind says that the item is of it. What is neither yes nor no is named and taken for neither.
    fn is_yes(&mut self, text: &str, row: usize, column: usize) -> bool {
        let bare = plain(text);
        let is_year = self.grid.is_year(row, column) || take_year(&bare).is_some_and(|(rest, _)| rest.is_empty());
        if is_one_of(YES, &bare) || is_year || kinds::says_kind(text, &self.tally) {
            return true;
        }
        if !is_one_of(NO, &bare) && self.grid.sort(row, column) != Sort::NotAvailable {
            let (cell, along) = ((row, column), None);
            let text = text.to_owned();
            self.unused.push(crate::reading::Unused {
                from: cell,
                to: cell,
                text,
                along,
                code: Code::NoNumber,
                times: 1,
            });
        }
        false
    }

    fn is_of_the_rest(&self, word: &str) -> bool {
        let rule = self.tally.rule;
        rule.kind_if_none.is_some() && !rule.no_inventions.iter().flatten().any(|other| *other == plain(word))
    }

    fn is_the_figure(&self, text: &str) -> bool {
        let rule = &self.context.track.figures[self.tally.figure];
        let text = plain(text);
        let name = |name: &String| {
            let name = plain(name);
            name == text || name.strip_suffix("专利").is_some_and(|bare| bare == text)
        };
        name(&rule.title.zh) || rule.aliases.iter().any(name)
    }

    /// Whether a date lies before the end of the last year of the figures; of two dates the later.
    fn has_passed(&self, text: &str) -> bool {
        let Some(last_year) = self.context.last_year else { return false };
        let mut digits = text.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty());
        let mut latest = None;
        while let Some(part) = digits.next() {
            let year = match part.len() {
                4 => part.parse::<u16>().ok(),
                8 => part.get(..4).and_then(|year| year.parse::<u16>().ok()),
                _ => None,
            };
            if let Some(year) = year.filter(|year| (1990..=2100).contains(year)) {
                let is_end = part.ends_with("1231")
                    || (digits.clone().next() == Some("12") && digits.clone().nth(1) == Some("31"));
                latest = latest.max(Some((year, is_end)));
            }
        }
        latest.is_some_and(|(year, is_end)| year < last_year || (year == last_year && !is_end))
    }
}

/// The rank that a cell says: 牵头 is 1, 第2 is 2, 2/5 is 2. What it says otherwise stays, and is refused where it is counted.
fn rank(text: &str) -> String {
    const NUMBERS: &str = "一 二 三 四 五 六 七 八 九 十";
    let bare = plain(text);
    if is_one_of("牵头 牵头单位 主持 主持单位 独立 独立完成 独立承担 是 lead", &bare) {
        return "1".to_owned();
    }
    let bare = bare.strip_prefix("第").unwrap_or(&bare);
    let bare = bare.strip_suffix(['位', '名']).unwrap_or(bare);
    if let Some(place) = crate::words::Words(NUMBERS).position(|number| number == bare) {
        return (place + 1).to_string();
    }
    match bare.split_once('/') {
        Some((rank, of)) if is_number(rank) && is_number(of) => rank.to_owned(),
        _ if is_number(bare) => bare.to_owned(),
        _ => text.to_owned(),
    }
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}
