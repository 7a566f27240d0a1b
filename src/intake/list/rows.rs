//! What every row of a list says: an item, a title, a section of items of one kind, a total, a note.

use std::ops::Range;

use engine::ids::KindId;
use engine::pause::Pause;
use engine::roster::Item;
use engine::ruleset::OneBy;

use super::columns::{Columns, Field, Says, is_hidden_row};
use super::sections::Section;
use super::{Reader, cells, head, kinds};
use crate::grid::Sort;
use crate::reading::Code;
use crate::words::{around, is_note, plain};

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
            let is_closing = is_note(text) || cells::is_seal(text);
            if is_hidden_row(self.grid, row) {
                self.leave_row(row, Code::Hidden);
            } else if is_closing && (alone || plain(text).bytes().any(|byte| byte == b':')) {
                self.leave_row(row, Code::Note);
            } else if columns.is_head_again(self.grid, row) {
                self.leave_row(row, Code::Header);
            } else if self.is_total(row, first) {
                self.leave_row(row, Code::Total);
            } else if let Some(own) = self.section(row, columns, &section) {
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
        let (mut limit, mut owner, mut is_numbered, mut second_code) = ([""; 2], None, false, String::new());
        for column in part {
            let says = &columns.says[column];
            let text = self.grid.text(row, column).trim();
            let asks = columns.asks.get(column).is_some_and(|asks| *asks);
            let is_blank = match self.grid.sort(row, column) {
                Sort::Blank => true,
                Sort::NotAvailable => !asks,
                _ => false,
            };
            if text.is_empty() || self.grid.is_hidden(row, column) {
                continue;
            }
            match says {
                Says::Field(Field::Kinds) if !is_blank => {
                    words.push((text, column));
                    // 高新技术企业（有效期至2021年）
                    if let Some(within) = cells::limit_within(text) {
                        limit = self.limit(within).unwrap_or(limit);
                    }
                }
                Says::Kind(kind) if self.is_yes(text, row, column) => item.add_kind(*kind),
                Says::Scope if !is_blank && !self.is_the_figure(text) => out_of_scope = Some((text, column)),
                Says::Issuer => issuer = text,
                Says::Serial => is_numbered = true,
                Says::Valid if !is_blank => limit = self.limit(text).unwrap_or(limit),
                Says::Owner if !is_blank => match cells::leads(text) {
                    Some(leads) => item.rank = if leads { "1" } else { "2" }.to_owned(),
                    None => owner = text.split(kinds::BETWEEN).next(),
                },
                // A dash is no rank, and who says none there does not say that the unit led.
                Says::Field(Field::Rank) if self.tally.ranked => {
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
                    item.status = if asks && cells::says_no(text) { "否".to_owned() } else { text.to_owned() };
                }
                // Remarks may say anything; what speaks against an item is asked about.
                Says::Other if item.status.is_empty() && self.remarks_against(columns, column, text) => {
                    text.clone_into(&mut item.status);
                }
                Says::Field(Field::Name) if !is_blank => text.clone_into(&mut item.name),
                Says::Field(Field::Code) if !is_blank => self.code(row, column).clone_into(&mut item.code),
                Says::SecondCode if !is_blank => second_code = self.code(row, column).to_owned(),
                // 是 under 牵头单位 is no unit.
                Says::Field(Field::Host) if cells::is_yes_or_no(text) => {
                    item.rank = if item.rank.is_empty() { cells::rank(text) } else { item.rank };
                }
                Says::Field(Field::Host) if !is_blank => text.clone_into(&mut item.host),
                Says::Field(Field::Anyway) if !is_blank => text.clone_into(&mut item.anyway),
                _ => {}
            }
        }
        if item.code.is_empty() {
            item.code = second_code;
        }
        if limit != [""; 2] && (item.status.is_empty() || self.speaks_for(&item.status)) {
            item.status = limit.concat();
            self.has_limits = true;
        }
        let texts: Vec<&str> = words.iter().map(|(text, _)| *text).collect();
        let heads: Vec<String> = words.iter().map(|(_, column)| columns.head_of(self.grid, *column)).collect();
        let (mut known, mut others) = self.named(&texts, &heads);
        if known.is_empty() && item.kinds.is_empty() {
            let mut parts = texts.clone();
            parts.push(&item.name);
            let of_ministry = || kinds::level_of_ministry(&item.name, &self.tally);
            parts.extend(kinds::level_of_issuer(issuer, &self.tally).or_else(of_ministry));
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

    /// Whether a word names what counts as the kind of all that has none: another award.
    fn is_of_the_rest(&self, word: &str) -> bool {
        let (rule, word) = (self.tally.rule, plain(word));
        let says = |words: &[String]| words.iter().any(|own| around(&word, own).is_some());
        let is_one = rule.other_kinds.is_empty() || says(&rule.other_kinds);
        let is_against = rule.statuses.as_ref().is_some_and(|statuses| statuses.counts(&word) == Some(false));
        rule.kind_if_none.is_some() && is_one && !is_against && !rule.no_inventions.as_deref().is_some_and(says)
    }
}
