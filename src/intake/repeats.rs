//! Lines of a tally that may count the same things twice: parts below their whole, and one kind under two names.

use engine::ids::FigureId;
use engine::number::{NumberKind, parse_number};
use rust_decimal::Decimal;

use crate::claims::Claim;
use crate::context::{Along, Answer};
use crate::desk::Desk;
use crate::order::Numbered;
use crate::reading::{Asked, At, Because, Choice, Code, Question, entry};

/// The claims of one line.
type Group<'a> = &'a [&'a Claim];

/// The lines that count, and none of what another of them holds already. What only a person can tell is asked.
pub fn once<'a>(desk: &mut Desk, groups: &[Group<'a>], figure: FigureId) -> Vec<Group<'a>> {
    let mut open: Vec<bool> = groups.iter().map(may_repeat).collect();
    let mut left = vec![false; groups.len()];
    scopes(desk, groups, figure, &mut open, &mut left);
    parts_of_the_same(desk, groups, &mut open, &mut left);
    parts_of_others(desk, groups, figure, &mut open, &mut left);
    while let Some(first) = open.iter().position(|open| *open) {
        let mut same = Vec::new();
        for index in first..groups.len() {
            if open[index] && groups[index][0].target == groups[first][0].target {
                open[index] = false;
                same.push(index);
            }
        }
        for index in under_other_names(desk, groups, &same, figure) {
            left[index] = true;
        }
    }
    groups.iter().zip(left).filter(|(_, left)| !left).map(|(group, _)| *group).collect()
}

/// Lists and our own template may have a kind in several lines, and so may what has ranks.
fn may_repeat(group: &Group) -> bool {
    let says = |because| group.iter().any(|claim| claim.because.contains(&because));
    !says(Because::Template)
        && !says(Because::Listed)
        && !group.iter().any(|claim| claim.is_rank || claim.rank.is_some())
}

/// 其中：主导产业高新技术企业 below 高新技术企业: what the plan asks for is one of the two, which only a person can tell.
fn scopes(desk: &mut Desk, groups: &[Group], figure: FigureId, open: &mut [bool], left: &mut [bool]) {
    for index in 0..groups.len() {
        let whole = whole_of(groups, index).filter(|_| groups[index][0].is_scope && open[index]);
        let Some(whole) = whole.filter(|whole| groups[*whole][0].target == groups[index][0].target) else { continue };
        let both = [whole, index];
        let answer = answered(desk, groups, &both);
        if answer.is_none() && open[whole] {
            let ranges = both.map(|index| range(desk, &groups[index]));
            let choices = ranges.map(|(from, to)| Choice::Cells(from, to)).to_vec();
            ask(desk, figure, (ranges[0].0, ranges[1].1), choices, None);
        }
        let code = if answer.is_none() { Code::NoNumber } else { Code::LeftOut };
        for index in both {
            open[index] = false;
            if !answer.is_some_and(|answer| is_within(desk, &groups[index], answer)) {
                left[index] = true;
                desk.leave_claims(groups[index], code);
            }
        }
    }
}

/// 其中：博士 below 研究生及以上, and 硕士 below that as long as both are no more than the whole.
fn parts_of_the_same(desk: &mut Desk, groups: &[Group], open: &mut [bool], left: &mut [bool]) {
    for index in 0..groups.len() {
        let part = groups[index];
        let whole = whole_of(groups, index).filter(|_| open[index]).map(|whole| groups[whole]);
        let Some(whole) = whole.filter(|whole| whole[0].target == part[0].target) else { continue };
        let mut sum = Some(Decimal::ZERO);
        for (next, own) in groups.iter().enumerate().skip(index) {
            sum = sum.zip(count(desk, own)).and_then(|(sum, more)| sum.checked_add(more));
            let is_next = own[0].line.1 == part[0].line.1 + (next - index) && own[0].target == whole[0].target;
            let is_no_more = sum.zip(count(desk, &whole)).is_some_and(|(sum, whole)| sum <= whole);
            if next > index && !(is_next && is_no_more) {
                break;
            }
            (open[next], left[next]) = (false, true);
            desk.leave_claims(own, Code::Duplicate);
        }
    }
}

/// 其中：小巨人 below 专精特新: what is of both counts once, so the part is not added until a person says so.
fn parts_of_others(desk: &mut Desk, groups: &[Group], figure: FigureId, open: &mut [bool], left: &mut [bool]) {
    for index in 0..groups.len() {
        let part = groups[index];
        let Some(whole) = whole_of(groups, index).filter(|whole| open[index] && open[*whole]) else { continue };
        let (first, last) = (range(desk, &groups[whole]), range(desk, &part));
        let both = (first.0, last.1);
        let answer = answered(desk, groups, &[whole, index]);
        if answer.is_none() {
            ask(desk, figure, both, vec![Choice::Cells(first.0, first.1), Choice::Cells(both.0, both.1)], Some(0));
        }
        if answer.is_none_or(|answer| !is_within(desk, &part, answer)) {
            desk.leave_claims(part, Code::Duplicate);
            (open[index], left[index]) = (false, true);
        }
    }
}

