//! What tells the heads of a table from its body.

use crate::grid::{Grid, Sort};
use crate::layout::{Block, Row};
use crate::order::all_differ;
use crate::title::Title;
use crate::words::{Role, any, is_note, is_one_of, plain};

/// Whether a row is a note, or says who filled in the table.
pub fn is_note_row(grid: &Grid, row: usize, first: usize, filled: usize) -> bool {
    let text = grid.text(row, first);
    let bare = plain(text);
    let signs = any("填表 制表 审核 填报 编制单位 联系 法定代表人 主管会计", &|word| {
        bare.starts_with(word)
    });
    grid.sort(row, first) == Sort::Words && is_note(text) && (filled == 1 || signs || bare.as_bytes().contains(&b':'))
}

/// 甲 乙 1 2 3 under a head.
pub fn is_numbering(grid: &Grid, row: usize, filled: &[usize]) -> bool {
    const LETTERS: &str = "甲 乙 丙 丁 戊 栏次 a b c";
    let (mut letters, mut last) = (0, None);
    for column in filled {
        let text = grid.text(row, *column);
        if grid.sort(row, *column) == Sort::Words {
            if !is_one_of(LETTERS, &plain(text)) {
                return false;
            }
            letters += 1;
        } else if !goes_on(&mut last, text) {
            return false;
        }
    }
    letters > 0 && last.is_some()
}

/// Whether a number is the one after the last, if there is a last.
pub fn goes_on(last: &mut Option<usize>, text: &str) -> bool {
    let Ok(number) = text.parse::<usize>() else { return false };
    last.replace(number).is_none_or(|last| last + 1 == number)
}

/// Whether the bare years of a row are a head: each another year, and something below them.
pub fn run_of_years(grid: &Grid, row: usize, filled: &[usize], below_a_head: bool) -> bool {
    let years = || filled.iter().filter(|column| grid.is_year(row, **column)).map(|column| grid.text(row, *column));
    let bare = filled.iter().all(|column| grid.sort(row, *column) == Sort::Number);
    // Under 营业收入 and 研发投入 the same years stand once each.
    let several = years().next().is_some_and(|first| years().any(|year| year != first));
    let differ = !bare || (below_a_head && several) || all_differ(years());
    differ && grid.last_number.is_some_and(|last| last > row)
}

/// Whether a row that begins with a name and goes on with what may be years is one of values: 从业人员, 2024 above 规上工业企业, 55.
pub fn is_row_of_value(grid: &Grid, row: usize, filled: &[usize]) -> bool {
    let names = |row: usize, column: usize| grid.label(row, column).is_some_and(|label| label.named.is_some());
    let Some((&first, others)) = filled.split_first().filter(|(first, _)| names(row, **first)) else { return false };
    let bare = others.iter().all(|column| grid.sort(row, *column) == Sort::Number);
    let below = (row + 1..grid.height()).find(|row| !grid.filled(*row).is_empty());
    let is_list = below.is_none_or(|below| names(below, first) && grid.filled(below).len() > 1);
    bare && is_list && !follow_each_other(grid, row, others)
}

/// Whether some years are those of a head: each the one before or after the last.
fn follow_each_other(grid: &Grid, row: usize, columns: &[usize]) -> bool {
    let year = |column: &usize| grid.text(row, *column).trim().parse::<i32>().ok();
    let steps = columns.windows(2).map(|pair| Some(year(&pair[1])? - year(&pair[0])?));
    columns.len() > 1 && (steps.clone().all(|step| step == Some(1)) || steps.clone().all(|step| step == Some(-1)))
}

/// Whether the first row of a table is a head whose numbers nobody understands: 项目, 202306, 202406; or 45291 above a column of names.
pub fn is_unread_head(grid: &Grid, row: usize) -> bool {
    let filled = grid.filled(row);
    let is_head = |column: &usize| {
        grid.sort(row, *column) == Sort::Number
            || grid.label(row, *column).is_some_and(|label| {
                matches!(label.role, Some(Role::Name | Role::Unit | Role::Serial | Role::Years)) && !label.is_unknown
            })
    };
    let below = (row + 1..grid.height()).find(|row| !grid.filled(*row).is_empty());
    let Some(below) = below.filter(|below| grid.has(*below, Sort::Number)) else { return false };
    let names = |column: &usize| grid.label(below, *column).is_some_and(|label| label.named.is_some());
    let is_beside =
        grid.filled(below).first().is_some_and(|first| filled.first().is_some_and(|own| first < own) && names(first));
    filled.iter().all(is_head) && (grid.has(row, Sort::Words) || is_beside)
}

