//! The kinds that the words of an item name: alone, several in one cell, or two cells together (国家科学技术进步奖 and 二等奖).

use engine::ids::KindId;

use super::Tally;
use crate::words::{around, is_one_of, plain};

/// What stands between the kinds in a cell.
pub const BETWEEN: [char; 9] = ['、', '，', ',', '；', ';', '/', '\n', '+', '|'];

/// Whether a text names at least one kind.
pub fn says_kind(text: &str, tally: &Tally) -> bool {
    tally.names.find(text).is_some() || text.split(BETWEEN).any(|part| find(part, tally).is_some())
}

/// The kind that a text names, with or without what offices write around it: 国家级, （2023年认定）.
pub fn find(text: &str, tally: &Tally) -> Option<KindId> {
    tally.names.find(text).or_else(|| {
        let text = plain(text);
        let (before, rest) = text.split_once('(')?;
        let (_, behind) = rest.split_once(')')?;
        tally.names.find(&[before, behind].concat()).or_else(|| tally.names.find(before))
    })
}

/// The kinds that some texts name, and the words that name none.
/// A word may name one together with the head above it: 高级 under 职称.
pub fn named(texts: &[&str], heads: &[String], tally: &Tally) -> (Vec<KindId>, Vec<String>) {
    let (mut kinds, mut others) = (Vec::new(), Vec::new());
    for (text, head) in texts.iter().zip(heads) {
        if let Some(kind) = find(text, tally) {
            add(&mut kinds, kind);
            continue;
        }
        for part in text.split(BETWEEN) {
            let with_head =
                || tally.names.find(&[part, head].concat()).or_else(|| tally.names.find(&[head, part].concat()));
            match find(part, tally).or_else(with_head) {
                Some(kind) => add(&mut kinds, kind),
                None if says_nothing(part) => {}
                None => others.push(part.trim().to_owned()),
            }
        }
    }
    (kinds, others)
}

/// The kind that two of some texts name together.
pub fn together(texts: &[&str], tally: &Tally) -> Option<KindId> {
    for one in texts {
        for other in texts {
            if let Some(kind) = tally.names.find(&[*one, *other].concat()) {
                return Some(kind);
            }
        }
    }
    None
}

/// The level of an award by who gave it: 国家部委和省级人民政府 give those of 省部级.
pub fn level_of_issuer(issuer: &str) -> Option<&'static str> {
    let issuer = plain(issuer);
    let has = |word: &str| around(&issuer, word).is_some();
    if has("学会") || has("协会") || has("联合会") || has("基金会") {
        None
    } else if has("国务院") || has("中共中央") {
        Some("国家级")
    } else if ["省人民政府", "自治区人民政府", "北京市人民政府", "上海市人民政府", "天津市人民政府", "重庆市人民政府"]
        .iter()
        .any(|word| has(word))
    {
        Some("省部级")
    } else {
        let is_ministry = issuer.ends_with('部') || ["发展改革委", "国家发展和改革委员会"].iter().any(|word| has(word));
        is_ministry.then_some("省部级")
    }
}

/// Whether a part of a cell says that there is nothing.
fn says_nothing(text: &str) -> bool {
    let text = plain(text);
    text.is_empty() || is_one_of("无 否 没有 暂无 - -- 0 × 不是 n/a no none", &text)
}

fn add(kinds: &mut Vec<KindId>, kind: KindId) {
    if !kinds.contains(&kind) {
        kinds.push(kind);
    }
}
