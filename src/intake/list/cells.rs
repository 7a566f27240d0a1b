//! What a cell of a list says by itself: yes or no, a rank, a date that has passed, a status, whose it is.

use super::columns::Columns;
use super::{Reader, head, kinds};
use crate::order::Numbered;
use crate::words::{Words, around, around_any, behind_any, is_one_of, plain};

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
    let text = plain(text);
    // 否（第二）
    let bare = text.split_once('(').map_or(&*text, |(before, _)| before);
    is_one_of("否 无 没有 不是 × ✗ ✘ x 0 n no false - -- / ☐ □", bare)
}

/// Whether a cell answers a question, and says nothing else. A dash says nothing.
pub fn is_yes_or_no(text: &str) -> bool {
    let text = plain(text);
    is_one_of("是 否 不是 √ ✓ ✔ × ✗ ✘ y n yes no true false", &text)
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
    if is_one_of(
        "牵头 牵头单位 牵头建设 牵头承担 主持 主持单位 主导 主导单位 主编 主编单位 独立 独立完成 独立承担 独立建设 是 lead",
        bare,
    ) {
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

/// Whether a text says what part the unit had, and nothing else: 牵头, 主要参与. Yes and no say it only below a head that asks for it.
pub fn is_part_in_it(text: &str) -> bool {
    const PARTS: &str = "牵头 牵头单位 参与 参与单位 主要参与 主要参与单位 主持 主持单位 主导 主导单位 参加 参加单位 协作 协作单位 配合 合作单位 独立 独立完成 独立承担 \
        主编 主编单位 参编 参编单位 第一 第二 第三 第四 第五 第一完成单位 第二完成单位 第三完成单位 第一起草单位 第二起草单位 第三起草单位";
    is_one_of(PARTS, &plain(text))
}

/// Whether a text is a Chinese numeral by itself, as sections are numbered: 一, （二）.
pub fn is_numeral(text: &str) -> bool {
    let text = plain(text);
    let bare = text.trim_matches(['(', ')', '、', '.']);
    !bare.is_empty() && bare.chars().all(|sign| "一二三四五六七八九十".contains(sign))
}

/// Whether a text says how many things there are: 共 3 件.
pub fn is_number_of_things(text: &str) -> bool {
    let text = plain(text);
    let rest = text.trim_matches(|sign: char| sign.is_ascii_digit() || "共计有约:件家项个人名条种".contains(sign));
    rest.is_empty() && text.bytes().any(|byte| byte.is_ascii_digit())
}

/// Whether a text is where the seal is set below a table: 单位（盖章）.
pub fn is_seal(text: &str) -> bool {
    let text = plain(text);
    ["(盖章)", "(公章)", "(签章)", "(签字)"].iter().any(|seal| around(&text, seal).is_some()) || text == "盖章"
}

/// Whether a text says nothing of whether something still holds: a date, where the last year is not known; how long it holds; or that it
/// has no end.
pub fn is_no_limit(text: &str) -> bool {
    let text = plain(text);
    let is_span = ["年", "个月", "月"].iter().any(|unit| {
        let number = text.strip_suffix(unit);
        number.is_some_and(|number| {
            number.chars().all(|sign| sign.is_ascii_digit() || "一二两三四五六七八九十".contains(sign))
        })
    });
    is_span || head::is_date(&text) || is_one_of("长期 长期有效 永久 永久有效 无固定期限 无期限 不限 有效 是", &text)
}

/// What a kind says in brackets of how long it holds: 有效期至2021年, 2018-2021.
pub fn limit_within(text: &str) -> Option<&str> {
    let (_, within) = text.split_once(['(', '（'])?;
    let within = within.trim_end_matches([')', '）']);
    let mut digits = within.split(|sign: char| !sign.is_ascii_digit());
    let years = digits.clone().filter(|part| part.len() == 4).count();
    let says_limit = around_any("有效期 到期 截至 截止", within).is_some();
    ((says_limit && digits.any(|part| part.len() >= 4)) || years > 1).then_some(within)
}

/// Whether a text is a number of digits alone.
pub fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether a date lies before the end of the last year of the figures; of two dates the later. None if the text says no date, or the last
/// year is not known.
pub fn has_passed(text: &str, last_year: Option<u16>) -> Option<bool> {
    let last_year = last_year?;
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
    latest.map(|(year, is_end)| year < last_year || (year == last_year && !is_end))
}

impl Reader<'_> {
    /// What a text on how long an item holds says against it; none if it says nothing against it.
    pub fn limit<'t>(&mut self, text: &'t str) -> Option<[&'t str; 2]> {
        let earliest = self.tally.rule.statuses.as_ref().and_then(|statuses| statuses.earliest_last_year);
        match has_passed(text, self.context.last_year.or(earliest)) {
            Some(is_over) => {
                self.has_limits |= is_over || self.context.last_year.is_some();
                is_over.then_some(["过期：", text])
            }
            // 已过期, or a day as a number: whether it still holds, a person has to say.
            None => (!is_no_limit(text)).then_some(["期限：", text]),
        }
    }

    /// Whether a remark says something against its item: 已离职, 转让给乙公司.
    pub fn remarks_against(&self, columns: &Columns, column: usize, text: &str) -> bool {
        const AGAINST: &str =
            "失效 过期 到期 撤销 取消 注销 吊销 终止 转让 离职 调离 退休 停产 迁出 申报中 公示中 在审 未通过 未获批";
        const LONGEST: usize = 20;
        around_any(AGAINST, &plain(text)).is_some()
            && text.chars().count() <= LONGEST
            && around_any("备注 说明 情况 remark note", &plain(&columns.head_of(self.grid, column))).is_some()
    }

    /// Items that are somebody else's than most others of the list get a status that has to be looked at.
    pub fn doubt_other_owners(&mut self) {
        let (mut owners, mut counts) = (Numbered::default(), Vec::new());
        for owner in self.owners.iter().flatten() {
            let number = owners.number(owner);
            counts.resize(owners.len(), 0);
            counts[number] += 1;
        }
        let all: usize = counts.iter().sum();
        // Where no owner has most of them, nobody knows which is the unit.
        let most = counts.iter().position(|count| count * 2 > all);
        for index in 0..self.items.len() {
            let is_another = |owner: &&String| most.is_none_or(|most| owners.find(owner) != Some(most));
            let Some(owner) = self.owners[index].as_ref().filter(is_another) else { continue };
            let status = &self.items[index].status;
            if status.is_empty() || self.speaks_for(status) {
                self.items[index].status = ["权利人：", owner].concat();
            }
        }
    }

    /// The code in a cell: what it shows, or its number where a spreadsheet shows a long one as 2.02112E+12.
    pub fn code(&self, row: usize, column: usize) -> &str {
        let text = self.grid.text(row, column).trim();
        let number = self.grid.cell(row, column).and_then(|cell| cell.number.as_deref());
        let is_short = |number: &&str| {
            number.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.')
                && text.bytes().any(|byte| byte == b'E' || byte == b'e')
        };
        number.filter(is_short).unwrap_or(text)
    }

    /// Whether a status is one of what counts.
    pub fn speaks_for(&self, status: &str) -> bool {
        let statuses = self.tally.rule.statuses.as_ref();
        statuses.is_none_or(|statuses| statuses.counts(&plain(status)) == Some(true))
    }
}
