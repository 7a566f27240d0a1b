//! What every row of a list says: an item, a title, a section of items of one kind, a total, a note.

use std::ops::Range;

use engine::ids::KindId;
use engine::pause::Pause;
use engine::roster::Item;
use engine::ruleset::{CodeForm, OneBy};

use super::columns::{Columns, Field, Says, is_hidden_row};
use super::{Reader, cells, head, kinds};
use crate::grid::Sort;
use crate::reading::Code;
use crate::words::{Role, around, is_note, may_be_total, plain, role, without_enumeration};
use crate::year::{Year, take_year};

/// A section of items: of which kind they are, or what else stands above them.
#[derive(Default)]
struct Section {
    kind: Option<KindId>,
    other: String,
}

/// Whether a text says that its row is the total of others.
pub fn is_total(text: &str) -> bool {
    let text = plain(text);
    may_be_total(&text) && role(without_enumeration(&text)) == Some(Role::Total)
}

impl Reader<'_> {
    /// Reads the items; gives the rows that they stand in.
    pub async fn read_rows(&mut self, columns: &Columns, pause: Pause<'_>) -> Vec<usize> {
        let mut kind_of_all = self.context.at.and_then(|at| match at.part {
            engine::address::Part::Kind(kind) => Some(kind),
            _ => None,
        });
        let (mut rows, mut section) = (Vec::new(), Section::default());
        for row in 0..columns.first {
            let is_head = columns.head.contains(&row);
            if !self.grid.filled(row).is_empty() {
                self.leave_row(row, if is_head { Code::Header } else { Code::Title });
            }
            if !is_head && let Some(kind) = self.kind_of_title(row) {
                // 一、高新技术企业 is said of the items up to 二、
                let own = if self.is_numbered(row) { &mut section.kind } else { &mut kind_of_all };
                *own = Some(kind);
            }
        }
        for row in columns.first..self.grid.height() {
            pause.done(row).await;
            let filled = self.grid.filled(row);
            let Some(&first) = filled.first() else { continue };
            let text = self.grid.text(row, first);
            let alone = filled.iter().filter(|column| !self.grid.text(row, **column).is_empty()).count() == 1;
            if is_hidden_row(self.grid, row) {
                self.leave_row(row, Code::Hidden);
            } else if is_note(text) && (alone || plain(text).bytes().any(|byte| byte == b':')) {
                self.leave_row(row, Code::Note);
            } else if columns.is_head_again(self.grid, row) {
                self.leave_row(row, Code::Header);
            } else if self.is_total(row, first) {
                self.leave_row(row, Code::Total);
            } else if alone && let Some(own) = self.section(row, first, columns, &section) {
                section = own;
                self.leave_row(row, Code::Title);
            } else {
                let before = self.items.len();
                // Where a section is no place but of a kind that the plan does not name, the title of the list says nothing of it.
                let kind_of_rest = if head::is_like_kind(&section.other) { None } else { kind_of_all };
                let kind = section.kind.or(kind_of_rest);
                let other = if kind.is_none() { &*section.other } else { "" };
                for part in columns.parts() {
                    if let Some(item) = self.item(columns, row, part, kind, other) {
                        self.items.push(item);
                    }
                }
                if self.items.len() > before {
                    rows.push(row);
                } else {
                    self.leave_row(row, if alone { Code::Title } else { Code::Remark });
                }
            }
        }
        pause.done(self.grid.height()).await;
        rows
    }

    /// The section that a title begins: of a kind, 三、雏鹰企业 of none, and within another one 1. or (一).
    fn section(&self, row: usize, column: usize, columns: &Columns, within: &Section) -> Option<Section> {
        let takes_kinds = columns.says.len() > 1 || self.tally.rule.code == CodeForm::Organisation;
        if let Some(kind) = self.kind_of_title(row).filter(|_| takes_kinds) {
            return Some(Section { kind: Some(kind), other: String::new() });
        }
        let text = plain(self.grid.text(row, column));
        let bare = without_enumeration(&text);
        let is_part = bare.len() < text.len() && text.starts_with('(');
        let is_merged = self.grid.cell(row, column).is_some_and(|cell| cell.merged.1 > 1);
        let other = bare.split_once('(').map_or(bare, |(before, _)| before);
        let counts = ["家)", "件)", "项)", "个)", "人)"].iter().any(|ending| text.ends_with(ending));
        // Where no name stands, but the numbers of the rows.
        let is_outside = column == 0 && matches!(columns.says[0], Says::Serial | Says::Nothing | Says::Other);
        let is_outside = is_outside && self.grid.sort(row, column) == Sort::Words;
        if !(self.is_numbered(row) || is_part || is_merged || counts || is_outside || head::is_title(other)) {
            return None;
        }
        if is_part && within.kind.is_some() {
            return Some(Section { kind: within.kind, other: String::new() });
        }
        let is_all = self.is_the_figure(other) || head::is_title(other);
        Some(Section { kind: None, other: if is_all { String::new() } else { other.to_owned() } })
    }

    /// Whether a title is numbered as sections are: 一、
    fn is_numbered(&self, row: usize) -> bool {
        let text = plain(self.grid.filled(row).first().map_or("", |column| self.grid.text(row, *column)));
        without_enumeration(&text).len() < text.len()
            && text.starts_with(['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'])
    }

    /// The kind that a title names: 高新技术企业名单, 一、专精特新中小企业（12家）.
    fn kind_of_title(&self, row: usize) -> Option<KindId> {
        let text = plain(self.grid.text(row, *self.grid.filled(row).first()?));
        let bare = without_enumeration(&text);
        if kinds::is_not_of_it(bare) {
            return None;
        }
        if let Some(kind) = kinds::find(bare, &self.tally) {
            return Some(kind);
        }
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
            |text: &str| kinds::find(text, &self.tally).or_else(|| self.tally.names.find(&[text, "企业"].concat()));
        found(bare).or_else(|| {
            // 某园区2025年高新技术企业: what stands before the name of the kind may be anything.
            let behind = around(bare, "年").map(|(_, behind)| behind.trim_start_matches("度"));
            behind
                .and_then(found)
                .or_else(|| if head::is_title(&text) { kinds::ending(bare, &self.tally) } else { None })
        })
    }

    fn is_total(&self, row: usize, first: usize) -> bool {
        let says_total = is_total(self.grid.text(row, first));
        let filled = self.grid.filled(row);
        says_total && filled.iter().skip(1).all(|column| self.grid.sort(row, *column) != Sort::Words)
    }

    /// The item of a row; none if it has neither name nor code nor kind.
    fn item(
        &mut self,
        columns: &Columns,
        row: usize,
        part: Range<usize>,
        kind: Option<KindId>,
        section: &str,
    ) -> Option<Item> {
        let mut item = Item { row: (row + 1).to_string(), ..Item::default() };
        let (mut words, mut out_of_scope, mut issuer) = (Vec::new(), None, "");
        let (mut passed, mut owner, mut is_numbered, mut second_code) = ("", None, false, "");
        for column in part {
            let says = &columns.says[column];
            let text = self.grid.text(row, column).trim();
            let is_blank = matches!(self.grid.sort(row, column), Sort::Blank | Sort::NotAvailable);
            if text.is_empty() || self.grid.is_hidden(row, column) {
                continue;
            }
            match says {
                Says::Field(Field::Kinds) if !is_blank => words.push((text, column)),
                Says::Kind(kind) if self.is_yes(text, row, column) => item.add_kind(*kind),
                Says::Scope if !is_blank && !self.is_the_figure(text) => out_of_scope = Some((text, column)),
                Says::Issuer => issuer = text,
                Says::Serial => is_numbered = true,
                Says::Valid if cells::has_passed(text, self.context.last_year) => passed = text,
                Says::Owner if !is_blank => match cells::leads(text) {
                    Some(leads) => item.rank = if leads { "1" } else { "2" }.to_owned(),
                    None => owner = text.split(kinds::BETWEEN).next(),
                },
                Says::Field(Field::Rank) if !is_blank && self.tally.ranked => {
                    // 参与 beside 3: the number tells more.
                    let own = cells::rank(text);
                    if item.rank.is_empty() || cells::is_number(&own) {
                        item.rank = own;
                    }
                }
                // Of several, what speaks against it stays.
                Says::Field(Field::Status)
                    if !is_blank && (item.status.is_empty() || self.speaks_for(&item.status)) =>
                {
                    text.clone_into(&mut item.status);
                }
                Says::Field(Field::Name) if !is_blank => text.clone_into(&mut item.name),
                Says::Field(Field::Code) if !is_blank => text.clone_into(&mut item.code),
                Says::SecondCode if !is_blank => second_code = text,
                Says::Field(Field::Host) if !is_blank => text.clone_into(&mut item.host),
                Says::Field(Field::Anyway) if !is_blank => text.clone_into(&mut item.anyway),
                _ => {}
            }
        }
        if item.code.is_empty() {
            second_code.clone_into(&mut item.code);
        }
        if !passed.is_empty() && (item.status.is_empty() || self.speaks_for(&item.status)) {
            item.status = ["过期：", passed].concat();
        }
        let texts: Vec<&str> = words.iter().map(|(text, _)| *text).collect();
        let heads: Vec<String> = words.iter().map(|(_, column)| columns.head_of(self.grid, *column)).collect();
        let (mut known, mut others) = self.named(&texts, &heads);
        if known.is_empty() && item.kinds.is_empty() {
            let mut parts = texts.clone();
            parts.push(&item.name);
            parts.extend(kinds::level_of_issuer(issuer, &self.tally));
            if let Some(kind) = kinds::together(&parts, &self.tally) {
                known.push(kind);
                others.clear();
            } else if self.tally.rule.one_by != OneBy::CodeOrName && others.is_empty() {
                known.extend(kinds::ending(&item.name, &self.tally));
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
        let says_kind = !item.kinds.is_empty() || !others.is_empty();
        if item.kinds.is_empty() {
            match kind {
                Some(kind) if others.is_empty() => item.add_kind(kind),
                None if others.is_empty() && !section.is_empty() => item.other_kinds.push(section.to_owned()),
                _ => item.other_kinds = others,
            }
        }
        if item.name.is_empty() && item.code.is_empty() {
            if !says_kind {
                return None;
            }
            // One thing over several rows: the name stands in the first. A row with a number of its own lacks its name.
            let name = columns.says.iter().position(|says| *says == Says::Field(Field::Name));
            let is_covered = name.is_some_and(|name| self.grid.sort(row, name) == Sort::Words);
            let goes_on = columns.period == columns.says.len() && (is_covered || !is_numbered);
            if let Some(before) = self.items.last().filter(|_| goes_on) {
                (item.name, item.code) = (before.name.clone(), before.code.clone());
            }
        }
        self.owners.push(owner.map(plain));
        Some(item)
    }

    /// The kinds that some cells name, and the words that name none.
    fn named(&mut self, texts: &[&str], heads: &[String]) -> (Vec<KindId>, Vec<String>) {
        let mut key = String::new();
        for text in texts.iter().copied().chain(heads.iter().map(String::as_str)) {
            key.push_str(text);
            key.push('\u{1}');
        }
        let number = self.texts.number(&key);
        if number == self.named.len() {
            self.named.push(kinds::named(texts, heads, &self.tally));
        }
        self.named[number].clone()
    }

    /// Whether a cell under the name of a kind says that the item is of it. What is neither yes nor no is named and taken for neither.
    fn is_yes(&mut self, text: &str, row: usize, column: usize) -> bool {
        let says_yes = cells::says_yes(text) || kinds::says_kind(text, &self.tally);
        if says_yes || self.grid.is_year(row, column) {
            return true;
        }
        if !cells::says_no(text) && self.grid.sort(row, column) != Sort::NotAvailable {
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
}
