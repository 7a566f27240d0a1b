//! What a cell of a list says by itself: yes or no, a rank, a date that has passed, a status, whose it is.

use super::{Reader, head, kinds};
use crate::order::Numbered;
use crate::words::{Words, around, behind_any, is_one_of, plain};

/// Whether a cell of 是否… says yes; a date and the batch of a recognition do too.
pub fn says_yes(text: &str) -> bool {
    const YES: &str = "是 有 √ ✓ ✔ ☑ ● ○ 1 y yes true 对 v 已认定 认定 通过 已通过 获评 已获评";
    let text = plain(text);
    let (bare, within) = text.split_once('(').unwrap_or((&text, ""));
    !kinds::is_not_of_it(within)
        && (is_one_of(YES, bare) || head::is_date(bare) || (bare.starts_with('第') && bare.ends_with('批')))
}

/// Whether a cell of 是否… says no.
pub fn says_no(text: &str) -> bool {
    is_one_of("否 无 没有 不是 × ✗ ✘ x 0 n no false - -- / ☐ □", &plain(text))
}

/// Whether a cell says that the unit is the first, or that it is not; none if it says neither.
pub fn leads(text: &str) -> Option<bool> {
    let rank = rank(text);
    if is_number(&rank) {
        return Some(rank == "1");
    }
    if says_no(text) { Some(false) } else { says_yes(text).then_some(true) }
}

/// The rank that a cell says: 牵头 is 1, 第2 is 2, 2/5 is 2. What it says otherwise stays, and is refused where it is counted.
pub fn rank(text: &str) -> String {
    const NUMBERS: &str = "一 二 三 四 五 六 七 八 九 十";
    const BEHIND: &str = "完成单位 起草单位 完成人 单位 位 名";
    let bare = plain(text);
    let bare = bare.split_once('(').map_or(&*bare, |(before, _)| before);
    if is_one_of("牵头 牵头单位 牵头建设 牵头承担 主持 主持单位 独立 独立完成 独立承担 独立建设 是 lead", bare)
    {
        return "1".to_owned();
    }
    let bare = behind_any("排名第 第", bare).unwrap_or(bare);
    let bare = Words(BEHIND).find_map(|word| bare.strip_suffix(word)).unwrap_or(bare);
    if let Some(place) = Words(NUMBERS).position(|number| number == bare) {
        return (place + 1).to_string();
    }
    match bare.split_once('/') {
        Some((rank, of)) if is_number(rank) && is_number(of) => rank.to_owned(),
        _ if is_number(bare) => bare.to_owned(),
        _ => text.to_owned(),
    }
}

/// Whether a text is a number of digits alone.
pub fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether a date lies before the end of the last year of the figures; of two dates the later.
pub fn has_passed(text: &str, last_year: Option<u16>) -> bool {
    let Some(last_year) = last_year else { return false };
    let mut digits = text.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty());
    let mut latest = None;
    while let Some(part) = digits.next() {
        let year = match part.len() {
            4 => part.parse::<u16>().ok(),
            8 => part.get(..4).and_then(|year| year.parse::<u16>().ok()),
            _ => None,
        };
        if let Some(year) = year.filter(|year| (1990..=2100).contains(year)) {
            let is_end =
                part.ends_with("1231") || (digits.clone().next() == Some("12") && digits.clone().nth(1) == Some("31"));
            latest = latest.max(Some((year, is_end)));
        }
    }
    latest.is_some_and(|(year, is_end)| year < last_year || (year == last_year && !is_end))
}

impl Reader<'_> {
    /// Items that are somebody else's than most others of the list get a status that has to be looked at.
    pub fn doubt_other_owners(&mut self) {
        let (mut owners, mut counts) = (Numbered::default(), Vec::new());
        for owner in self.owners.iter().flatten() {
            let number = owners.number(owner);
            counts.resize(owners.len(), 0);
            counts[number] += 1;
        }
        let all: usize = counts.iter().sum();
        let Some(most) = counts.iter().position(|count| count * 2 >= all) else { return };
        for index in 0..self.items.len() {
            let Some(owner) = self.owners[index].as_ref().filter(|owner| owners.find(owner) != Some(most)) else {
                continue;
            };
            let status = &self.items[index].status;
            if status.is_empty() || self.speaks_for(status) {
                self.items[index].status = ["权利人：", owner].concat();
            }
        }
    }

    /// Whether a status is one of what counts.
    pub fn speaks_for(&self, status: &str) -> bool {
        let status = plain(status);
        let Some(statuses) = &self.tally.rule.statuses else { return true };
        let says = |words: &[String]| words.iter().any(|word| around(&status, word).is_some());
        says(&statuses.counts) && !says(&statuses.does_not_count)
    }
}
