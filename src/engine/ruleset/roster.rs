//! What a list of things comes to: which of them are one, which kind counts, and what does not count. Data, like every rule of the plan.

use super::node::{Node, Read};
use super::{Certainty, Kind};
use crate::ids::{KindId, Table};
use crate::names::names;
use crate::text::{Text, around, plain};

/// How a roster is counted.
#[derive(Clone, Debug)]
pub struct RosterRule {
    /// What the code of an item is.
    pub code: CodeForm,
    /// By what two items are one thing.
    pub one_by: OneBy,
    /// Whether two items that only have a name in common are one with a doubt.
    pub name_is_doubtful: bool,
    /// Whether the highest kind of a thing counts, which is the last in the list; else the heaviest.
    pub highest: bool,
    /// Whether a thing may rise from one kind to another.
    pub rises: bool,
    /// The kind of what has none.
    pub kind_if_none: Option<KindId>,
    /// The words of what has another kind and counts as that one: 奖. Anything else that stands there is a doubt.
    pub other_kinds: Vec<String>,
    /// Whether only the lead unit's things count.
    pub lead_only: bool,
    /// What patents that are no inventions are called; none where their numbers are not looked at.
    pub no_inventions: Option<Vec<String>>,
    /// What the status of an item says.
    pub statuses: Option<Statuses>,
    /// Which kind the number of a standard tells.
    pub series: Vec<Series>,
    /// Which level (国家级, 省部级) an award has by who gave it; the first that fits, and none for those that the plan does not name.
    pub issuers: Vec<Issuers>,
    /// The rules one by one, for those who show them.
    pub clauses: Vec<CountingClause>,
}

/// What the code of an item is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CodeForm {
    /// 统一社会信用代码, 组织机构代码 or the old registration number.
    Organisation,
    /// A patent's number.
    Patent,
    /// A standard's number.
    Standard,
    /// A number of which nothing is known: of a certificate, of an employee.
    Other,
}

names!(CodeForm {
    Organisation = "organisation",
    Patent = "patent",
    Standard = "standard",
    Other = "other",
});

/// By what two items are one thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OneBy {
    /// The same code, and without a code the same name.
    CodeOrName,
    /// The same code only.
    Code,
    /// The same name, unless the codes differ.
    Name,
    /// The same name, or the same unit that it is built on (依托单位).
    NameOrHost,
}

names!(OneBy {
    CodeOrName = "code_or_name",
    Code = "code",
    Name = "name",
    NameOrHost = "name_or_host",
});

/// The words for a status, as they are compared. A word may stand within a longer one.
#[derive(Clone, Debug)]
pub struct Statuses {
    /// Those of what counts.
    pub counts: Vec<String>,
    /// Those of what does not.
    pub does_not_count: Vec<String>,
    /// The earliest year with which the series of an applicant may end: what ran out before that is out of force whoever applies.
    pub earliest_last_year: Option<u16>,
}

impl Statuses {
    /// Whether a plain status is one of what counts; none if it is not known. What denies is neither one of what counts (非有效) nor one of
    /// what does not (未失效); and 有效期 says only until when.
    pub fn counts(&self, status: &str) -> Option<bool> {
        const YES: [&str; 5] = ["是", "yes", "y", "true", "√"];
        const NO: [&str; 6] = ["否", "不是", "no", "n", "false", "×"];
        const DENIES: [&str; 12] = ["非", "不", "未", "无", "没", "否", "曾", "部分", "即将", "待", "not", "nolonger"];
        if NO.contains(&status) {
            return if self.does_not_count.is_empty() { None } else { Some(false) };
        }
        if YES.contains(&status) {
            return Some(true);
        }
        let says = |text: &str, words: &[String]| words.iter().any(|word| around(text, word).is_some());
        // A word of the document that denies in itself, as 未授权, is not denied again.
        let is_denied = |word: &String| {
            let (before, _) = around(status, word).unwrap_or_default();
            DENIES.iter().any(|denies| before.ends_with(denies) || before.ends_with(&[denies, "有"].concat()))
        };
        let against: Vec<&String> = self.does_not_count.iter().filter(|word| around(status, word).is_some()).collect();
        if against.iter().any(|word| !is_denied(word)) {
            return Some(false);
        }
        let rest = match around(status, "有效期") {
            Some((before, behind)) if !behind.starts_with('内') => [before, "\n", behind].concat(),
            _ => status.to_owned(),
        };
        let denies = DENIES.iter().any(|word| around(status, word).is_some());
        (against.is_empty() && says(&rest, &self.counts) && !denies).then_some(true)
    }
}

/// The numbers of standards that begin with certain letters.
#[derive(Clone, Debug)]
pub struct Series {
    /// The letters.
    pub prefixes: Vec<String>,
    /// Whether digits follow the letters at once, as in local standards (DB11/T).
    pub with_region: bool,
    /// The kind; none for what the plan does not name.
    pub kind: Option<KindId>,
}

/// Those who give awards of one level.
#[derive(Clone, Debug)]
pub struct Issuers {
    /// The level as it stands before a grade; none for awards that do not count.
    pub level: Option<String>,
    /// Their names, as they are compared.
    pub names: Vec<String>,
    /// The words in their names.
    pub within: Vec<String>,
    /// The words that their names end with.
    pub ends: Vec<String>,
}

