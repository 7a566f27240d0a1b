//! How the items of a list count, in words.

use crate::texts::words;
use engine::ids::{Id, KindId};
use engine::roster::{Doubt, Item, Roster, Standing};
use engine::ruleset::FigureForm;
use engine::text::Lang;

/// How an item counts, or why not.
pub fn standing(standing: &Standing, form: &FigureForm, lang: Lang) -> String {
    let words = words(lang).roster;
    match standing {
        Standing::Counted { kind, rank } => {
            let name = form.kinds()[*kind].title.get(lang);
            let rank = rank.floor();
            if rank == 1 { (words.counts_as)(name) } else { (words.counts_as_ranked)(name, &rank.to_string()) }
        }
        Standing::Duplicate { of, by } => (words.duplicate)(&(of + 1).to_string(), (words.common)(*by)),
        Standing::LeftOut(why) => (words.left_out)(*why).to_owned(),
    }
}

/// How many items there are, count, do not count, and are in doubt.
pub fn sum(roster: &Roster, lang: Lang) -> String {
    let all = roster.standings.len();
    let counted = roster.standings.iter().filter(|standing| matches!(standing, Standing::Counted { .. })).count();
    // An item's doubts stand one behind the other.
    let doubtful = roster.doubts.chunk_by(|one, next| one.item == next.item).count();
    let texts = [all, counted, all - counted, doubtful].map(|count| count.to_string());
    (words(lang).roster.counts)(&texts[0], &texts[1], &texts[2], &texts[3])
}

/// The kinds of an item as the list has them.
pub fn kinds(item: &Item, form: &FigureForm, lang: Lang) -> String {
    let known = item.kinds.iter().map(|kind| form.kinds()[*kind].title.get(lang));
    let all: Vec<&str> = known.chain(item.other_kinds.iter().map(String::as_str)).collect();
    all.join(words(lang).enumeration)
}

/// Where an item comes in the order of its kind: what counts first, by kind.
pub fn place_by_kind(standing: &Standing) -> usize {
    match standing {
        Standing::Counted { kind, .. } => KindId::index(*kind),
        Standing::Duplicate { .. } => usize::MAX - 1,
        Standing::LeftOut(_) => usize::MAX,
    }
}

/// The doubts about an item.
pub fn doubts_of(roster: &Roster, item: usize) -> &[Doubt] {
    let from = roster.doubts.partition_point(|doubt| doubt.item < item);
    let to = roster.doubts.partition_point(|doubt| doubt.item <= item);
    roster.doubts.get(from..to).unwrap_or_default()
}

/// The doubts about an item in words.
pub fn doubts(roster: &Roster, item: usize, lang: Lang) -> Vec<String> {
    doubts_of(roster, item).iter().map(|own| doubt(own, lang)).collect()
}

fn doubt(doubt: &Doubt, lang: Lang) -> String {
    (words(lang).roster.doubt)(doubt.about, &doubt.of.map_or(String::new(), |of| (of + 1).to_string()))
}
