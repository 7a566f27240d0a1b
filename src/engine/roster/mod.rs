//! A tally as its list: how many things there are, of which kind each counts, what was left out, and what a person should look at.
//!
//! `item.rs`: what a list says. `code.rs`: the codes in it, and whether their check characters are right. `things.rs`: which items are one
//! thing, `likeness.rs`: which may be. Here: which kind of a thing counts, and the lines of the tally that come of it. `evidence.rs`: what is
//! told of every item; `change.rs`: two lists compared. What counts once and what does not count is data: see [`RosterRule`].

mod change;
mod code;
mod evidence;
mod item;
mod likeness;
mod organisation;
mod patent;
mod standard;
mod things;

pub use change::Change;
pub use code::Flaw;
pub use evidence::{About, Common, Doubt, Exclusion, Roster, Standing};
pub(crate) use item::read_items;
pub use item::{Item, KindNames, as_input, items_of};

use code::Code;
use things::{Things, name, things};

use crate::exact::Exact;
use crate::figures::Line;
use crate::ids::{Id, KindId, Table};
use crate::known::Given;
use crate::number::{NumberKind, parse_number};
use crate::pause::{Pause, Work, at_once};
use crate::problem::Code as Refusal;
use crate::ruleset::{Kind, RosterRule};
use crate::text::{around, plain};

/// An item by itself, before it is known what others say of the same thing.
struct Claim {
    /// What it is known by.
    code: Option<Code>,
    /// The kinds that it may count as; none if it does not count.
    kinds: Result<Vec<KindId>, Exclusion>,
    rank: Exact,
}

impl Claim {
    /// The code that makes it one thing with others; who gives a reason counts by itself.
    fn known_by(&self, item: &Item) -> Option<&str> {
        self.code.as_ref().filter(|_| item.anyway.is_empty()).and_then(Code::known_by)
    }
}

/// A kind that may count, and with which rank. The first in this order counts.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Candidate {
    kind: KindId,
    rank: Exact,
}

/// How a tally is counted.
pub struct Counting<'a> {
    /// What counts once, and what does not count.
    pub rule: &'a RosterRule,
    /// The kinds, with their weights.
    pub kinds: &'a Table<KindId, Kind>,
    /// Whether a weight is divided by the unit's rank.
    pub ranked: bool,
}

