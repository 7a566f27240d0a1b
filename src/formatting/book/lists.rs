//! The sheet of a list.

use super::kinds;
use super::look::{Look, cell, text};
use crate::explanation::naming::title as figure_title;
use crate::paper::handover::Handover;
use engine::address::{Address, Side};
use engine::roster::Item;
use engine::ruleset::{CodeForm, FigureForm, OneBy, RosterRule};
use engine::text::Lang;
use intake::list::{Field, heads};
use intake::template::Edition;
use model::arrangement::Use;
use office::write::{Cell, List, Paper, Sheet};

/// Rows to be filled in below those that are.
const MORE_ROWS: usize = 100;
/// A spreadsheet takes no longer title.
const MOST_OF_A_TITLE: usize = 31;

/// The title of the sheet of a list.
pub fn title(of: &Handover, used: Use) -> String {
    let words = of.words().template;
    let mut title = (words.list)(of.say(&of.rules.figures[used.figure].title));
    title.retain(|sign| !"[]:*?/\\'".contains(sign));
    let end = if used.side == Side::Baseline { words.of_baseline } else { "" };
    let most = MOST_OF_A_TITLE - end.chars().count();
    title.chars().take(most).collect::<String>() + end
}

/// The sheet of a list, and the row in which its items begin. One that is to be filled in has an example and room for more.
pub fn list(
    of: &Handover,
    edition: &Edition,
    used: Use,
    items: &[Item],
    to_fill: bool,
    choices: &mut Sheet,
) -> Option<(Sheet, usize)> {
    let words = of.words().template;
    let tally = &of.rules.figures[used.figure];
    let FigureForm::Tally { ranked, roster: Some(rule), .. } = &tally.form else { return None };
    let heads = heads(rule, *ranked);
    let mark = edition.mark(&Address::whole(used.side, used.figure).path(of.rules));
    let name = figure_title(used.figure, used.side, of.rules, of.stage, of.lang);
    let hint = tally.hint.as_ref().map(|hint| of.say(hint)).unwrap_or_default();
    let mut rows = vec![vec![text(&(words.list)(&name), Look::Title)], vec![text(hint, Look::Note)]];
    if to_fill {
        rows.push(heads.iter().map(|(_, field)| text(&example(of, used, rule, *field), Look::Note)).collect());
    }
    let marks = rows.len();
    rows.push(vec![text(&mark, Look::None)]);
    rows.push(heads.iter().map(|(head, field)| text(&(words.head)(head, name_of(of, *field)), Look::Head)).collect());
    let first = rows.len();
    rows.extend(items.iter().map(|item| {
        let says = |(_, field): &(&str, Field)| text(&said(of, used, item, *field), Look::TextField);
        heads.iter().map(says).collect()
    }));
    let blank = || heads.iter().map(|_| cell(Look::TextField)).collect::<Vec<Cell>>();
    rows.extend((0..if to_fill { MORE_ROWS } else { 0 }).map(|_| blank()));
    let column = heads.iter().position(|(_, field)| *field == Field::Kinds);
    let lists = column.map(|column| List {
        from: (first, column),
        to: (rows.len() - 1, column),
        choices: kinds(of, used.figure, choices),
        // One item may be of several kinds.
        is_only_help: true,
    });
    let sheet = Sheet {
        title: title(of, used),
        rows,
        widths: heads.iter().map(|(_, field)| width(*field)).collect(),
        hidden_rows: vec![marks],
        lists: lists.into_iter().collect(),
        frozen: Some((first, 1)),
        paper: Paper::A4Across,
        ..Sheet::default()
    };
    Some((sheet, first))
}

/// What an item says of itself.
fn said(of: &Handover, used: Use, item: &Item, field: Field) -> String {
    let kinds = of.rules.figures[used.figure].form.kinds();
    match field {
        Field::Name => item.name.clone(),
        Field::Code => item.code.clone(),
        Field::Rank => item.rank.clone(),
        Field::Host => item.host.clone(),
        Field::Status => item.status.clone(),
        Field::Anyway => item.anyway.clone(),
        Field::Kinds => {
            let known = item.kinds.iter().map(|kind| of.say(&kinds[*kind].title));
            known.chain(item.other_kinds.iter().map(String::as_str)).collect::<Vec<_>>().join("；")
        }
    }
}

/// What may stand in a column. The codes are made up, and right by their check digits.
fn example(of: &Handover, used: Use, rule: &RosterRule, field: Field) -> String {
    let words = of.words().template;
    let kinds = of.rules.figures[used.figure].form.kinds();
    let first = |rule: &RosterRule| rule.statuses.as_ref().and_then(|statuses| statuses.counts.first().cloned());
    let example = match field {
        Field::Name if rule.code == CodeForm::Organisation => words.an_enterprise,
        Field::Name if rule.name_is_doubtful => words.a_person,
        Field::Name if rule.one_by == OneBy::Name => words.an_enterprise,
        Field::Name => words.a_thing,
        Field::Code => match rule.code {
            CodeForm::Organisation => "91320505MAAY4CL12Y",
            CodeForm::Patent => "ZL202112169968.X",
            CodeForm::Standard => "GB/T 1.1-2020",
            CodeForm::Other => "001",
        },
        Field::Kinds => kinds.iter().next().map_or("", |kind| of.say(&kind.title)),
        Field::Rank => "1",
        Field::Host => words.an_institute,
        Field::Status => return first(rule).unwrap_or_default(),
        Field::Anyway => "",
    };
    if field == Field::Name { [words.example, example].concat() } else { example.to_owned() }
}

/// What a column is called in the language of the page, where that is not the one of the heads.
fn name_of<'a>(of: &'a Handover, field: Field) -> &'a str {
    let words = of.words().roster;
    match (of.lang, field) {
        (Lang::Zh, _) => "",
        (_, Field::Name) => words.name,
        (_, Field::Code) => words.code,
        (_, Field::Kinds) => words.kinds,
        (_, Field::Rank) => words.rank,
        (_, Field::Host) => words.host,
        (_, Field::Status) => words.status,
        (_, Field::Anyway) => words.anyway,
    }
}

fn width(field: Field) -> u32 {
    match field {
        Field::Name | Field::Host => 36,
        Field::Code | Field::Kinds | Field::Anyway => 26,
        Field::Rank | Field::Status => 12,
    }
}
