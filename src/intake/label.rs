//! What the head of a row or a column says: a name, a unit, a year, or what its cells are.

use crate::names::{Named, Names};
use crate::unit::Unit;
use crate::words::{BEFORE, Role, is_one_of, joined, leaves_open, plain, role, without_enumeration};
use crate::year::{Year, take_year};

/// What one text says.
#[derive(Clone, Debug, Default)]
pub struct Label {
    /// The figures and kinds that it names.
    pub named: Named,
    /// The unit.
    pub unit: Option<Unit>,
    /// A second unit, which contradicts it.
    pub other_unit: Option<Unit>,
    /// The year.
    pub year: Option<Year>,
    /// What the cells are, where it names no figure or kind.
    pub role: Option<Role>,
    /// Whether it says anything that is none of these.
    pub is_unknown: bool,
}

/// What may stand in brackets behind a name without changing what it names.
const REMARKS: &str =
    "快报 快报数 年报 年报数 实际 实际数 决算 审计后 经审计 未审计 未经审计 审计数 审定 审定数 合并口径 合计 全口径 含";

impl Label {
    /// Reads a text against the names that a track knows.
    pub fn read(text: &str, names: &Names) -> Label {
        let whole = plain(text);
        // A name in which a year or a unit seems to stand: it is looked up as it is before anything is taken from it.
        let bare = without_enumeration(&whole);
        let found = names.find(bare);
        if found.is_some() {
            return Label { named: found, ..Label::default() };
        }
        let looked_up = bare;
        if let Some(unit) = Unit::named(bare) {
            return Label { unit: Some(unit), ..Label::default() };
        }
        let (bare, year) = match take_year(bare) {
            Some((rest, year)) => (rest, Some(year)),
            None => (bare.to_owned(), None),
        };
        let Parted { without, kept, units, brackets } = without_brackets(&bare);
        let unit = units.first().copied();
        let other_unit = units.into_iter().find(|other| Some(*other) != unit);
        let (without, unit) = match unit {
            Some(unit) => (without, Some(unit)),
            None => behind_a_mark(&without),
        };
        let rest = without_enumeration(&without);
        let remarked = brackets.iter().all(|bracket| is_one_of(REMARKS, bracket));
        let mut flat = rest.to_owned();
        for bracket in &brackets {
            flat.push_str(bracket);
        }
        let name = if remarked { rest } else { &flat };
        let mut named = if name == looked_up { Named::default() } else { names.find(name) };
        if !named.is_some() && !remarked {
            // 专精特新（小巨人）企业: what stands in brackets belongs to the middle of the name.
            named = names.find(&without_marks(&bare));
        }
        if !named.is_some() && !remarked {
            // 研究与试验发展（R&D）经费（万元）
            named = names.find(without_enumeration(&kept));
        }
        let role = match named.is_some() {
            true => None,
            false if remarked => role(rest).or_else(|| role(&flat)),
            false => role_with(rest, &flat, &brackets),
        };
        let said = !rest.is_empty() || !(remarked || brackets.is_empty());
        Label { is_unknown: !named.is_some() && role.is_none() && said, named, unit, other_unit, year, role }
    }

    /// Whether all that it says is a year and, perhaps, what kind of number stands under it.
    pub fn is_year(&self) -> bool {
        self.year.is_some()
            && !self.is_unknown
            && !self.named.is_some()
            && matches!(self.role, None | Some(Role::Value))
    }
}

/// The role of a head with something in brackets: 数量(计划) is a plan, and 人数(离职) counts others than 人数.
fn role_with(rest: &str, flat: &str, brackets: &[String]) -> Option<Role> {
    let (own, with) = (role(rest), role(flat));
    match (own, with) {
        (
            Some(Role::Count | Role::Value),
            Some(Role::Change | Role::Weight | Role::Plan | Role::Rank | Role::Total),
        ) => with,
        (Some(Role::Count), _) if !brackets.iter().all(|bracket| leaves_open(bracket)) => Some(Role::OtherCount),
        _ => own.or(with),
    }
}

/// A text and what stands in its brackets.
#[derive(Default)]
struct Parted {
    /// The text without any of them.
    without: String,
    /// The text with those that say neither a unit nor nothing.
    kept: String,
    /// The units in them.
    units: Vec<Unit>,
    /// What else stands in them.
    brackets: Vec<String>,
}

fn without_brackets(text: &str) -> Parted {
    let mut parted = Parted::default();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('(') {
        parted.without.push_str(before);
        parted.kept.push_str(before);
        let (inside, behind) = after.split_once(')').unwrap_or((after, ""));
        for part in inside.split([',', '、', ';']) {
            let part = part.strip_prefix("单位").map_or(part, |unit| unit.trim_start_matches(':'));
            match Unit::named(part) {
                Some(unit) => parted.units.push(unit),
                None if says_nothing(part) => {}
                None => {
                    parted.brackets.push(part.to_owned());
                    parted.kept.push_str(&joined(&["(", part, ")"]));
                }
            }
        }
        rest = behind;
    }
    parted.without.push_str(rest);
    parted.kept.push_str(rest);
    parted
}

/// Whether a part of a bracket leaves the name what it is: a number of a footnote, a weight, a word that may stand before any name.
fn says_nothing(part: &str) -> bool {
    part.bytes().all(|byte| byte.is_ascii_digit())
        || ["权重", "系数", "ω"].iter().any(|word| part.starts_with(word))
        || is_one_of(BEFORE, part)
}

fn without_marks(text: &str) -> String {
    text.chars().filter(|c| !matches!(c, '(' | ')')).collect()
}

/// The unit behind a colon, a slash or a comma: `营业收入:亿元`.
fn behind_a_mark(text: &str) -> (String, Option<Unit>) {
    let parted = text.rsplit_once([':', '/', ',', '、']);
    match parted.and_then(|(name, unit)| Some((name, Unit::named(unit)?))) {
        Some((name, unit)) if !name.is_empty() => (name.to_owned(), Some(unit)),
        _ => (text.trim_end_matches(':').to_owned(), None),
    }
}