impl Counting<'_> {
    /// Counts a list. The order of its items changes no count.
    pub fn count(&self, items: &[Item]) -> Roster {
        at_once(self.count_with(items, Pause::NEVER))
    }

    /// The same with pauses.
    pub fn count_with<'a>(&'a self, items: &'a [Item], pause: Pause<'a>) -> Work<'a, Roster> {
        Box::pin(self.count_all(items, pause))
    }

    async fn count_all(&self, items: &[Item], pause: Pause<'_>) -> Roster {
        let (mut claims, mut doubts, mut is_refused) = (Vec::with_capacity(items.len()), Vec::new(), false);
        for (index, item) in items.iter().enumerate() {
            pause.done(index).await;
            is_refused |= rank_of(item).is_err();
            claims.push(self.claim(item, index, &mut doubts));
        }
        pause.done(items.len()).await;
        let codes: Vec<Option<&str>> = claims.iter().zip(items).map(|(claim, item)| claim.known_by(item)).collect();
        let things = things(self.rule, items, &codes, &mut doubts, pause).await;
        let mut best: Vec<Option<(Candidate, usize)>> = Vec::new();
        best.resize(things.count, None);
        for (index, claim) in claims.iter().enumerate() {
            pause.after(index).await;
            let best = &mut best[things.of[index]];
            for kind in claim.kinds.iter().flatten() {
                let candidate = Candidate { kind: *kind, rank: claim.rank };
                if best.is_none_or(|(other, _)| self.is_before(candidate, other)) {
                    *best = Some((candidate, index));
                }
            }
        }
        let mut standings = Vec::with_capacity(items.len());
        for (index, claim) in claims.iter().enumerate() {
            pause.after(index).await;
            let best = best[things.of[index]];
            standings.push(standing(index, claim, best, &things, items, &codes));
            if let Some((_, counted)) = best
                && matches!(claim.kinds, Err(Exclusion::OutOfScope | Exclusion::NotInForce | Exclusion::NotLead))
            {
                doubts.push(Doubt { item: counted, about: About::Contradicted, of: Some(index) });
            }
        }
        pause.after(0).await;
        let doubts = in_order(doubts, items.len());
        let lines = if is_refused { Given::Refused } else { Given::Known(self.lines(best.iter().flatten())) };
        Roster { standings, doubts, lines }
    }

    fn claim(&self, item: &Item, index: usize, doubts: &mut Vec<Doubt>) -> Claim {
        let code = code::read(&item.code, self.rule);
        let mut doubt = |about| doubts.push(Doubt { item: index, about, of: None });
        if let Some(flaw) = code.as_ref().and_then(|code| code.flaw) {
            doubt(About::Code(flaw));
        }
        if code.as_ref().and_then(Code::known_by).is_none() && name(&item.name).is_empty() {
            doubt(About::Nameless);
        }
        let given = rank_of(item).ok().flatten().unwrap_or(Exact::ONE);
        let rank = if self.ranked { given } else { Exact::ONE };
        let mut kinds = self.kinds_of(item, code.as_ref(), &mut doubt);
        if !item.anyway.is_empty() {
            // A reason stands against duplicates, status and rank. It makes no kind that the plan names of what is none.
            if kinds.is_ok() {
                doubt(About::Anyway);
            }
            return Claim { code, kinds, rank };
        }
        if self.rule.lead_only && given > Exact::ONE {
            kinds = kinds.and(Err(Exclusion::NotLead));
        }
        let status = plain(&item.status);
        let statuses = self.rule.statuses.as_ref().filter(|_| !status.is_empty());
        match statuses.map_or(Some(true), |statuses| statuses.counts(&status)) {
            None => doubt(About::Status),
            Some(false) => kinds = kinds.and(Err(Exclusion::NotInForce)),
            Some(true) => {}
        }
        Claim { code, kinds, rank }
    }

    /// The kinds that an item may count as.
    fn kinds_of(
        &self,
        item: &Item,
        code: Option<&Code>,
        doubt: &mut impl FnMut(About),
    ) -> Result<Vec<KindId>, Exclusion> {
        match code.and_then(|code| code.tells) {
            Some(None) => return Err(Exclusion::OutOfScope),
            Some(Some(told)) => {
                let says_none = item.kinds.is_empty() && !item.other_kinds.is_empty();
                if says_none || (!item.kinds.is_empty() && !item.kinds.contains(&told)) {
                    doubt(About::KindDiffers);
                }
                return Ok(vec![told]);
            }
            None => {}
        }
        for kind in item.other_kinds.iter().map(|kind| plain(kind)) {
            if self.rule.no_inventions.iter().flatten().any(|word| says(&kind, word)) {
                return Err(Exclusion::NoSuchKind);
            }
            // 失效 under 类别 is a status in another place.
            if self.rule.statuses.as_ref().is_some_and(|statuses| statuses.counts(&kind) == Some(false)) {
                return Err(Exclusion::NotInForce);
            }
        }
        if !item.kinds.is_empty() {
            if !item.other_kinds.is_empty() {
                doubt(About::OtherKind);
            }
            return Ok(item.kinds.clone());
        }
        match self.rule.kind_if_none {
            Some(kind) => {
                let is_one = |other: &String| self.rule.other_kinds.iter().any(|word| says(&plain(other), word));
                if !item.other_kinds.iter().all(is_one) {
                    doubt(About::OtherKind);
                }
                Ok(vec![kind])
            }
            None if !item.other_kinds.is_empty() => Err(Exclusion::NoSuchKind),
            None => Err(Exclusion::NoKind),
        }
    }

    /// Which of two counts: the higher kind, or the one with the larger ω ÷ rank; then the first of the kinds, then the better rank.
    fn is_before(&self, one: Candidate, other: Candidate) -> bool {
        let worth = |candidate: Candidate| {
            let weight = self.kinds[candidate.kind].weight.map(Exact::from);
            weight.and_then(|weight| weight.over(candidate.rank).ok())
        };
        let (kind, other_kind) = (one.kind.index(), other.kind.index());
        if self.rule.highest && kind != other_kind {
            return kind > other_kind;
        }
        let (worth, other_worth) = (worth(one), worth(other));
        if worth != other_worth {
            return worth > other_worth;
        }
        (kind, one.rank) < (other_kind, other.rank)
    }

    /// The lines of the tally: one for each kind and rank, in their order.
    fn lines<'a>(&self, counted: impl Iterator<Item = &'a (Candidate, usize)>) -> Vec<Line> {
        let mut counts: Vec<(Candidate, i64)> = Vec::new();
        for (candidate, _) in counted {
            let place = |other: &Candidate| (other.kind, other.rank);
            match counts.iter().position(|(other, _)| place(other) >= place(candidate)) {
                Some(at) if counts[at].0 == *candidate => counts[at].1 += 1,
                Some(at) => counts.insert(at, (*candidate, 1)),
                None => counts.push((*candidate, 1)),
            }
        }
        let line = |(Candidate { kind, rank }, count): (Candidate, i64)| Line {
            kind: Given::Known(kind),
            count: Given::Known(Exact::whole(count)),
            rank: Given::Known(rank),
        };
        counts.into_iter().map(line).collect()
    }
}

/// Whether a plain text says a word: a Chinese one stands within it, any other is all of it.
fn says(text: &str, word: &str) -> bool {
    if word.is_ascii() { text == word } else { around(text, word).is_some() }
}

/// The rank that an item says, if it says one.
fn rank_of(item: &Item) -> Result<Option<Exact>, Refusal> {
    if item.rank.is_empty() { Ok(None) } else { Ok(parse_number(&item.rank, NumberKind::Rank)?.map(Exact::from)) }
}

/// The doubts in the order of their items. A sort of the standard library's weighs more than all of the counting.
fn in_order(doubts: Vec<Doubt>, items: usize) -> Vec<Doubt> {
    let mut of_item: Vec<Vec<Doubt>> = Vec::new();
    of_item.resize_with(items, Vec::new);
    for doubt in doubts {
        of_item[doubt.item].push(doubt);
    }
    of_item.into_iter().flatten().collect()
}

fn standing(
    index: usize,
    claim: &Claim,
    best: Option<(Candidate, usize)>,
    things: &Things,
    items: &[Item],
    codes: &[Option<&str>],
) -> Standing {
    match (&claim.kinds, best) {
        (_, Some((Candidate { kind, rank }, counted))) if counted == index => Standing::Counted { kind, rank },
        // What says no kind is one more line of a thing that another line tells the kind of.
        (Ok(_) | Err(Exclusion::NoKind), Some((_, of))) => {
            Standing::Duplicate { of, by: things.common(items, codes, of, index) }
        }
        (Err(why), _) => Standing::LeftOut(*why),
        (Ok(_), None) => Standing::LeftOut(Exclusion::NoKind),
    }
}