/// One of the rules, with where it comes from.
#[derive(Clone, Debug)]
pub struct CountingClause {
    /// What it says, in words.
    pub title: Text,
    /// How sure that is.
    pub certainty: Certainty,
    /// The plan's sentence, where it has one.
    pub quote: Option<String>,
}

/// The rules of counting.
#[derive(Clone, Copy)]
enum Counting {
    CountsOnce,
    HeaviestKind,
    HighestKind,
    KindsRise,
    KindIfNone,
    LeadUnitOnly,
    InventionsOnly,
    Status,
    KindOfNumber,
    LevelOfIssuer,
}

names!(Counting {
    CountsOnce = "counts_once",
    HeaviestKind = "heaviest_kind",
    HighestKind = "highest_kind",
    KindsRise = "kinds_rise",
    KindIfNone = "kind_if_none",
    LeadUnitOnly = "lead_unit_only",
    InventionsOnly = "inventions_only",
    Status = "status",
    KindOfNumber = "kind_of_number",
    LevelOfIssuer = "level_of_issuer",
});

/// Reads how a tally's roster is counted.
pub(super) fn roster(node: &Node, kinds: &Table<KindId, Kind>) -> Read<RosterRule> {
    node.only(&["code", "rules"])?;
    let mut rule = RosterRule {
        code: node.key("code").named()?,
        one_by: OneBy::Code,
        name_is_doubtful: false,
        highest: false,
        rises: false,
        kind_if_none: None,
        other_kinds: Vec::new(),
        lead_only: false,
        no_inventions: None,
        statuses: None,
        series: Vec::new(),
        issuers: Vec::new(),
        clauses: Vec::new(),
    };
    let rules = node.key("rules");
    rules.each(&mut |node| read_rule(node, kinds, &mut rule))?;
    if rule.clauses.is_empty() { Err(rules.refuse("at least one is needed")) } else { Ok(rule) }
}

fn read_rule(node: &Node, kinds: &Table<KindId, Kind>, rule: &mut RosterRule) -> Read<()> {
    let counting = node.key("rule").named()?;
    let keys: &[&str] = match counting {
        Counting::CountsOnce => &["by", "name_is_doubtful"],
        Counting::KindIfNone => &["kind", "words"],
        Counting::InventionsOnly => &["others"],
        Counting::Status => &["counts", "does_not_count", "earliest_last_year"],
        Counting::KindOfNumber => &["series"],
        Counting::LevelOfIssuer => &["issuers"],
        _ => &[],
    };
    node.only(&[&["rule", "title", "certainty", "quote"], keys].concat())?;
    match counting {
        Counting::CountsOnce => {
            rule.one_by = node.key("by").named()?;
            rule.name_is_doubtful = node.key("name_is_doubtful").flag()?;
        }
        Counting::HeaviestKind => rule.highest = false,
        Counting::HighestKind => rule.highest = true,
        Counting::KindsRise => rule.rises = true,
        Counting::KindIfNone => {
            rule.kind_if_none = Some(kind(&node.key("kind"), kinds)?);
            rule.other_kinds = node.key("words").optional(words)?.unwrap_or_default();
        }
        Counting::LeadUnitOnly => rule.lead_only = true,
        Counting::InventionsOnly => rule.no_inventions = Some(words(&node.key("others"))?),
        Counting::Status => {
            let (counts, does_not_count) = (words(&node.key("counts"))?, words(&node.key("does_not_count"))?);
            let year = node.key("earliest_last_year").optional(Node::small)?;
            let earliest_last_year = year.and_then(|year| u16::try_from(year).ok());
            rule.statuses = Some(Statuses { counts, does_not_count, earliest_last_year });
        }
        Counting::KindOfNumber => node.key("series").each(&mut |node| {
            rule.series.push(series(node, kinds)?);
            Ok(())
        })?,
        Counting::LevelOfIssuer => node.key("issuers").each(&mut |node| {
            node.only(&["level", "names", "within", "ends"])?;
            rule.issuers.push(Issuers {
                level: node.key("level").optional(Node::string)?,
                names: words(&node.key("names"))?,
                within: words(&node.key("within"))?,
                ends: words(&node.key("ends"))?,
            });
            Ok(())
        })?,
    }
    rule.clauses.push(CountingClause {
        title: node.key("title").bilingual()?,
        certainty: node.key("certainty").named()?,
        quote: node.key("quote").optional(Node::string)?,
    });
    Ok(())
}

fn series(node: &Node, kinds: &Table<KindId, Kind>) -> Read<Series> {
    node.only(&["prefixes", "with_region", "kind"])?;
    Ok(Series {
        prefixes: node.key("prefixes").strings()?,
        with_region: node.key("with_region").flag()?,
        kind: node.key("kind").optional(|node| kind(node, kinds))?,
    })
}

fn kind(node: &Node, kinds: &Table<KindId, Kind>) -> Read<KindId> {
    let id = node.text()?;
    kinds.find(|kind| kind.id == id).ok_or_else(|| node.refuse("there is no such kind"))
}

fn words(node: &Node) -> Read<Vec<String>> {
    let mut words = node.strings()?;
    for word in &mut words {
        *word = plain(word);
    }
    Ok(words)
}