/// Whether a head has numbers in it that are no years.
pub fn has_odd_numbers(grid: &Grid, row: usize) -> bool {
    grid.filled(row).iter().any(|column| grid.sort(row, *column) == Sort::Number && !grid.is_year(row, *column))
}

/// Whether a row is that of a year, with values that may look like years as well, under the names of what they are.
pub fn is_row_of_year(grid: &Grid, row: usize, head: &[usize]) -> bool {
    let above = |column: usize| head.iter().rev().find(|head| grid.sort(**head, column) != Sort::Blank).copied();
    let label = |column: usize| above(column).and_then(|head| grid.label(head, column));
    let has_head = |column: usize| above(column).is_some();
    let is_of_years = |column: usize| label(column).is_some_and(|label| label.role == Some(Role::Years));
    let filled = grid.filled(row);
    // 指标名称 may stand above years as well, where the figures stand beside it.
    let is_of_names = |column: usize| label(column).is_some_and(|label| label.role == Some(Role::Name));
    let says_what = |column: &usize| label(*column).is_some_and(|label| label.named.is_some());
    let beside = || filled.iter().skip(1).all(says_what);
    let leads = |column: &&usize| {
        let is_first = filled.first() == Some(*column);
        let may_lead =
            is_of_years(**column) || (is_first && (!has_head(**column) || (is_of_names(**column) && beside())));
        grid.is_year(row, **column) && may_lead
    };
    let is_named = |column: &usize| has_head(*column) && !is_of_years(*column);
    let [lead] = filled.iter().filter(leads).collect::<Vec<_>>()[..] else { return false };
    let mut others = filled.iter().filter(|column| *column != lead);
    !head.is_empty() && filled.len() > 1 && others.all(is_named)
}

/// Whether a row above a head is a title with a year in a cell of its own: 利润表 and 2025年6月.
pub fn is_title_with_year(grid: &Grid, row: usize) -> bool {
    let is_said = |column: &usize| {
        grid.is_year(row, *column)
            || grid
                .label(row, *column)
                .is_some_and(|label| label.is_unknown && label.role.is_none() && !label.named.is_some())
    };
    let below = (row + 1..grid.height()).find(|row| !grid.filled(*row).is_empty());
    let is_head = |below: usize| {
        let role = |column: &&usize| {
            let label = grid.label(below, **column);
            label.is_some_and(|label| {
                label.year.is_some() || matches!(label.role, Some(Role::Name | Role::Value | Role::Count))
            })
        };
        !grid.has(below, Sort::Number) && grid.filled(below).iter().filter(role).count() >= 2
    };
    grid.filled(row).iter().all(is_said) && below.is_some_and(is_head)
}

/// Whether all that a row says is a year.
pub fn is_year_alone(grid: &Grid, row: usize) -> bool {
    grid.filled(row).iter().all(|column| grid.is_year(row, *column))
}

/// What a row above a table says of all numbers below it.
pub fn title_of_row(grid: &Grid, row: usize, what: Row, block: &Block) -> Option<Title> {
    const LONGEST: usize = 60;
    let is_above = block.head.is_empty() && block.body.is_empty();
    let says = match what {
        Row::Title | Row::UnitLine => true,
        Row::Section => is_above && is_year_alone(grid, row),
        _ => false,
    };
    // 编制单位：示范公司 and, in a cell of its own, 2025年6月.
    let is_beside = |column: usize| what == Row::Note && is_above && grid.is_year(row, column);
    let columns =
        grid.filled(row).iter().filter(|column| (says || is_beside(**column)) && !grid.text(row, **column).is_empty());
    let mut said = None;
    for column in columns {
        let text = plain(grid.text(row, *column));
        let own = if text.chars().count() > LONGEST { None } else { Title::of(&text) };
        said = own.map(|own| own.and(said)).or(said);
    }
    said
}