/// 高新技术企业 and 国家高新技术企业 are the same, 硕士 and 博士 are not, and of most names nobody can tell.
fn under_other_names(desk: &mut Desk, groups: &[Group], same: &[usize], figure: FigureId) -> Vec<usize> {
    if !are_unclear(desk, groups, same) {
        return Vec::new();
    }
    let answer = answered(desk, groups, same);
    let kept = |index: &usize| answer.is_some_and(|answer| is_within(desk, &groups[*index], answer));
    let left: Vec<usize> = same.iter().copied().filter(|index| !kept(index)).collect();
    if let (None, Some(first), Some(last)) = (answer, same.first(), same.last()) {
        const MOST: usize = 8;
        let all = (range(desk, &groups[*first]).0, range(desk, &groups[*last]).1);
        let mut choices = Vec::new();
        for index in same {
            let (from, to) = range(desk, &groups[*index]);
            if choices.len() < MOST && choices.last() != Some(&Choice::Cells(from, to)) {
                choices.push(Choice::Cells(from, to));
            }
        }
        choices.push(Choice::Cells(all.0, all.1));
        ask(desk, figure, all, choices, None);
    }
    let code = if answer.is_none() { Code::NoNumber } else { Code::LeftOut };
    left.iter().for_each(|index| desk.leave_claims(groups[*index], code));
    left
}

/// Whether lines of a kind may be the same things under several names, or under one name with several numbers.
fn are_unclear(desk: &Desk, groups: &[Group], same: &[usize]) -> bool {
    let (mut names, mut first) = (Numbered::default(), Vec::<usize>::new());
    for index in same {
        let group = groups[*index];
        match first.get(names.number(&group[0].names)) {
            None => first.push(*index),
            // Rows under the name of a column are no repetition of it, as far as they are of one table or of many of one sort.
            Some(earlier) if is_of_column(group[0]) => {
                let (one, other) = (groups[*earlier][0], group[0]);
                if one.line.0 != other.line.0 && !(one.is_one_of_many && other.is_one_of_many) {
                    return true;
                }
            }
            Some(earlier) if count(desk, &groups[*earlier]) == count(desk, &group) => {}
            Some(_) => return true,
        }
    }
    let mut aliases: Vec<String> = Vec::new();
    for index in first {
        let alias = desk.grid.names.alias(groups[index][0].alias);
        if !aliases.iter().all(|other| are_apart(&alias, other)) {
            return true;
        }
        aliases.push(alias);
    }
    false
}

fn ask(desk: &mut Desk, figure: FigureId, cells: (At, At), choices: Vec<Choice>, chosen: Option<usize>) {
    let paths = vec![entry(desk.context.side(), figure, None)];
    desk.ask(Question { code: Asked::WhichFigure, paths, cells: Some(cells), choices, chosen });
}

/// The line that a line is a part of: one of the nearest before it.
fn whole_of(groups: &[Group], part: usize) -> Option<usize> {
    const FARTHEST: usize = 64;
    let (own, at) = (groups[part][0], groups[part][0].part_of?);
    let is_whole = |whole: &usize| groups[*whole][0].line.0 == own.line.0 && place(groups[*whole][0]) == at;
    (0..groups.len().min(part + FARTHEST)).rev().take(2 * FARTHEST).find(is_whole)
}

/// The row or column whose name leads to a claim.
fn place(claim: &Claim) -> Along {
    if let Along::Column(column, _) = claim.along { Along::Column(column, 0) } else { claim.along }
}

fn is_of_column(claim: &Claim) -> bool {
    matches!(claim.along, Along::Column(..))
}

/// The cells that stand for a line in a question: its row, or the head of its column.
fn range(desk: &Desk, group: &Group) -> (At, At) {
    let (row, column) = group[0].cell;
    let head = desk.block_of(row).and_then(|block| block.heads.get(column)?.last().copied());
    match (is_of_column(group[0]), head) {
        (true, Some((head, _))) => ((head, column), (head, column)),
        _ => desk.row_range(row),
    }
}

/// The latest answer that is about one of some lines, and about whole rows or heads.
fn answered(desk: &Desk, groups: &[Group], of: &[usize]) -> Option<(At, At)> {
    desk.context.answered(&|answer| match answer {
        Answer::Cells(from, to) if of.iter().any(|index| is_within(desk, &groups[*index], (*from, *to))) => {
            Some((*from, *to))
        }
        _ => None,
    })
}

fn is_within(desk: &Desk, group: &Group, (from, to): (At, At)) -> bool {
    let (first, last) = range(desk, group);
    from.0 <= first.0 && last.0 <= to.0 && from.1 <= first.1 && last.1 <= to.1
}

fn count(desk: &Desk, group: &Group) -> Option<Decimal> {
    let &[Claim { cell: (row, column), .. }] = group else { return None };
    parse_number(desk.grid.text(*row, *column), NumberKind::Count).ok().flatten()
}

/// Whether two names of a kind are of different things for certain: they differ in one word, as 硕士 and 博士, or one is a step of the other's
/// ladder, as 技师 and 高级技师.
fn are_apart(one: &str, other: &str) -> bool {
    const STEPS: [&str; 6] = ["正", "副", "高级", "特级", "首席", "正高级"];
    let before =
        one.chars().zip(other.chars()).take_while(|(one, other)| one == other).map(|(one, _)| one.len_utf8()).sum();
    let (Some(one), Some(other)) = (one.get(before..), other.get(before..)) else { return false };
    let behind: usize = one
        .chars()
        .rev()
        .zip(other.chars().rev())
        .take_while(|(one, other)| one == other)
        .map(|(one, _)| one.len_utf8())
        .sum();
    let (first, end) = one.split_at(one.len() - behind);
    let second = &other[..other.len() - behind];
    let (longer, shorter) = if first.len() > second.len() { (first, second) } else { (second, first) };
    if shorter.is_empty() {
        return before == 0 && end.ends_with(['师', '员', '授']) && STEPS.contains(&longer);
    }
    let is_word = |text: &str| text.chars().count() <= 2;
    behind > 0 && first.len() == second.len() && is_word(first) && !first.contains(|c| second.contains(c))
}
